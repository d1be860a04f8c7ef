"""Styles of what a widget draws itself."""

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


def component_styles(widget: Widget, name: str) -> RenderStyles:
    """What the style sheets say of a component class of a widget, worked out when it is asked for.

    Textual does so for all classes that a widget declares, used or not, whenever its own styles may have changed: at a
    start more work than all else. So ours are not declared, and who asks keeps the answer until the next
    `notify_style_update`.
    """
    node = DOMNode(classes=name)
    node._attach(widget)  # noqa: SLF001 - what Textual does with the classes that are declared
    widget.app.stylesheet.apply(node, animate=False)
    return node.styles
