"""The article pane alone, with the keys that the benchmarks press.

Usage: python article_app.py FILE
"""

import sys
from pathlib import Path

from textual.app import App, ComposeResult

from reader.model.article import Article, Part, PartKind
from reader.model.span import Span
from reader.resources import style
from reader.tui.widgets.article_view import ArticleView


class Pane(ArticleView):
    """The pane with keys."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        ("j", "next"),
        ("k", "previous"),
        ("pagedown", "turn(1)"),
        ("pageup", "turn(-1)"),
    ]

    def action_next(self) -> None:
        self.next()

    def action_previous(self) -> None:
        self.previous()

    def action_turn(self, pages: int) -> None:
        self.page(pages)


class ArticleApp(App[None]):
    """Only the pane."""

    CSS_PATH = [style("article")]  # noqa: RUF012 - as Textual has it

    def compose(self) -> ComposeResult:
        yield Pane()

    def on_mount(self) -> None:
        text = Path(sys.argv[1]).read_text()
        pane = self.query_one(Pane)
        pane.show(Article("article", text, "", (Part(PartKind.BODY, Span(0, len(text))),), "", title_derived=True))
        pane.focus()


if __name__ == "__main__":
    ArticleApp().run()
