"""A home in which the reader decided something on names."""

from reader.desk.holdings import Holdings
from reader.desk.rules import Subject
from reader.model.analysis import Entity
from reader.paths import find_home

TURKEY = Entity("iso:TR", "Turkey", "GPE", "TR")
FIDAN = Entity("person:hakan fidan", "Hakan Fidan", "PERSON")
ALONE = Entity("local:1", "Fidan [/b]\x1b[31m", "PERSON")


def decide() -> None:
    """Rename Turkey, merge a lone surname, and watch Turkey, in this order."""
    with Holdings(find_home()) as holdings:
        rules = holdings.rules
        rules.rename(Subject(TURKEY, None), "Türkiye", here=False)
        rules.merge(Subject(ALONE, None), FIDAN, here=False)
        rules.watch(TURKEY, True)
