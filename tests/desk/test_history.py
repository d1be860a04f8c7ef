from reader.desk.history import Act, History

FIRST, SECOND = (Act(name) for name in ("Highlighted.", "Saved."))


def test_nothing_stands_to_be_undone_or_redone_at_first() -> None:
    history = History()
    assert history.to_undo() is None
    assert history.to_redo() is None


def test_acts_are_undone_from_the_last_and_redone_from_the_first() -> None:
    history = History()
    history.add(FIRST)
    history.add(SECOND)
    assert history.to_undo() is SECOND
    history.undone(SECOND)
    history.undone(FIRST)
    assert history.to_undo() is None
    assert history.to_redo() is FIRST
    history.redone(FIRST)
    assert (history.to_undo(), history.to_redo()) == (FIRST, SECOND)


def test_a_new_act_ends_what_could_be_redone() -> None:
    history = History()
    history.add(FIRST)
    history.undone(FIRST)
    history.add(SECOND)
    assert history.to_redo() is None
    assert history.to_undo() is SECOND
