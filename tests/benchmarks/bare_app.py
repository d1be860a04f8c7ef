"""The least that a Textual program can do: one Static."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One widget with one line."""

    def compose(self) -> ComposeResult:
        yield Static("nothing but this line")


if __name__ == "__main__":
    BareApp().run()
