"""What the parse of a paragraph tells: subjects, noun phrases, and the words below a word.

Labels of dependencies are those of spaCy's English models (ClearNLP's). No tagger runs, so nothing tells a part of
speech: a verb is what stands where a clause has its verb.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.analysis.cues import Cues
from reader.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset(
    ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass", "dep")
)
"""Where verbs stand."""

_NO_PART = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis"))
"""What follows a name in its phrase without naming it."""

_BESIDE = frozenset(("aux", "neg", "prt", "auxpass", "advmod"))
LONGEST = 400
"""Words of a clause; a longer one is no sentence, but a list or a table."""

_LONGEST_PHRASE = 25
"""Words of a noun phrase; in a longer one the parse has gone wrong."""

_DEEPEST = 7
"""Clauses that are climbed for a subject."""

_OPENING = frozenset('"“‘(«„')
_CLOSING = frozenset('"”’)»')


def children(token: "Token", *labels: str) -> "list[Token]":
    """Words that hang on a word by one of some dependencies."""
    return [child for child in token.children if child.dep_ in labels]


def below(token: "Token") -> set[int]:
    """Numbers of a word and of all that hangs on it; where that is more than a sentence has, of the word alone."""
    if token.right_edge.i - token.left_edge.i > LONGEST:
        return {token.i}
    return {one.i for one in token.subtree}


def subject(verb: "Token", cues: Cues, depth: int = 0) -> "Token | None":
    """Who does what a verb says: its own subject, or that of the clause it belongs to; None for a passive verb."""
    own = children(verb, "nsubj", "csubj")
    if own:
        return own[0]
    head = verb.head
    if depth >= _DEEPEST or head == verb or children(verb, "nsubjpass"):
        return None
    match verb.dep_:
        case "conj" if goes_on(verb, cues):
            return subject(head.head, cues, depth + 1)
        case "conj" | "advcl" | "parataxis":
            return subject(head, cues, depth + 1)
        case "xcomp":
            objects, cue = children(head, "dobj"), cues.verb(head.lower_)
            if objects and cue and "hearer" in cue.frames:
                return objects[0]
            if meant := children(head, "nsubjpass"):  # "Venn is expected to announce"
                return meant[0]
            return subject(head, cues, depth + 1)
        case "acl" if head.dep_ == "dobj" and cues.noun(head.lower_):
            return subject(head.head, cues, depth + 1) or head
        case "acl" if children(verb, "aux"):
            return None  # what is to be done, by whomever
        case "relcl" | "acl":
            return head
        case "pcomp":
            if head.head.dep_ in VERBAL:
                return subject(head.head, cues, depth + 1)
            return next(iter(children(head.head, "poss")), None)
    return None


def goes_on(verb: "Token", cues: Cues) -> bool:
    """Whether a verb is of whoever says what stands before it: `Venn said they left and said that ...`."""
    head = verb.head
    if verb.dep_ != "conj" or head.dep_ != "ccomp" or children(verb, "nsubj") or not children(verb, "ccomp"):
        return False
    cue, outer = cues.verb(verb.lower_), cues.verb(head.head.lower_)
    return cue is not None and outer is not None and cue.act == outer.act == "say"


def noun_phrase(head: "Token") -> Span:
    """A noun with what belongs to it, without clauses about it; in offsets of the paragraph."""
    doc, words = head.doc, list(head.subtree)
    left = min(word.i for word in words if word.i <= head.i)
    stop = min((_first(word) for word in words if word.i > head.i and _is_beside(word)), default=len(doc))
    right = max((word.i for word in words if head.i <= word.i < stop), default=head.i)
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    while left < head.i and (doc[left].is_punct or doc[left].is_space):
        left += 1
    if right - left > _LONGEST_PHRASE:
        right = head.i
    return between(doc, left, right)


def with_helpers(verb: "Token") -> Span:
    """A verb with its auxiliaries, negation and particle; in offsets of the paragraph."""
    doc, first = verb.doc, verb.i
    while first and doc[first - 1].head == verb and doc[first - 1].dep_ in _BESIDE:
        first -= 1
    last = verb.i
    while last + 1 < len(doc) and doc[last + 1].head == verb and doc[last + 1].dep_ == "prt":
        last += 1
    return between(doc, first, last)


def between(doc: "Doc", first: int, last: int) -> Span:
    """From one word to another, both included; in offsets of the paragraph."""
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def stretches(doc: "Doc", numbers: Iterable[int]) -> list[Span]:
    """Words as few stretches without punctuation at their edges; in offsets of the paragraph."""
    spans = []
    for first, last in _runs(sorted(_whole(doc, set(numbers)))):
        while first <= last and _is_edge(doc[first], _OPENING):
            first += 1
        while first <= last and _is_edge(doc[last], _CLOSING):
            last -= 1
        if first <= last:
            spans.append(between(doc, first, last))
    return spans


def without(spans: Iterable[Span], holes: Sequence[Span]) -> list[Span]:
    """What is left of spans outside of others."""
    left = list(spans)
    for hole in holes:
        cut = []
        for span in left:
            if not span.overlaps(hole):
                cut.append(span)
                continue
            if span.start < hole.start:
                cut.append(Span(span.start, hole.start))
            if hole.end < span.end:
                cut.append(Span(hole.end, span.end))
        left = cut
    return left


def _whole(doc: "Doc", numbers: set[int]) -> set[int]:
    """Words with what a hyphen ties to them, which parses tear apart: `de-escalating`."""
    for number in sorted(numbers):
        if not doc[number].whitespace_ and number + 2 < len(doc) and doc[number + 1].text == "-":
            numbers |= {number + 1} | below(doc[number + 2])
    return numbers


def _is_beside(word: "Token") -> bool:
    """Whether words below a noun do not name it: a clause about it, or the day on which it did something."""
    return word.dep_ in _NO_PART or (
        word.dep_ == "prep" and any(one.ent_type_ in ("DATE", "TIME") for one in children(word, "pobj"))
    )


def _first(word: "Token") -> int:
    return min(one.i for one in word.subtree)


def _is_edge(word: "Token", kept: frozenset[str]) -> bool:
    return (word.is_punct and word.text not in kept) or word.is_space


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order, as first and last of those that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
