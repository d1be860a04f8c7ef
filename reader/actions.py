"""Every act of the reader, once: the source of keys, footer, help, palette and `:` line."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from reader.model.value import Value


class Place(StrEnum):
    """Where an action's keys hold."""

    EVERYWHERE = "Everywhere"
    ROOM = "Reading room"
    ARTICLE = "Article"
    SELECTION = "Selecting"
    SUMMARY = "Summary"
    ENTITIES = "Entities"
    NOTES = "Notes"
    STATEMENTS = "Statements"
    DATES = "Dates"
    LIBRARY = "Library"
    LIST = "Articles"
    SEARCHES = "Searches"
    PREVIEW = "Preview"
    DOSSIER = "Dossier"
    PASSAGES = "Passages"
    ABOUT = "What is known"
    NAMES = "All names"
    NAME_LIST = "Names"
    GROUPS = "Groups"
    ACROSS = "Across articles"
    SAID = "Who said what"
    HAPPENED = "What happened when"
    CORRECTIONS = "Corrections"
    RULES = "What you decided"


THINGS = {
    Place.ARTICLE: "sentence",
    Place.SUMMARY: "sentence",
    Place.ENTITIES: "name",
    Place.NOTES: "note",
    Place.STATEMENTS: "statement",
    Place.DATES: "date",
    Place.LIST: "article",
    Place.SEARCHES: "search",
    Place.PREVIEW: "line",
    Place.PASSAGES: "passage",
    Place.ABOUT: "line",
    Place.SAID: "statement",
    Place.HAPPENED: "date",
    Place.NAME_LIST: "name",
    Place.GROUPS: "group",
    Place.RULES: "correction",
}
"""What j and k move by in each pane."""

PANES = (Place.ARTICLE, Place.SUMMARY, Place.ENTITIES, Place.NOTES, Place.STATEMENTS, Place.DATES)
"""Of the reading room."""

LIBRARY_PANES = (Place.LIST, Place.SEARCHES, Place.PREVIEW)

DOSSIER_PANES = (Place.PASSAGES, Place.ABOUT)

ACROSS_PANES = (Place.SAID, Place.HAPPENED)

NAME_PANES = (Place.NAME_LIST, Place.GROUPS)

SCREENS = {
    **dict.fromkeys((*PANES, Place.SELECTION), Place.ROOM),
    **dict.fromkeys(LIBRARY_PANES, Place.LIBRARY),
    **dict.fromkeys(DOSSIER_PANES, Place.DOSSIER),
    **dict.fromkeys(ACROSS_PANES, Place.ACROSS),
    **dict.fromkeys(NAME_PANES, Place.NAMES),
    Place.RULES: Place.CORRECTIONS,
}
"""The screen that a pane belongs to."""

_ALL_PANES = (*PANES, *LIBRARY_PANES, *DOSSIER_PANES, *ACROSS_PANES, *NAME_PANES, Place.RULES)


class Action(Value, frozen=True):
    """One thing that the reader can do."""

    id: str
    """Stable name, for `:` and for keymaps: `<thing>.<act>`."""
    title: str
    """What it does, in a few words, for help and palette."""
    keys: tuple[str, ...] = ()
    """Characters, or key names as Textual spells them; the first is shown."""
    place: Place = Place.EVERYWHERE
    short: str = ""
    """The word for the footer; empty: not shown there."""
    footer: frozenset[Place] = frozenset()
    """In which panes the footer shows it."""


def _act(
    id_: str, title: str, keys: str = "", place: Place = Place.EVERYWHERE, short: str = "", footer: Iterable[Place] = ()
) -> Action:
    return Action(id_, title, tuple(keys.split()), place, short, frozenset(footer))


ACTIONS: tuple[Action, ...] = (
    # Moving. In each pane j and k go to the next and previous thing there.
    _act("item.next", "Next sentence, name, note, statement or article", "j down"),
    _act("item.previous", "Previous sentence, name, note, statement or article", "k up"),
    _act(
        "item.go",
        "Go: open the article, to the passage, or to a name's next mention",
        "enter",
        short="go",
        footer=(*PANES[1:], *LIBRARY_PANES[:2], *DOSSIER_PANES, *ACROSS_PANES, *NAME_PANES, Place.RULES),
    ),
    _act("item.first", "To the top", "g home"),
    _act("item.last", "To the bottom", "G end"),
    _act("page.on", "Page down; at the end of the article: on to the next unread one", "space", Place.ROOM),
    _act("page.down", "Page down", "pagedown"),
    _act("page.up", "Page up", "b pageup"),
    _act("page.half_down", "Half a page down", "ctrl+d"),
    _act("page.half_up", "Half a page up", "ctrl+u"),
    _act("line.down", "Scroll one line down", "ctrl+e"),
    _act("line.up", "Scroll one line up", "ctrl+y"),
    _act("paragraph.next", "Next paragraph", "}", Place.ARTICLE),
    _act("paragraph.previous", "Previous paragraph", "{", Place.ARTICLE),
    _act("jump.back", "Back to where the last jump began", "backspace ctrl+o", Place.ROOM),
    _act("jump.forward", "Forward again", "f3", Place.ROOM),
    _act("article.next", "Next article of the list", "J", Place.ROOM),
    _act("article.previous", "Previous article of the list", "K", Place.ROOM),
    _act("unread.next", "Next unread article", ">"),
    _act("unread.previous", "Previous unread article", "<"),
    # Articles.
    _act(
        "article.archive",
        "Archive, and on to the next; again: back among the others",
        "x",
        short="archive",
        footer=[Place.LIST],
    ),
    _act("article.read", "Mark as read, or as unread", "m", short="read", footer=[Place.LIST]),
    _act("article.star", "Star, or take the star off", "s", short="star"),
    _act("article.remove", "Remove from the library", "X delete", Place.LIST),
    _act("list.select", "Select, and on to the next", "space", Place.LIST, short="select", footer=[Place.LIST]),
    _act("list.select_all", "Select all of the list, or none", "*", Place.LIST),
    _act("list.unfold", "Unfold the copies of a story", "+", Place.LIST),
    _act("list.fold", "Fold them again", "-", Place.LIST),
    _act("list.sort", "Choose the order of the list", "S", Place.LIBRARY),
    _act("library.find", "Find in the whole library", "f", short="find", footer=LIBRARY_PANES),
    _act("library.open", "Library", "L", Place.ROOM),
    _act("search.save", "Keep the search under a name", "ctrl+s", Place.LIBRARY),
    _act(
        "search.forget", "Forget the saved search", "X delete", Place.SEARCHES, short="forget", footer=[Place.SEARCHES]
    ),
    _act("feed.refresh", "Fetch what is new in the feeds", "r", Place.LIBRARY),
    _act("import.stop", "Stop adding or fetching"),
    # Panes.
    _act("pane.right", "Pane to the right", "l right"),
    _act("pane.left", "Pane to the left", "h left"),
    _act(
        "pane.next",
        "Next pane",
        "tab",
        short="pane",
        footer=(*PANES, *LIBRARY_PANES[1:], *DOSSIER_PANES, *ACROSS_PANES, *NAME_PANES),
    ),
    _act("pane.previous", "Previous pane", "shift+tab"),
    _act("pane.article", "Article", "1", Place.ROOM),
    _act("pane.summary", "Summary", "2", Place.ROOM),
    _act("pane.entities", "Entities", "3", Place.ROOM),
    _act("pane.notes", "Notes", "4", Place.ROOM),
    _act("pane.statements", "Statements: who said what", "5", Place.ROOM),
    _act("pane.dates", "Dates: what happened when", "6", Place.ROOM),
    _act("pane.list", "List of articles", "1", Place.LIBRARY),
    _act("pane.searches", "Saved searches", "2", Place.LIBRARY),
    _act("pane.preview", "Preview", "3", Place.LIBRARY),
    _act("library.statements", "Who said what in the articles of the list", "5", Place.LIBRARY),
    _act("library.dates", "What happened when, by the articles of the list", "6", Place.LIBRARY),
    _act("view.zen", "The text alone, and back", "z", Place.ROOM),
    # Marking.
    _act(
        "mark.highlight",
        "Highlight the sentence or selection; again: off",
        "H",
        Place.ROOM,
        short="highlight",
        footer=[Place.ARTICLE],
    ),
    _act("mark.note", "Note on the sentence or selection", "a", Place.ROOM, short="note", footer=[Place.ARTICLE]),
    _act("article.note", "Note on the article", "A", Place.ROOM, short="note on article", footer=[Place.NOTES]),
    _act(
        "mark.tags",
        "Tags of the sentence, selection or note",
        "t",
        Place.ROOM,
        short="tag",
        footer=[Place.ARTICLE, Place.NOTES],
    ),
    _act("article.tags", "Tags of the article", "T", Place.ROOM),
    _act(
        "mark.edit",
        "Edit the note; else correct the name or its type, or the statement",
        "e",
        Place.ROOM,
        short="edit",
        footer=[Place.ENTITIES, Place.NOTES],
    ),
    _act("mark.delete", "Delete the mark", "X delete", Place.ROOM, short="delete", footer=[Place.NOTES]),
    _act("act.undo", "Undo", "u"),
    _act("act.redo", "Redo", "ctrl+r"),
    _act("select.start", "Select: start, or stop", "v", Place.ARTICLE, short="select", footer=[Place.ARTICLE]),
    _act("select.word_next", "Move the end of the selection to the next word", "w", Place.SELECTION),
    _act("select.word_previous", "Move the end of the selection to the previous word", "b", Place.SELECTION),
    _act("select.other_end", "Move the other end of the selection", "o", Place.SELECTION),
    _act("select.paragraph", "Select the paragraph", "p", Place.SELECTION),
    _act("copy.quote", "Copy with its citation", "y", Place.ROOM, short="copy", footer=[Place.STATEMENTS]),
    # Finding.
    _act("find.open", "Find in the text", "/", Place.ROOM, short="find", footer=[Place.ARTICLE]),
    _act("find.next", "Next match", "n", Place.ROOM),
    _act("find.previous", "Previous match", "N", Place.ROOM),
    _act("names.show", "Mark all names in the text, or none", "I", Place.ROOM),
    _act("names.focus", "Only sentences with the chosen name stay bright; again: all", "F", Place.ROOM, short="only"),
    # Statements.
    _act(
        "statements.speaker",
        "Only statements of one speaker",
        "w",
        Place.STATEMENTS,
        short="by whom",
        footer=[Place.STATEMENTS],
    ),
    _act(
        "statements.act",
        "Only statements of one kind: accusing, promising, …",
        "c",
        Place.STATEMENTS,
        short="kind",
        footer=[Place.STATEMENTS],
    ),
    _act("statement.edit", "Correct who says it, or what is done by it", place=Place.STATEMENTS),
    _act("statement.reject", "This is no statement", place=Place.STATEMENTS),
    _act("statements.unassigned", "Only quotations without a speaker; again: all", "U", Place.STATEMENTS),
    _act("statements.parts", "Mark in the text who says what, or nothing", "M", Place.ROOM),
    # Correcting names: what the reader says holds for past and future articles.
    _act("entity.edit", "Correct the name or its type", place=Place.ROOM),
    _act("entity.merge", "It is the same as another one", "=", Place.ROOM, short="same as", footer=[Place.ENTITIES]),
    _act("entity.split", "These words name something else", "-", Place.ENTITIES),
    _act(
        "entity.reject",
        "This is no name; in their pane: no statement",
        "R",
        Place.ROOM,
        short="no name",
        footer=[Place.ENTITIES],
    ),
    _act("entity.add", "The selected words are a name", "=", Place.SELECTION),
    _act("entity.watch", "Watch it, or watch it no longer", "W", Place.ROOM, short="watch"),
    _act("entity.dossier", "Dossier: all that the library holds on it", "d", Place.ROOM, "dossier", [Place.ENTITIES]),
    _act("entities.open", "All names of the library", "D", short="all names", footer=[Place.SEARCHES]),
    _act("rules.open", "Corrections: what you decided on names"),
    _act("dossier.watch", "Watch it, or watch it no longer", "W", Place.DOSSIER, "watch", DOSSIER_PANES),
    _act("dossier.note", "Your note on it", "a", Place.DOSSIER, "note", DOSSIER_PANES),
    _act("dossier.search", "Its articles as a list", "L", Place.DOSSIER, "articles", DOSSIER_PANES),
    _act("dossier.back", "Back to the dossier before", "backspace ctrl+o", Place.DOSSIER),
    _act("pane.passages", "Passages", "1", Place.DOSSIER),
    _act("pane.about", "What is known", "2", Place.DOSSIER),
    _act("dossier.statements", "What it says, in all articles", "5", Place.DOSSIER, "statements", DOSSIER_PANES),
    _act("dossier.dates", "What happened when, in sentences that name it", "6", Place.DOSSIER, "dates", DOSSIER_PANES),
    _act("pane.said", "Statements", "5 1", Place.ACROSS),
    _act("pane.happened", "Dates", "6 2", Place.ACROSS),
    _act("names.find", "Names with these beginnings of words", "/", Place.NAMES, "find", NAME_PANES),
    _act("names.watch", "Watch it, or watch it no longer", "W", Place.NAMES, "watch", [Place.NAME_LIST]),
    _act("pane.names", "Names", "1", Place.NAMES),
    _act("pane.groups", "Groups", "2", Place.NAMES),
    _act("rules.revoke", "Revoke the correction", "X delete", Place.CORRECTIONS, "revoke", [Place.RULES]),
    # Summary and text.
    _act("summary.longer", "One sentence more", "+", Place.SUMMARY, short="longer", footer=[Place.SUMMARY]),
    _act("summary.shorter", "One sentence less", "-", Place.SUMMARY, short="shorter", footer=[Place.SUMMARY]),
    _act("summary.audit", "List what the summary leaves out, or not", "o", Place.SUMMARY, "left out", [Place.SUMMARY]),
    _act(
        "summary.put_in",
        "Put its sentence into the summary; take it out",
        "p",
        Place.SUMMARY,
        "put in",
        [Place.SUMMARY],
    ),
    _act("summary.about", "Sum up what is said about the name at hand; again: all", "S", Place.ROOM),
    _act("summary.length", "Choose the length of the summary", place=Place.ROOM),
    _act("summary.method", "Choose how the summary is made", place=Place.ROOM),
    _act("text.wider", "Wider text", "+", Place.ARTICLE),
    _act("text.narrower", "Narrower text", "-", Place.ARTICLE),
    _act("analysis.stop", "Stop the analysis", place=Place.ROOM),
    _act("analysis.again", "Analyse the article again", place=Place.ROOM),
    # The program.
    _act(
        "article.add",
        "Add: paste a text, or name a file, a folder or an address",
        "i",
        short="add",
        footer=[Place.LIST],
    ),
    _act("view.theme", "Choose a theme"),
    _act("app.help", "All keys", "? f1", short="help", footer=_ALL_PANES),
    _act("app.command", "Command line", ":"),
    _act("app.palette", "Palette of all acts", "ctrl+p"),
    _act("app.cancel", "Clear one level: selection, search, pane", "escape"),
    _act("app.back", "Back one level: from the text to the library; from there it quits", "q"),
    _act("app.quit", "Quit", "Q ctrl+q"),
    _act("app.interrupt", "Copy what the mouse selected, else clear one level; twice: quit", "ctrl+c"),
    _act("app.suspend", "Suspend to the shell", "ctrl+z"),
)

BY_ID = {action.id: action for action in ACTIONS}

_BY_KEY = {(action.place, key): action for action in ACTIONS for key in action.keys}

KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "delete": "Delete",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "f1": "F1",
    "f3": "F3",
}
"""How keys are shown where that is not their own name."""


def shown_key(key: str) -> str:
    """A key as the screen writes it: `ctrl+d`, `Enter`, `}`."""
    return KEY_NAMES.get(key, key)


def for_key(key: str, places: Iterable[Place]) -> Action | None:
    """What a key stands for: in the first of some places that has a meaning for it."""
    return next((action for place in places if (action := _BY_KEY.get((place, key)))), None)


def holding_in(place: Place) -> Iterator[Action]:
    """Actions whose keys hold in exactly this place."""
    return (action for action in ACTIONS if action.place is place)


def footer_words(place: Place) -> Iterator[tuple[str, str]]:
    """Keys and words that the footer of a pane shows, in the order of the table."""
    yield f"{BY_ID['item.next'].keys[0]} {BY_ID['item.previous'].keys[0]}", THINGS[place]
    yield from ((shown_key(action.keys[0]), action.short) for action in ACTIONS if place in action.footer)


def available_in(place: Place) -> Iterator[Action]:
    """Actions that can be done while a pane has the focus."""
    return (action for action in ACTIONS if action.place in (Place.EVERYWHERE, SCREENS[place], place))


def available_on(screen: Place) -> Iterator[Action]:
    """Actions that can be done on a screen, whatever pane has the focus."""
    return (
        action
        for action in ACTIONS
        if action.place is Place.EVERYWHERE or SCREENS.get(action.place, action.place) is screen
    )
