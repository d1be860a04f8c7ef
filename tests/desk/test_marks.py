"""The reader's marks, in a notebook on the disk."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.desk.marks import Change, Marks, PlacedMark
from reader.errors import StorageError
from reader.model.mark import Mark, MarkKind
from reader.model.value import replace
from tests.desk.articles import STORY, story, words

ARTICLE = story()
SENTENCE = words(ARTICLE, "Turkey voiced its concerns.")
OTHER = words(ARTICLE, "Israel answered on Monday.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def marks(folder: Path) -> Marks:
    return Marks(folder)


def kept(folder: Path) -> tuple[PlacedMark, ...]:
    """What another program finds on the disk."""
    return Marks(folder).of(ARTICLE)


def bodies(placed: Sequence[PlacedMark]) -> list[str]:
    return [one.mark.body for one in placed]


def only(change: Change | None) -> Mark:
    assert change is not None
    (placed,) = change.marks
    return placed.mark


def written(marks: Marks, body: str, mark: Mark | None = None) -> Mark:
    """The one note of the article, as it is stored after it was written."""
    return only(marks.write(ARTICLE, mark, None if mark else SENTENCE, body, ()))


# Highlights


def test_a_highlight_is_on_the_disk_when_it_is_told(marks: Marks, folder: Path) -> None:
    change = marks.toggle_highlight(ARTICLE, SENTENCE)
    assert change.said == "Highlighted “Turkey voiced its concerns.”."
    assert change.article_id == ARTICLE.id
    assert kept(folder) == change.marks
    assert (only(change).kind, change.marks[0].span) == (MarkKind.HIGHLIGHT, SENTENCE)


def test_the_same_again_takes_the_highlight_off(marks: Marks, folder: Path) -> None:
    marks.toggle_highlight(ARTICLE, SENTENCE)
    change = marks.toggle_highlight(ARTICLE, SENTENCE)
    assert change.said == "Deleted highlight on “Turkey voiced its concerns.”. u brings it back."
    assert change.marks == kept(folder) == ()


@pytest.mark.parametrize(("first", "second"), [("voiced its", "Turkey voiced its concerns."), ("Turkey", "Turkey")])
@pytest.mark.parametrize("turned", [False, True])
def test_a_highlight_inside_or_around_counts_as_the_same(marks: Marks, first: str, second: str, turned: bool) -> None:
    spans = [words(ARTICLE, first), words(ARTICLE, second)]
    if turned:
        spans.reverse()
    marks.toggle_highlight(ARTICLE, spans[0])
    assert marks.toggle_highlight(ARTICLE, spans[1]).marks == ()


def test_another_sentence_has_a_highlight_of_its_own(marks: Marks) -> None:
    marks.toggle_highlight(ARTICLE, OTHER)
    change = marks.toggle_highlight(ARTICLE, SENTENCE)
    assert [placed.span for placed in change.marks] == [SENTENCE, OTHER]


def test_a_highlight_leaves_a_note_on_the_same_sentence_alone(marks: Marks) -> None:
    written(marks, "Since when?")
    marks.toggle_highlight(ARTICLE, SENTENCE)
    assert bodies(marks.toggle_highlight(ARTICLE, SENTENCE).marks) == ["Since when?"]


# Notes


def test_a_note_keeps_its_words_its_place_and_its_tags(marks: Marks, folder: Path) -> None:
    change = marks.write(ARTICLE, None, SENTENCE, "Since when?", ("talks",))
    assert change.said == "Saved note on “Turkey voiced its concerns.”."
    (placed,) = kept(folder)
    assert placed == change.marks[0]
    assert (placed.mark.body, placed.mark.tags, placed.span) == ("Since when?", ("talks",), SENTENCE)


def test_a_note_on_the_article_stands_first_and_has_no_place(marks: Marks) -> None:
    written(marks, "On a sentence.")
    change = marks.write(ARTICLE, None, None, "On all of it.", ())
    assert change.said == "Saved note on the article."
    assert bodies(change.marks) == ["On all of it.", "On a sentence."]
    assert change.marks[0].span is None


def test_a_changed_note_stays_the_same_mark(marks: Marks, folder: Path) -> None:
    first = written(marks, "One.")
    second = written(marks, "Two.", first)
    assert second.id == first.id
    assert bodies(kept(folder)) == ["Two."]


def test_a_long_passage_is_cut_at_a_word_in_the_message(marks: Marks) -> None:
    article = story("The ministers of nine countries met once more behind closed doors in the capital.")
    assert marks.toggle_highlight(article, article.body).said == "Highlighted “The ministers of nine countries…”."


# Tags


def test_tags_of_the_article_are_a_mark_of_their_own(marks: Marks, folder: Path) -> None:
    change = marks.set_tags(ARTICLE, None, None, ("gaza", "talks"))
    assert change is not None
    assert change.said == "Tagged the article."
    assert (only(change).kind, only(change).tags) == (MarkKind.TAGS, ("gaza", "talks"))
    assert kept(folder) == change.marks


def test_a_note_can_be_tagged_and_lose_its_tags_and_stays(marks: Marks) -> None:
    tagged = only(marks.set_tags(ARTICLE, written(marks, "One."), SENTENCE, ("gaza",)))
    assert (tagged.kind, tagged.tags) == (MarkKind.NOTE, ("gaza",))
    change = marks.set_tags(ARTICLE, tagged, SENTENCE, ())
    assert change is not None
    assert change.said == "Took the tags off “Turkey voiced its concerns.”."
    assert (only(change).body, only(change).tags) == ("One.", ())


def test_a_mark_that_was_only_tags_goes_with_them(marks: Marks, folder: Path) -> None:
    mark = only(marks.set_tags(ARTICLE, None, SENTENCE, ("gaza",)))
    change = marks.set_tags(ARTICLE, mark, SENTENCE, ())
    assert change is not None
    assert change.said.startswith("Took the tags off “Turkey voiced")
    assert kept(folder) == ()


def test_no_change_of_tags_is_no_act(marks: Marks) -> None:
    assert marks.set_tags(ARTICLE, None, SENTENCE, ()) is None
    mark = only(marks.set_tags(ARTICLE, None, SENTENCE, ("gaza",)))
    assert marks.set_tags(ARTICLE, mark, SENTENCE, ("gaza",)) is None


def test_known_tags_are_counted_over_all_articles(marks: Marks) -> None:
    marks.set_tags(ARTICLE, None, None, ("gaza", "talks"))
    marks.set_tags(story("Another story was told here."), None, None, ("gaza",))
    assert dict(marks.known_tags()) == {"gaza": 2, "talks": 1}


# Undo and redo


def test_nothing_to_undo_or_redo_is_no_change(marks: Marks) -> None:
    assert marks.undo() is None
    assert marks.redo() is None


def test_undo_and_redo_name_the_act(marks: Marks) -> None:
    marks.toggle_highlight(ARTICLE, SENTENCE)
    undone, redone = marks.undo(), marks.redo()
    assert undone is not None
    assert redone is not None
    assert undone.said == "Undone: highlighted “Turkey voiced its concerns.”."
    assert redone.said == "Done again: highlighted “Turkey voiced its concerns.”."


def test_a_deleted_note_comes_back_whole(marks: Marks, folder: Path) -> None:
    note = only(marks.write(ARTICLE, None, SENTENCE, "Since when?", ("talks",)))
    assert marks.delete(ARTICLE, note).said.startswith("Deleted note on “Turkey")
    assert kept(folder) == ()
    back = only(marks.undo())
    assert (back.id, back.body, back.tags, back.anchor) == (note.id, note.body, note.tags, note.anchor)
    assert kept(folder)[0].mark == back


def test_edits_of_one_note_are_undone_and_redone_one_by_one(marks: Marks, folder: Path) -> None:
    note = written(marks, "One.")
    for body in ("Two.", "Three."):
        note = written(marks, body, note)
    marks.delete(ARTICLE, note)
    seen = [bodies(change.marks) for change in iter(marks.undo, None)]
    assert seen == [["Three."], ["Two."], ["One."], []]
    seen = [bodies(change.marks) for change in iter(marks.redo, None)]
    assert seen == [["One."], ["Two."], ["Three."], []]
    marks.undo()
    assert bodies(kept(folder)) == ["Three."]


def test_an_act_after_an_undo_ends_what_could_be_redone(marks: Marks) -> None:
    note = written(marks, "One.")
    written(marks, "Two.", note)
    back = only(marks.undo())
    written(marks, "Other.", back)
    assert marks.redo() is None
    assert bodies([placed for change in [marks.undo()] if change for placed in change.marks]) == ["One."]


def test_acts_on_two_articles_are_undone_where_they_were_done(marks: Marks) -> None:
    other = story("Another story was told here.")
    marks.toggle_highlight(ARTICLE, SENTENCE)
    marks.toggle_highlight(other, other.body)
    for article in (other, ARTICLE):
        change = marks.undo()
        assert change is not None
        assert (change.article_id, change.marks) == (article.id, ())


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["write", "highlight", "tag", "delete", "undo", "redo"]), max_size=12))
def test_all_that_was_done_can_be_undone_to_the_last_and_done_again(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    marks = Marks(tmp_path_factory.mktemp("notebook"))
    for number, act in enumerate(acts):
        there = marks.of(ARTICLE)
        note = next((placed.mark for placed in there if placed.mark.kind is MarkKind.NOTE), None)
        match act:
            case "write":
                marks.write(ARTICLE, note, SENTENCE, f"Note {number}.", ())
            case "highlight":
                marks.toggle_highlight(ARTICLE, OTHER)
            case "tag":
                marks.set_tags(ARTICLE, note, SENTENCE, (f"tag{number}",))
            case "delete" if there:
                marks.delete(ARTICLE, there[-1].mark)
            case "undo":
                marks.undo()
            case "redo":
                marks.redo()
    while marks.redo():
        pass
    done = told(marks)
    while marks.undo():
        pass
    assert told(marks) == []
    while marks.redo():
        pass
    assert told(marks) == done


def told(marks: Marks) -> list[tuple[object, ...]]:
    """What the reader sees of all marks."""
    return [(p.mark.id, p.mark.kind, p.mark.body, p.mark.tags, p.span) for p in marks.of(ARTICLE)]


# Two programs


def test_a_note_that_another_program_changed_is_not_overwritten(marks: Marks, folder: Path) -> None:
    note = written(marks, "One.")
    Marks(folder).write(ARTICLE, note, SENTENCE, "Theirs.", ())
    marks.write(ARTICLE, note, SENTENCE, "Ours.", ())
    assert sorted(bodies(kept(folder))) == ["Ours.", "Theirs."]


def test_undo_of_a_note_kept_beside_another_programs_takes_only_ours_away(marks: Marks, folder: Path) -> None:
    note = written(marks, "One.")
    Marks(folder).write(ARTICLE, note, SENTENCE, "Theirs.", ())
    marks.write(ARTICLE, note, SENTENCE, "Ours.", ())
    marks.undo()
    assert bodies(kept(folder)) == ["Theirs."]


def test_undo_keeps_what_another_program_wrote_since(marks: Marks, folder: Path) -> None:
    note = written(marks, "One.")
    note = written(marks, "Two.", note)
    Marks(folder).write(ARTICLE, note, SENTENCE, "Theirs.", ())
    for _ in range(2):
        marks.undo()
        assert "Theirs." in bodies(kept(folder))


def test_a_note_that_another_program_changed_is_not_said_to_be_deleted(marks: Marks, folder: Path) -> None:
    note = written(marks, "One.")
    Marks(folder).write(ARTICLE, note, SENTENCE, "Theirs.", ())
    change = marks.delete(ARTICLE, note)
    assert change.said == "Not deleted: another program changed the note on “Turkey voiced its concerns.”."
    assert bodies(change.marks) == bodies(kept(folder)) == ["Theirs."]
    undone = marks.undo()
    assert undone is not None
    assert undone.said.startswith("Undone: saved note"), "what was not done cannot be undone"
    assert bodies(kept(folder)) == ["Theirs."]


def test_a_mark_of_another_program_is_seen_with_the_next_act(marks: Marks, folder: Path) -> None:
    marks.toggle_highlight(ARTICLE, SENTENCE)
    Marks(folder).write(ARTICLE, None, OTHER, "Theirs.", ())
    assert bodies(marks.toggle_highlight(ARTICLE, SENTENCE).marks) == ["Theirs."]


# Passages


def test_a_mark_finds_its_passage_in_another_version(marks: Marks) -> None:
    marks.toggle_highlight(ARTICLE, SENTENCE)
    newer = replace(story(STORY.replace("ANKARA", "UPDATE 1: ANKARA")), id=ARTICLE.id)
    (placed,) = marks.of(newer)
    assert placed.span is not None
    assert placed.span.of(newer.text) == "Turkey voiced its concerns."


def test_a_mark_whose_passage_is_gone_is_kept_at_the_end(marks: Marks) -> None:
    marks.write(ARTICLE, None, words(ARTICLE, "talks end"), "On talks.", ())
    marks.write(ARTICLE, None, SENTENCE, "On Turkey.", ())
    newer = replace(story(STORY.replace("Turkey voiced its concerns.", "So it was.")), id=ARTICLE.id)
    first, lost = marks.of(newer)
    assert first.span is not None
    assert (first.mark.body, lost.mark.body, lost.span) == ("On talks.", "On Turkey.", None)


# Drafts


def test_unsaved_words_are_kept_for_their_place(marks: Marks, folder: Path) -> None:
    marks.keep_draft(ARTICLE, None, SENTENCE, "Half a thou")
    again = Marks(folder)
    assert again.draft(ARTICLE, None, SENTENCE) == "Half a thou"
    assert again.draft(ARTICLE, None, OTHER) == again.draft(ARTICLE, None, None) == ""


def test_a_note_that_is_saved_leaves_no_draft(marks: Marks) -> None:
    marks.keep_draft(ARTICLE, None, SENTENCE, "Half")
    note = written(marks, "Half and half.")
    assert marks.draft(ARTICLE, None, SENTENCE) == ""
    marks.keep_draft(ARTICLE, note, SENTENCE, "More")
    assert marks.draft(ARTICLE, note, SENTENCE) == "More"
    written(marks, "More and more.", note)
    assert marks.draft(ARTICLE, note, SENTENCE) == ""


def test_a_draft_of_nothing_is_let_go(marks: Marks) -> None:
    marks.keep_draft(ARTICLE, None, None, "Half")
    marks.keep_draft(ARTICLE, None, None, " \n")
    assert marks.draft(ARTICLE, None, None) == ""


# When it cannot be done


def test_what_could_not_be_stored_is_no_act(marks: Marks, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = written(marks, "One.")
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", failing)
        with pytest.raises(StorageError):
            marks.delete(ARTICLE, note)
        with pytest.raises(StorageError):
            marks.undo()
    assert bodies(kept(folder)) == ["One."]
    undone = marks.undo()
    assert undone is not None
    assert undone.said.startswith("Undone: saved note")
    assert kept(folder) == ()


def failing(_: int) -> None:
    raise OSError(28, "No space left on device")
