"""The article view with the keys that hold in it."""

from reader.actions import Place
from reader.tui.bindings import bindings_for
from reader.tui.widgets.article_view import ArticleView


class ArticlePane(ArticleView, inherit_bindings=False):
    """The pane of the text in the reading room."""

    BINDINGS = bindings_for(Place.SELECTION, Place.ARTICLE)

    def __init__(self) -> None:
        super().__init__(id="article")
        self.border_title = "Article"
