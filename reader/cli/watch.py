"""`diploreader watch`: people, states and organisations that the reader follows."""

from typing import TYPE_CHECKING

from reader.cli.columns import say_rows
from reader.cli.known import CELLS, COLUMNS, KNOWN_KEYS, NAMED_BY, entity_named, known_cells, known_object
from reader.cli.opening import opened
from reader.cli.output import remark, say_json
from reader.errors import UsageError
from reader.model.analysis import Entity
from reader.text.names import folded_name

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.desk.holdings import Holdings
    from reader.model.dossier import Listed

EPILOG = f"""\
Without NAME it lists whom you watch. `list is:watched` lists the articles that name them, `list is:watched is:unread` \
those that you have not read. Where several are called so, their keys are listed.

Piped: tab-separated {CELLS}.
JSON: one object a line:
{KNOWN_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("names", nargs="*", metavar="NAME", help=NAMED_BY)
    parser.add_argument("--off", action="store_true", help="follow them no longer")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Watch entities, or list those that are watched."""
    if asked.off and not asked.names:
        raise UsageError("Say whom to watch no longer. `diploreader watch` lists whom you watch.")
    with opened(asked) as holdings:
        holdings.catch_up()
        watched = _watched(holdings)
        if not asked.names:
            _list(watched, as_json=asked.json)
            return 0
        # All are found before anything is changed.
        named = [(asked.off and _among(watched, name)) or entity_named(name, holdings) for name in asked.names]
        for known in dict.fromkeys(named):
            remark(holdings.rules.watch(Entity(known.key, known.name, known.label), not asked.off).said)
            if asked.json:
                say_json(known_object(known, holdings.rules.watched()))
    return 0


def _watched(holdings: "Holdings") -> "list[Listed]":
    """Whom the reader follows: those whom articles name, most often first, then the others."""
    from reader.model.dossier import EntityQuery, Listed
    from reader.model.rule import RuleKind

    there = holdings.dossiers.with_details(holdings.dossiers.entities(EntityQuery(is_watched=True)))
    found = {known.key for known in there}
    final = holdings.rules.prepared().final
    rules = [rule for rule in holdings.rules.all() if rule.kind is RuleKind.WATCH]
    others = {final(rule.entity): Listed(final(rule.entity), rule.name, rule.label, 0, 0) for rule in rules}
    return [*there, *(known for key, known in others.items() if key not in found)]


def _among(watched: "list[Listed]", name: str) -> "Listed | None":
    """The watched entity of a key or a name; None: there is none, or there are several."""
    folded = folded_name(name)
    fitting = [known for known in watched if name == known.key or folded == folded_name(known.name)]
    return fitting[0] if len(fitting) == 1 else None


def _list(watched: "list[Listed]", *, as_json: bool) -> None:
    keys = frozenset(known.key for known in watched)
    if as_json:
        for known in watched:
            say_json(known_object(known, keys))
    elif not say_rows(COLUMNS, (known_cells(known, keys) for known in watched)):
        remark("Nobody is watched yet. `diploreader watch NAME` watches somebody, W does in the reading room.")
