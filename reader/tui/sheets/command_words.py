"""What can be written in the command line, and what it means."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from reader.actions import Action
from reader.errors import UsageError
from reader.model.value import Value

SHORT_NAMES = {"q": "app.quit", "quit": "app.quit", "help": "app.help", "theme": "view.theme"}
"""Names beside the ids of actions."""


class Command(Value, frozen=True):
    """An action, and the word behind it."""

    id: str
    argument: str = ""


class CommandWords:
    """Names of actions, and the words that may stand behind them."""

    def __init__(self, actions: Iterable[Action], arguments: Mapping[str, Sequence[str]]) -> None:
        self._actions = {action.id: action for action in actions}
        self._ids = {short: id_ for short, id_ in SHORT_NAMES.items() if id_ in self._actions}
        self._ids |= {id_: id_ for id_ in self._actions}
        self._arguments = arguments

    def parse(self, typed: str) -> Command:
        """The command that was typed.

        Raises:
            UsageError: there is no such command, or not with this word behind it.
        """
        name, _, argument = typed.strip().partition(" ")
        argument = argument.strip()
        id_ = self._ids.get(name)
        if id_ is None:
            raise UsageError(f"There is no command {name}.{self._nearest(name, self._ids)}")
        known = self._arguments.get(id_, ())
        if argument and not known:
            raise UsageError(f"{name} stands alone, without “{argument}”.")
        if argument and argument not in known:
            raise UsageError(f"{name} does not know “{argument}”.{self._nearest(argument, known)}")
        return Command(id_, argument)

    def completions(self, typed: str) -> list[tuple[str, str]]:
        """What the typed words may become, each with what it does; those that begin with them first."""
        name, space, argument = typed.lstrip().partition(" ")
        if not space:
            return self._named(name)
        known = self._arguments.get(self._ids.get(name, ""), ())
        return [(f"{name} {word}", "") for word in known if word.startswith(argument.strip())]

    def _named(self, name: str) -> list[tuple[str, str]]:
        wanted = name.lower()
        if not wanted:
            return []
        titles = {name: self._actions[id_].title for name, id_ in self._ids.items()}
        beginning = {name: title for name, title in titles.items() if name.startswith(wanted)}
        # A short name that fits stands for its action.
        taken = {self._ids[name] for name in beginning}
        inside = re.compile(rf"\b{re.escape(wanted)}", re.IGNORECASE)
        holding = [
            (id_, action.title)
            for id_, action in self._actions.items()
            if id_ not in taken and inside.search(f"{id_} {action.title}")
        ]
        return [*beginning.items(), *holding]

    def _nearest(self, word: str, known: Iterable[str]) -> str:
        near = get_close_matches(word, list(known), n=1)
        return f" Did you mean {near[0]}?" if near else ""
