"""The program's own colours, by day and by night."""

from textual.theme import Theme

OWN_THEMES = (
    Theme(
        name="evening",
        primary="#7aa2c8",
        secondary="#8fa88a",
        accent="#d9a662",
        warning="#d9a662",
        error="#d3716b",
        success="#8fb573",
        foreground="#d8d4cc",
        background="#16181c",
        surface="#1a1d22",
        panel="#22262d",
        dark=True,
    ),
    Theme(
        name="morning",
        primary="#2f5d8a",
        secondary="#4d6b48",
        accent="#9a5b13",
        warning="#9a5b13",
        error="#a8332d",
        success="#3f6b22",
        foreground="#24262a",
        background="#faf8f3",
        surface="#f4f1ea",
        panel="#eae6dc",
        dark=False,
    ),
)

DEFAULT_THEME = "evening"

THEME_VARIABLES: dict[str, str] = {}
