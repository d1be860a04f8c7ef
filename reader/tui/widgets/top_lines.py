"""The lines above the text: where it comes from, the panes by number, and a word of greeting."""

from collections.abc import Mapping

from reader.actions import PANES, Place
from reader.desk.desk import Opening
from reader.model.article import PartKind
from reader.text.words import count_words, reading_minutes
from reader.tui.widgets.lines import EDGES, Lines, Sides
from reader.tui.widgets.pieces import Piece, Pieces

HINT: Pieces = (
    Piece("This is a sample article. ", "quiet"),
    Piece("i", "key"),
    Piece(" adds your own, ", "quiet"),
    Piece("?", "key"),
    Piece(" shows all keys.", "quiet"),
)
"""Greets a reader whose library holds nothing else yet."""

NOTHING: Sides = ((), ())

SHORT = {Place.STATEMENTS: "Said"}
"""Names of panes for the strip, where theirs are too long."""

WIDEST_GAP = 3
"""Blank cells between the names of two panes, where there is room."""


class TopLines(Lines):
    """Describes the open article; where there is no room for panes beside it, names them."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._article: Pieces = ()
        self._standing: Pieces = ()
        self._focused = Place.ARTICLE
        self._counts: Mapping[Place, int] = {}
        self._has_hint = False
        self._is_narrow = False

    def show_article(self, opening: Opening) -> None:
        """Describe an article: who published it, when, how long it is, which of the library's it is."""
        article = opening.article
        words = count_words(article.body.of(article.text))
        facts = [
            article.source or "",
            article.published.isoformat() if article.published else "",
            f"{words:,} {'word' if words == 1 else 'words'}",
            f"{reading_minutes(words)} min",
        ]
        if not article.title_derived and article.part(PartKind.HEADLINE) is None:
            facts.insert(0, article.title)
        first, *others = filter(None, facts)
        self._article = (Piece(first, "strong"), Piece("".join(f" · {fact}" for fact in others), "quiet"))
        self._has_hint = opening.is_lone_sample
        self._draw()

    def show_standing(self, standing: str, *, is_starred: bool) -> None:
        """Tell where in its list the article stands, and whether it has a star."""
        star = (Piece("★  ", "key"),) if is_starred else ()
        self._standing = (*star, Piece(standing, "quiet"))
        self._draw()

    def show_panes(self, focused: Place, counts: Mapping[Place, int], *, is_narrow: bool) -> None:
        """Name all panes and how much is in them, where the screen is narrow; the focused one stands out."""
        self._focused, self._counts, self._is_narrow = focused, counts, is_narrow
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        panes = pane_names(self._focused, self._counts, self.size.width - EDGES)
        lines = [(self._article, self._standing), (panes, ()) if self._is_narrow else NOTHING]
        if self._has_hint:
            lines.append((HINT, ()))
        self.show_lines(lines)


def pane_names(focused: Place, counts: Mapping[Place, int], room: int) -> Pieces:
    """The panes by number, the focused one in brackets, in so many cells."""
    names, gap = _names(counts, room)
    is_tight = gap == 1  # one cell is all there is for a bracket
    pieces: list[Piece] = []
    before: Place | None = None
    for place, name in zip(PANES, names, strict=True):
        between = " " * (gap - 2 if before else 0)
        if place is focused:
            pieces.append(Piece(f"{between}[{name}]", "key"))
        else:
            left = between + ("" if is_tight and before is focused else " ")
            pieces += [Piece(left + name[0]), Piece(name[1:] + ("" if is_tight else " "), "quiet")]
        before = place
    return tuple(pieces)


def _names(counts: Mapping[Place, int], room: int) -> tuple[list[str], int]:
    """The panes with what they hold, and cells between them; where room is short, the first go without a number."""
    for uncounted in range(len(PANES) + 1):
        names = [
            f"{number} {SHORT.get(place, place)}"
            + (f" ({counts[place]})" if counts.get(place) and number > uncounted else "")
            for number, place in enumerate(PANES, 1)
        ]
        gap = (room - 2 - sum(map(len, names))) // (len(PANES) - 1)
        if gap > 0:
            break
    return names, max(1, min(gap, WIDEST_GAP))
