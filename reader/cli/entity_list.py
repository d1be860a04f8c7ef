"""The people, states and organisations that a library names, a line each."""

from argparse import Namespace
from datetime import datetime, time
from typing import TYPE_CHECKING

from reader.cli.columns import say_rows
from reader.cli.known import COLUMNS, known_cells, known_object, not_analysed
from reader.cli.names import TYPES
from reader.cli.output import remark, say_json

if TYPE_CHECKING:
    from reader.desk.holdings import Holdings

LIMIT = 100
"""Entities, where no limit is asked for."""


def list_entities(asked: Namespace, holdings: "Holdings") -> int:
    """Print whom articles name, most often first; returns the exit status."""
    from reader.model.dossier import EntityQuery

    holdings.catch_up()
    query = EntityQuery(
        words=asked.name or "",
        labels=TYPES[asked.type] if asked.type else (),
        is_watched=asked.watched,
        since=_since(asked, holdings),
        limit=asked.limit or LIMIT,
    )
    listed = holdings.dossiers.with_details(holdings.dossiers.entities(query))
    watched = holdings.rules.watched()
    if asked.json:
        for known in listed:
            say_json(known_object(known, watched))
    elif not say_rows(COLUMNS, (known_cells(known, watched) for known in listed)):
        remark("Nobody is named so." if query != EntityQuery(limit=query.limit) else "No names are known yet.")
    if notice := not_analysed(holdings):
        remark(notice)
    return 0


def _since(asked: Namespace, holdings: "Holdings") -> datetime | None:
    """The time from which articles count; None: they always do."""
    from reader.desk.visits import Visits

    times = [datetime.combine(asked.since, time()).astimezone()] if asked.since else []
    if asked.new and (visit := Visits(holdings.library.session).last):
        times.append(datetime.fromisoformat(visit))
    return max(times, default=None)
