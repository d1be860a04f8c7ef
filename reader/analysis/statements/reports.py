"""Reports of what somebody says, by verbs and nouns of saying and what hangs on them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.analysis.cues import Cue, Cues
from reader.analysis.statements.grammar import VERBAL, below, children, goes_on, noun_phrase, subject, with_helpers
from reader.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = Cue("", "say", frozenset(("quote",)))
"""What any verb beside a quotation is taken for."""

ACCORDING = Cue("according to", "say", frozenset(("quote",)))

_TO_DO = frozenset(("intend", "request", "threaten", "agree", "reject", "support"))
"""Acts that are done by words on what is to be done."""

_EMPTY_SUBJECTS = frozenset(("it", "this", "that", "which", "there"))
_NOBODY = frozenset(("nobody", "none", "neither", "noone"))
_MEDIA_WORDS = """
address briefing broadcast call conference email interview letter memo message note post remarks report speech statement
tweet video
"""
_MEDIA = frozenset(_MEDIA_WORDS.split())
"""What something is said in."""

_SAME = frozenset(("he", "she", "it", "they", "we", "i", "you", "who", "that", "which"))
_BEING = frozenset(("is", "was", "are", "were", "be", "been", "being", "'s", "’s"))
_NO = frozenset(("no", "neither"))
_MODALS = frozenset(("may", "might", "can", "could", "should", "would", "will", "must", "shall", "'ll", "’ll"))
_TO_COME = frozenset(("expected", "likely", "set", "due", "scheduled", "poised", "planning", "plans", "planned"))


class Report:
    """Somebody says something; what is said may be empty where only a quotation tells it.

    Args:
        verb: the word that tells that something is said.
        cue: what that word means.
        words: numbers of the words that are said.
        speaker: who says it; None: nobody is named there.
        span: of the cue.
        is_quoted: whether it stands inside a quotation, and so is no word of the article's own.
        is_clause: whether what is said is a whole clause.
    """

    def __init__(
        self,
        verb: "Token",
        cue: Cue,
        words: set[int],
        speaker: Span | None,
        span: Span | None = None,
        *,
        is_quoted: bool = False,
        is_clause: bool = False,
    ) -> None:
        self.verb = verb
        self.cue = cue
        self.words = words
        self.speaker = speaker
        self.span = with_helpers(verb) if span is None else span
        self.is_quoted = is_quoted
        self.is_clause = is_clause
        self.quotes: list[int] = []
        """Numbers of the quotations that it brings."""

    @property
    def lemma(self) -> str:
        """The cue as a dictionary has it, with its particle: `point out`."""
        particles = [child.lower_ for child in children(self.verb, "prt")]
        return " ".join((self.cue.lemma, *particles))

    @property
    def can_quote(self) -> bool:
        """Whether a quotation beside it may be what is said."""
        return not self.is_quoted and self.speaker is not None and bool(self.cue.frames & {"quote", "as"})

    @property
    def is_negated(self) -> bool:
        """Whether it is told that this is not said."""
        if children(self.verb, "neg"):
            return True
        subjects = children(self.verb, "nsubj", "nsubjpass")
        return any(one.lower_ in _NOBODY or any(w.lower_ in _NO for w in one.children) for one in subjects)

    @property
    def is_modal(self) -> bool:
        """Whether it is only possible, wanted or to come that this is said."""
        if any(child.lower_ in _MODALS for child in children(self.verb, "aux")):
            return True
        return self.verb.dep_ == "xcomp" and self.verb.head.lower_ in _TO_COME


def reports(doc: "Doc", cues: Cues, quoted: list[int]) -> Iterator[Report]:
    """Reports in a paragraph, by their cues in text order.

    Args:
        doc: the parsed paragraph.
        cues: verbs and nouns of saying.
        quoted: for each word the number of its quotation, from 1; 0 outside of all.
    """
    told: list[Report] = []
    for word in doc:
        form = word.lower_
        report: Report | None = None
        if form == "to" and word.i and word.nbor(-1).lower_ == "according":
            report = _according(word)
        elif word.dep_ in VERBAL:
            cue = cues.verb(form)
            report = _by_mood(word, cues) or (_by_verb(word, cue, cues) if cue else _by_any_verb(word, cues))
        elif word.dep_ == "acomp" and (cue := cues.adjective(form)):
            report = _by_adjective(word, cue, cues)
        elif form == "of" and (cue := cues.phrase(_phrase(word))):
            report = _by_phrase(word, cue)
        elif not quoted[word.i] and (cue := cues.noun(form)):
            report = _by_noun(word, cue, cues)
        if report is not None:
            report.is_quoted = bool(quoted[word.i])
            if report.speaker and form.endswith("ing") and is_aside(word, cues):
                report.speaker = next((one.speaker for one in reversed(told) if _goes_on(one, word)), report.speaker)
            told.append(report)
            yield report


def _goes_on(report: Report, aside: "Token") -> bool:
    """Whether the speaker of a report is who goes on behind it: `said that ..., adding ...`."""
    return report.is_clause and report.speaker is not None and aside.i in below(report.verb)


def beside_quotation(verb: "Token", speaker: Span, cue: Cue | None = None, span: Span | None = None) -> Report:
    """A report of which only the quotation beside it tells what is said."""
    return Report(verb, cue or _SAYING._replace(lemma=verb.lower_), set(), speaker, span)


def _according(to: "Token") -> Report | None:
    """`According to Fidan, talks go on`: the clause around it is what is said."""
    source = next(iter(children(to, "pobj")), None)
    if source is None:
        return None
    according = to.nbor(-1)
    around = according
    while around.head != around and around.dep_ not in VERBAL - {"dep"}:
        around = around.head
    span = Span(according.idx, to.idx + len(to))
    words = below(around) - below(according)
    return Report(according, ACCORDING, words, noun_phrase(source), span, is_clause=True)


def _phrase(last: "Token") -> str:
    """The words of the longest phrase of saying that may end with a word."""
    return last.doc[max(0, last.i - 3) : last.i + 1].text.lower()


def _by_phrase(of: "Token", cue: Cue) -> Report | None:
    """`In the view of Ankara, talks go on`: the clause around it is what is said."""
    source = next(iter(children(of, "pobj")), None)
    if source is None:
        return None
    first = of.nbor(-3)
    around = first.head
    while around.head != around and around.dep_ not in VERBAL:
        around = around.head
    span = Span(first.idx, of.idx + len(of))
    return Report(first, cue, below(around) - below(first), noun_phrase(source), span, is_clause=True)


def _by_adjective(adjective: "Token", cue: Cue, cues: Cues) -> Report | None:
    """`Venn was confident that talks go on`, `is ready to leave`."""
    verb = adjective.head
    who = subject(verb, cues)
    if who is None or who.lower_ in _EMPTY_SUBJECTS:
        return None
    said = children(adjective, *(("ccomp", "xcomp") if "to" in cue.frames else ("ccomp",))) or [
        one for one in children(verb, "ccomp") if one.i > adjective.i
    ]
    if not said:
        return None
    span = Span(verb.idx, adjective.idx + len(adjective)) if verb.i < adjective.i else None
    return Report(verb, cue, _clause(said[0], cues), noun_phrase(who), span, is_clause=True)


def _by_mood(verb: "Token", cues: Cues) -> Report | None:
    """`Venn is convinced that talks go on`, where the parse takes the adjective for a verb."""
    cue, said, who = cues.adjective(verb.lower_), children(verb, "ccomp"), children(verb, "nsubjpass")
    if cue is None or not said or not who or who[0].lower_ in _EMPTY_SUBJECTS:
        return None
    return Report(verb, cue, _clause(said[0], cues), noun_phrase(who[0]), is_clause=True)


def _by_verb(verb: "Token", cue: Cue, cues: Cues) -> Report | None:
    if children(verb, "nsubjpass", "auxpass", "agent"):
        return _by_passive_verb(verb, cue)
    if _is_asked(verb):
        return None
    who = subject(verb, cues)
    speaker = None if who is None else noun_phrase(who)
    clauses, objects = children(verb, "ccomp") or _behind_medium(verb, cue), children(verb, "dobj")
    infinitive = next((one for one in children(verb, "xcomp") if one.i > verb.i), None)
    frames = cue.frames
    if clauses and frames & {"clause", "quote", "hearer", "as"}:
        return Report(verb, cue, _clause(clauses[0], cues), speaker, is_clause=True)
    if speaker is None:
        return Report(verb, cue, set(), None) if "quote" in frames else None
    if verb.dep_ == "parataxis" and "quote" in frames:
        return Report(verb, cue, below(verb.head) - below(verb), speaker, is_clause=True)
    if infinitive is not None and "to" in frames and cue.act in _TO_DO:
        return Report(verb, cue, _with_objects(below(infinitive), objects), speaker)
    if infinitive is not None and "hearer" in frames and objects:
        if cue.act == "say":
            cue = cue._replace(act="request")
        return Report(verb, cue, _with_objects(below(infinitive), objects), speaker)
    if "as" in frames and (words := _as_something(verb)):
        return Report(verb, cue, words, speaker)
    if "object" in frames and objects and cue.act != "believe":
        words = below(objects[0])
        for preposition in children(verb, "prep"):
            if preposition.lower_ in frames or preposition.lower_ == "as":
                words |= below(preposition)
        return Report(verb, cue, words, speaker)
    if after := _after_preposition(verb, cue):
        preposition, words = after
        return Report(verb, cues.verb(f"{verb.lower_} {preposition.lower_}") or cue, words, speaker)
    return Report(verb, cue, set(), speaker) if "quote" in frames else None


def _by_passive_verb(verb: "Token", cue: Cue) -> Report | None:
    """`The plan was announced by Fidan`."""
    agents = [one for by in children(verb, "agent") for one in children(by, "pobj")]
    subjects = children(verb, "nsubjpass")
    if agents and _as_told(verb):  # "Talks go on, as reported by Hurriyet."
        return Report(verb, cue, below(verb.sent.root) - below(verb), noun_phrase(agents[0]), is_clause=True)
    if agents and subjects and "object" in cue.frames:
        return Report(verb, cue, below(subjects[0]), noun_phrase(agents[0]))
    if "quote" in cue.frames:
        return Report(verb, cue, set(), noun_phrase(agents[0]) if agents else None)
    return None


def _by_any_verb(verb: "Token", cues: Cues) -> Report | None:
    """A verb that is not known, with a clause that begins with `that`, is one of saying."""
    clauses = children(verb, "ccomp")
    if verb.lower_ in _BEING or not clauses or all(mark.lower_ != "that" for mark in children(clauses[0], "mark")):
        return None
    who = subject(verb, cues)
    if who is None or who.lower_ in _EMPTY_SUBJECTS:
        return None
    cue = Cue(verb.lower_, "say", frozenset())
    return Report(verb, cue, _clause(clauses[0], cues), noun_phrase(who), is_clause=True)


def _by_noun(noun: "Token", cue: Cue, cues: Cues) -> Report | None:
    """`Ankara's claim that talks go on`, `made a promise to leave`."""
    said = next((one for one in noun.children if one.dep_ == "ccomp" or _is_said(one)), None)
    if said is None and "of" in cue.frames and noun.dep_ == "dobj" and noun.i + 1 < len(noun.doc):
        of = noun.nbor(1)  # `took note of the report`
        said = next(iter(children(of, "pobj")), None) if of.lower_ == "of" else None
    if said is None:
        return None
    owner = next(iter(children(noun, "poss")), None)
    if owner is None and noun.dep_ == "dobj":
        owner = subject(noun.head, cues)
    if owner is None:
        return None
    span = Span(noun.idx, noun.idx + len(noun))
    return Report(noun, cue, below(said), noun_phrase(owner), span)


def _is_said(clause: "Token") -> bool:
    """Whether a clause that hangs on a noun tells what is said, not who."""
    return clause.dep_ in ("acl", "relcl") and any(
        one.lower_ in ("that", "to") and one.dep_ in ("mark", "aux") for one in clause.children
    )


def _is_asked(verb: "Token") -> bool:
    """Whether somebody else does what a verb says: `Asked whether she would come, Venn said ...`."""
    is_participle = verb.lower_.endswith("ed") and verb.dep_ in ("advcl", "acl")
    return is_participle and verb.i < verb.head.i and not children(verb, "nsubj", "aux")


def _behind_medium(verb: "Token", cue: Cue) -> "list[Token]":
    """`said in a statement that talks go on`, where the parse hangs the clause on the statement."""
    if "clause" not in cue.frames:
        return []
    nouns = [noun for preposition in children(verb, "prep") for noun in children(preposition, "pobj")]
    clauses = [clause for noun in nouns if noun.lower_ in _MEDIA for clause in children(noun, "relcl", "acl", "ccomp")]
    return [clause for clause in clauses if any(mark.lower_ == "that" for mark in children(clause, "mark"))]


def _clause(verb: "Token", cues: Cues) -> set[int]:
    """A clause without where it is said, and what stands behind it as other words of the same speaker or on them."""
    words = below(verb)
    if len(words) == 1:
        return words
    for preposition in children(verb, "prep"):
        if preposition.i == min(words) and any(noun.lower_ in _MEDIA for noun in children(preposition, "pobj")):
            words -= below(preposition)  # `said in a statement talks go on`
    for one in verb.subtree:
        if one.i > verb.i and (is_aside(one, cues) or goes_on(one, cues) or _is_next(one, verb, cues)):
            words -= below(one)
            if (last := max(words)) < one.i and one.doc[last].dep_ == "cc":
                words.discard(last)
    return words


def _is_next(one: "Token", verb: "Token", cues: Cues) -> bool:
    """Whether somebody else says something from a word on: `..., and Reth said that ...`."""
    if one.head != verb or one.dep_ != "conj" or not children(one, "ccomp") or cues.verb(one.lower_) is None:
        return False
    return any(who.lower_ not in _SAME for who in children(one, "nsubj"))


def is_aside(word: "Token", cues: Cues) -> bool:
    """Whether a word begins what the clause before it does not say: `..., citing its costs`, `..., by her account`."""
    doc, first = word.doc, word.left_edge.i
    if not first or doc[first - 1].text != ",":
        return False
    if word.dep_ == "prep":
        return word.lower_ == "according"
    if word.dep_ not in ("advcl", "acl") or cues.verb(word.lower_) is None:
        return False
    return word.lower_.endswith("ing") or _as_told(word)


def _as_told(verb: "Token") -> bool:
    """`as reported by Hurriyet`, `as Hurriyet reported`."""
    return any(mark.lower_ == "as" for mark in children(verb, "mark"))


def _with_objects(words: set[int], objects: "list[Token]") -> set[int]:
    """`asked Ankara to leave`: who is to do it belongs to what is said."""
    return words.union(*map(below, objects)) if objects and min(words) > objects[0].i else words


def _as_something(verb: "Token") -> set[int]:
    """`called the plan a mistake`, `described it as dangerous`."""
    objects, more = children(verb, "dobj"), children(verb, "xcomp", "oprd")
    as_what = [one for one in children(verb, "prep") if one.lower_ == "as"]
    if not objects:
        more = [one for one in more if children(one, "nsubj")]
    elif len(objects) == 1 and not (more or as_what):
        return set()
    return set[int]().union(*map(below, (*objects, *more, *as_what)))


def _after_preposition(verb: "Token", cue: Cue) -> "tuple[Token, set[int]] | None":
    """`called for a ceasefire`, `called on Israel to stop`: the preposition, and what is said."""
    for preposition in children(verb, "prep"):
        if preposition.lower_ in cue.frames:
            words = below(preposition) - {preposition.i}
            for more in children(verb, "xcomp", "advcl"):
                if more.i > preposition.i and preposition.lower_ in ("on", "for", "upon"):
                    words |= below(more)
            return preposition, words
    return None
