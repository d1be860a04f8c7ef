"""The verbs of the command line: the one table that parsing, help and hints read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from reader.errors import UsageError
from reader.model.value import Value

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class VerbModule(Protocol):
    """What a module does for its verb."""

    def arguments(self, parser: "ArgumentParser") -> None:
        """Add what may follow the verb, and tell in the parser's epilog what comes out."""

    def run(self, asked: "Namespace") -> int:
        """Do it; returns the exit status."""


class Verb(Value, frozen=True):
    """Something the program does without a screen."""

    name: str
    """As it is typed; two words for a verb of a group."""
    shape: str
    """What follows it, for the list of verbs."""
    summary: str
    """A sentence for help, without its full stop."""
    module: str
    """The module that knows the rest, by its name in this package; imported only when its verb is used."""
    has_query: bool = False
    """Whether a query may follow it, in which a hyphen before a word is no flag."""

    def load(self) -> VerbModule:
        """The module that does it."""
        from importlib import import_module

        return cast("VerbModule", import_module(f"reader.cli.{self.module}"))


VERBS: Mapping[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("add", "FILE|FOLDER|URL...", "take texts into the library", "add"),
        Verb("list", "[QUERY]", "list articles", "list", has_query=True),
        Verb("search", "QUERY", "find articles, and show the passages", "search", has_query=True),
        Verb("show", "ARTICLE", "print an article, its versions or its original", "show"),
        Verb("summary", "ARTICLE...", "print the sentences that sum an article up", "summary"),
        Verb("entities", "ARTICLE...|--all", "print the people, states and organisations in articles", "entities"),
        Verb("statements", "ARTICLE...", "print who says what in articles, how, and on whose authority", "statements"),
        Verb("timeline", "ARTICLE...", "print when what articles tell happened, by date", "timeline"),
        Verb("dossier", "NAME", "print what is known of one of them, and where it is named", "dossier"),
        Verb("watch", "[NAME...]", "follow people, states and organisations, or list those you follow", "watch"),
        Verb("roster list", "", "list what you decided on names, and whom you watch", "roster_list"),
        Verb("roster export", "[FILE]", "write them as CSV, for a team", "roster_export"),
        Verb("roster import", "FILE", "take in what others decided", "roster_import"),
        Verb("roster revoke", "ID...", "let decisions on names hold no longer", "roster_revoke"),
        Verb("analyse", "FILE...", "print summary and names of texts that are not in the library", "analyse"),
        Verb("state", "STATE ARTICLE...", "mark articles read, unread, starred, archived and so on", "state"),
        Verb("rm", "ARTICLE...", "take articles out of all lists; rm --undo brings them back", "rm"),
        Verb("purge", "ARTICLE...", "delete articles and everything about them for ever", "purge"),
        Verb("feed add", "URL...", "follow feeds", "feed_add"),
        Verb("feed list", "", "list the feeds that are followed", "feed_list"),
        Verb("feed remove", "URL...", "stop following feeds; their articles stay", "feed_remove"),
        Verb("feed refresh", "[URL...]", "take in what is new in feeds", "feed_refresh"),
        Verb("feed import", "FILE", "follow the feeds of an OPML file", "feed_import"),
        Verb("feed export", "", "print the feeds as OPML", "feed_export"),
        Verb("reindex", "", "make anew what lists and searches are made from", "reindex"),
        Verb("doctor", "", "check everything that is kept, and mend what can be made again", "doctor"),
        Verb("stats", "", "count what is kept", "stats"),
    )
}
"""All verbs, in the order in which help tells of them."""

GROUPS = frozenset(name.partition(" ")[0] for name in VERBS if " " in name)
"""First words of verbs of two words."""


def find_verb(arguments: list[str]) -> tuple[Verb, list[str]] | None:
    """The verb that arguments begin with, and what follows it; None: they name a text, or nothing.

    Raises:
        UsageError: they begin with the first word of a group, and what follows is no verb of it.
    """
    first, second = (*arguments[:2], "", "")[:2]
    if first in GROUPS:
        if verb := VERBS.get(f"{first} {second}"):
            return verb, arguments[2:]
        known = [name for name in VERBS if name.startswith(f"{first} ")]
        raise UsageError(f"{_no_verb(first, second)}{hint(f'{first} {second}') or f' Known are {_listed(known)}.'}")
    return (VERBS[first], arguments[1:]) if first in VERBS else None


def hint(name: str) -> str:
    """A question that names the verb which was probably meant; empty: none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, [*VERBS, *GROUPS], n=1, cutoff=0.7)
    return f" Did you mean `diploreader {near[0]}`?" if near else ""


def _no_verb(first: str, second: str) -> str:
    return f"There is no verb {first} {second}." if second else f"{first} needs another word."


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
