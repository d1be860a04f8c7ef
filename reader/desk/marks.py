"""The reader's marks: every act durable before it is told, and every act undoable."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from reader.desk.history import Act, History
from reader.model.article import Article
from reader.model.mark import Mark, MarkKind
from reader.model.span import Span
from reader.model.value import Value, replace
from reader.notebook.about import About
from reader.notebook.notebook import Notebook
from reader.notebook.uuid7 import uuid7
from reader.text.anchors import anchor, resolve
from reader.text.shorten import shorten

QUOTE_LENGTH = 32
"""Code points of a passage in a message."""

KIND_NAMES = {MarkKind.NOTE: "note", MarkKind.HIGHLIGHT: "highlight", MarkKind.TAGS: "tags"}


class PlacedMark(Value, frozen=True):
    """A mark and where it stands in the version that is open."""

    mark: Mark
    span: Span | None
    """None: on the article as a whole, or its passage was not found."""


class Change(Value, frozen=True):
    """What a durable act did."""

    said: str
    """A sentence for the reader."""
    article_id: str
    marks: tuple[PlacedMark, ...]
    """All marks of the article after it."""


class MarksAct(Act, frozen=True):
    """One durable change of the reader's marks on an article."""

    article: Article
    before: tuple[Mark, ...]
    """The changed marks as they were; those that are new are not among them."""
    after: tuple[Mark, ...]
    """The changed marks as they are; those that were deleted are not among them."""

    def inverse(self) -> "MarksAct":
        """The act that undoes this one."""
        return MarksAct(self.name, self.article, self.after, self.before)


class Marks:
    """Makes, changes and deletes marks in the notebook.

    Args:
        folder: of the notebook.
        history: of what the reader did, to marks and to other things; None: one of its own.
    """

    def __init__(self, folder: Path, history: History | None = None) -> None:
        self._notebook = Notebook(folder)
        self._history = history or History()
        self._revs: dict[UUID, int] = {}
        self._unsaved: dict[str, str] = {}

    def of(self, article: Article) -> tuple[PlacedMark, ...]:
        """All marks on an article: those on the whole first, then in text order."""
        placed = [
            PlacedMark(mark, resolve(mark.anchor, article) if mark.anchor else None)
            for mark in self._notebook.marks(article.id)
        ]
        return tuple(sorted(placed, key=_text_order))

    def take_notices(self) -> tuple[str, ...]:
        """Sentences about files that were damaged and mended, each told once."""
        return self._notebook.take_notices()

    def tidy(self) -> None:
        """Clear away what a killed program left behind."""
        self._notebook.tidy()

    def known_tags(self) -> Mapping[str, int]:
        """All tags of the notebook with the number of marks that carry them."""
        return self._notebook.tags()

    def toggle_highlight(self, article: Article, span: Span) -> Change:
        """Highlight a passage, or take the highlight off that covers it or lies in it."""
        for placed in self.of(article):
            there = placed.span
            if placed.mark.kind is MarkKind.HIGHLIGHT and there and (there.covers(span) or span.covers(there)):
                return self.delete(article, placed.mark)
        mark = self._new(article, MarkKind.HIGHLIGHT, span)
        return self._act(article, f"Highlighted {_quoted(mark)}.", (), (mark,))

    def write(self, article: Article, mark: Mark | None, span: Span | None, body: str, tags: tuple[str, ...]) -> Change:
        """Save a note: a changed one, or a new one on a span (None: on the article); its draft is let go."""
        before = () if mark is None else (mark,)
        note = mark or self._new(article, MarkKind.NOTE, span)
        changed = replace(note, body=body, tags=tags, modified=_now())
        key = _draft_key(article, mark, span)
        self._unsaved[key] = body  # where the disk takes neither note nor draft, this session still has the words
        change = self._act(article, f"Saved note on {_quoted(note)}.", before, (changed,))
        del self._unsaved[key]
        self._notebook.drop_draft(key)
        return change

    def set_tags(self, article: Article, mark: Mark | None, span: Span | None, tags: tuple[str, ...]) -> Change | None:
        """Tag a mark, a span without a mark, or the article (no mark, no span); None: there was nothing to do."""
        if mark is None:
            if not tags:
                return None
            new = replace(self._new(article, MarkKind.TAGS, span), tags=tags)
            return self._act(article, f"Tagged {_quoted(new)}.", (), (new,))
        if mark.tags == tags:
            return None
        if mark.kind is MarkKind.TAGS and not tags:
            return self._act(article, f"Took the tags off {_quoted(mark)}.", (mark,), ())
        changed = replace(mark, tags=tags, modified=_now())
        return self._act(article, f"{'Tagged' if tags else 'Took the tags off'} {_quoted(mark)}.", (mark,), (changed,))

    def delete(self, article: Article, mark: Mark) -> Change:
        """Delete a mark."""
        return self._act(article, f"Deleted {KIND_NAMES[mark.kind]} on {_quoted(mark)}.", (mark,), ())

    def undo(self) -> Change | None:
        """Undo the last act of this session; None: there is none, or it was done to something else."""
        act = self._history.to_undo()
        if not isinstance(act, MarksAct):
            return None
        done = self._store(act.inverse())
        self._history.undone(done.inverse())
        return self._change(f"Undone: {_lower(act.name)}", act.article)

    def redo(self) -> Change | None:
        """Do the last undone act again; None: there is none, or it was done to something else."""
        act = self._history.to_redo()
        if not isinstance(act, MarksAct):
            return None
        self._history.redone(self._store(act))
        return self._change(f"Done again: {_lower(act.name)}", act.article)

    def draft(self, article: Article, mark: Mark | None, span: Span | None) -> str:
        """Words for a note that were kept unsaved, or could not be saved; empty: none."""
        key = _draft_key(article, mark, span)
        return self._unsaved.get(key) or self._notebook.draft(key)

    def keep_draft(self, article: Article, mark: Mark | None, span: Span | None, text: str) -> None:
        """Keep words for a note that were not saved; empty words are let go."""
        key = _draft_key(article, mark, span)
        self._unsaved.pop(key, None)
        if text.strip():
            self._notebook.save_draft(key, text)
        else:
            self._notebook.drop_draft(key)

    def _new(self, article: Article, kind: MarkKind, span: Span | None) -> Mark:
        now = _now()
        return Mark(uuid7(), article.id, kind, now, now, None if span is None else anchor(article, span))

    def _act(self, article: Article, name: str, before: tuple[Mark, ...], after: tuple[Mark, ...]) -> Change:
        done = self._store(MarksAct(name, article, before, after))
        change = self._change(name if after else f"{name} u brings it back.", article)
        if not after and any(placed.mark.id == mark.id for placed in change.marks for mark in before):
            kind = KIND_NAMES[before[0].kind]
            return replace(change, said=f"Not deleted: another program changed the {kind} on {_quoted(before[0])}.")
        self._history.add(done)
        return change

    def _store(self, act: MarksAct) -> MarksAct:
        """Bring an act to the disk; returns it with the marks as they were stored."""
        # An older act of the history knows an older revision: what we wrote since then is ours, not another program's.
        before = [replace(mark, rev=max(mark.rev, self._revs.get(mark.id, 0))) for mark in act.before]
        stored = self._notebook.change(_about(act.article), before, act.after)
        self._revs.update((mark.id, mark.rev) for mark in stored)
        # Where another program had changed a mark, ours was kept as a new one: to undo that is to delete it.
        doubled = {mark.id for mark, kept in zip(act.after, stored, strict=True) if mark.id != kept.id}
        return replace(act, before=tuple(mark for mark in act.before if mark.id not in doubled), after=stored)

    def _change(self, said: str, article: Article) -> Change:
        return Change(said, article.id, self.of(article))


def _now() -> datetime:
    return datetime.now(UTC)


def _about(article: Article) -> About:
    return About(article.id, article.title, article.source, article.url, article.published, article.text_hash)


def _quoted(mark: Mark) -> str:
    if mark.anchor is None:
        return "the article"
    return f"“{shorten(' '.join(mark.anchor.exact.split()), QUOTE_LENGTH)}”"


def _draft_key(article: Article, mark: Mark | None, span: Span | None) -> str:
    if mark is not None:
        return f"{article.id} {mark.id}"
    return f"{article.id} {span.start}-{span.end}" if span else article.id


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _text_order(placed: PlacedMark) -> tuple[int, int, datetime]:
    if placed.span is None:
        return (-1 if placed.mark.anchor is None else 1 << 62), 0, placed.mark.created
    return placed.span.start, placed.span.end, placed.mark.created
