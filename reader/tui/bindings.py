"""From the table of acts to Textual's bindings."""

from textual.binding import Binding, BindingType

from reader.actions import Place, holding_in


def bindings_for(*places: Place) -> list[BindingType]:
    """One binding for each key that holds in these places; the screen does what it stands for."""
    return [
        Binding(key, f"screen.act('{action.id}')", action.short or action.title, show=False, tooltip=action.title)
        for place in places
        for action in holding_in(place)
        for key in action.keys
    ]
