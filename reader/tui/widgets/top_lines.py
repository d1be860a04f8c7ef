"""The lines above the text: where it comes from, the panes by number, and a word of greeting."""

from collections.abc import Mapping

from reader.actions import PANES, Place
from reader.desk.desk import Opening
from reader.model.article import PartKind
from reader.text.words import count_words, reading_minutes
from reader.tui.widgets.lines import Lines, Sides
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


class TopLines(Lines):
    """Describes the open article; where there is no room for panes beside it, names them."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._article: Pieces = ()
        self._standing: Pieces = ()
        self._panes: Sides = _panes(Place.ARTICLE, {})
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
        self._panes, self._is_narrow = _panes(focused, counts), is_narrow
        self._draw()

    def _draw(self) -> None:
        lines = [(self._article, self._standing), self._panes if self._is_narrow else NOTHING]
        if self._has_hint:
            lines.append((HINT, ()))
        self.show_lines(lines)


def _panes(focused: Place, counts: Mapping[Place, int]) -> Sides:
    pieces: list[Piece] = []
    for number, place in enumerate(PANES, 1):
        count = f" ({counts[place]})" if counts.get(place) else ""
        name = f"{number} {place}{count}"
        pieces.append(Piece(f"[{name}] ", "key") if place is focused else Piece(f" {name}  ", "quiet"))
    return tuple(pieces), ()
