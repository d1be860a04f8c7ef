"""Articles and an app for tests of the article pane."""

from pathlib import Path

from textual.app import App, ComposeResult

from reader.model.article import Article, Part, PartKind
from reader.model.span import Span
from reader.resources import style
from reader.tui.themes import OWN_THEMES
from reader.tui.widgets.article_view import ArticleView

HEADER = "date 2023-11-08 (MENAFN)"
SEED = next(Path(__file__).parents[3].joinpath("seeds").glob("*.txt"))


def article(body: str, header: str = "", headline: str = "", byline: str = "") -> Article:
    """An article of these parts."""
    parts, text = [], ""
    for kind, words in (
        (PartKind.HEADER, header),
        (PartKind.HEADLINE, headline),
        (PartKind.BYLINE, byline),
        (PartKind.BODY, body),
    ):
        if words:
            parts.append(Part(kind, Span(len(text), len(text) + len(words))))
            text += f"{words}\n\n"
    return Article("a" * 26, text, "hash", tuple(parts), headline or body[:20], not headline)


def seed() -> Article:
    """The seed as it is read."""
    lines = [line.strip() for line in SEED.read_text().split("\n")]
    body = "\n\n".join(line for line in lines if line).removeprefix(HEADER).strip()
    return article(body, HEADER)


def long_article(paragraphs: int = 60) -> Article:
    """An article of several pages; sentences are numbered."""
    sentences = (
        f"Sentence {number} says that the ministers met again and that no statement was held after the meeting."
        for number in range(4 * paragraphs)
    )
    return article("\n\n".join(" ".join(next(sentences) for _ in range(4)) for _ in range(paragraphs)))


class ArticleApp(App[None]):
    """Only the pane, with an article in it."""

    CSS_PATH = [style("panes"), style("article")]  # noqa: RUF012 - as Textual has it
    CSS = "ArticleView { height: 1fr; }"

    def __init__(self, shown: Article, *, focus: Span | None = None, top: int | None = None) -> None:
        super().__init__()
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = "evening"
        self.view = ArticleView(id="article")
        self.view.border_title = "Article"
        self._opening = (shown, focus, top)

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        shown, focus, top = self._opening
        self.view.show(shown, focus=focus, top=top)
        self.view.focus()

    @property
    def rows(self) -> list[str]:
        """What the rows of the pane show."""
        return [self.view.render_line(y).text.rstrip() for y in range(self.view.content_size.height)]
