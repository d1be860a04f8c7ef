"""Where the text comes from, how long it is, and which of the library's it is."""

from reader.model.article import Article, PartKind
from reader.text.words import count_words, reading_minutes
from reader.tui.widgets.item_pane import Piece
from reader.tui.widgets.one_line import OneLine


class HeaderLine(OneLine):
    """The line at the top of the reading room."""

    def __init__(self) -> None:
        super().__init__(id="header")

    def show_article(self, article: Article, place: int, count: int) -> None:
        """Describe an article: number `place` of `count` in the library."""
        words = count_words(article.body.of(article.text))
        facts = [
            article.source or "",
            article.published.isoformat() if article.published else "",
            f"{words:,} {'word' if words == 1 else 'words'}",
            f"{reading_minutes(words)} min",
        ]
        if not article.title_derived and article.part(PartKind.HEADLINE) is None:
            facts.insert(0, article.title)
        known = [fact for fact in facts if fact]
        left = [Piece(known[0], "strong"), Piece("".join(f" · {fact}" for fact in known[1:]), "quiet")]
        self.show(tuple(left), (Piece(f"{place} of {count}", "quiet"),) if count > 1 else ())
