"""Names made comparable under their labels: suffixes of people and firms, and forms of offices, make no difference."""

import re
from functools import lru_cache

from reader.text.names import folded_name

_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv|inc|corp|corporation|co|company|ltd|llc|plc|ag|sa|nv|gmbh)$")
_STATE = re.compile(r"^(?:us|united states) (?=\S)")
_OFFICE = re.compile(r"^(?:(?P<state>[\w ]+) )?(?P<office>ministry|department) (?:of|for) (?:the )?(?P<field>[\w ]+)$")
_FIELDS = {"foreign affairs": "foreign", "defence": "defense", "labour": "labor"}
"""Fields of ministries under the words that stand before `ministry`."""


@lru_cache(maxsize=4096)
def comparable(name: str, label: str) -> str:
    """Comparable form of a name under a label, without suffixes of people and firms, and one for forms of an office.

    An organisation is without the United States, and the Ministry of Foreign Affairs is the foreign ministry.
    """
    form = _SUFFIX.sub("", folded_name(name))
    if label != "ORG":
        return form
    form = _STATE.sub("", form)
    if office := _OFFICE.match(form):
        field, _, state = office["field"].partition(" of ")
        words = (office["state"] or state, _FIELDS.get(field, field), office["office"])
        return " ".join(filter(None, words))
    return form
