"""What the words of a name say about the kind of thing: a party is no person, a war no organisation."""

import re

_BODIES = (
    "Academy|Administration|Agency|Airlines|Airways|Alliance|Army|Assembly|Association|Authority|BV|Bank|Brigades?"
    "|Brotherhood|Bureau|Cabinet|Coalition|College|Commission|Committee|Company|Confederation|Congress|Consortium|Corp"
    "|Corporation|Corps|Council|Court|Democrats|Department|Directorate|Federation|Foundation|Front|Fund|GmbH|Government"
    "|Greens|Group|Guards?|Holdings|Inc|Industries|Institute|Institution|League|Ltd|Ministry|Movement|NV|Navy|Newsroom"
    "|Office|Organi[sz]ation|Parliament|Party|Plc|PLC|Police|Senate|Service|Society|SpA|Syndicate|Times|Trust|Union"
    "|University"
)
_FOREIGN_BODIES = (
    "Parti|Partij|Partei|Partito|Partido|Partia|Frente|Movimiento|Movimento|Mouvement|Union|Uni[oó]n|Unione|Alian[zçs]a"
    "|Alleanza|Banco|Banca|Banque|Bank|Confederaci[oó]n|Coalici[oó]n"
)
_PLACES = (
    "Airport|Bay|Canal|Channel|City|Coast|County|Desert|District|Governorate|Gulf|Heights|Highway|Hills?|Islands?|Lake"
    "|Mosque|Mountains?|Oblast|Ocean|Peninsula|Plateau|Port|Prefecture|Province|River|Sea|Square|Stadium|Strait|Street"
    "|Valley"
)
_EVENTS = (
    "Battle|Championships?|Cup|Elections?|Festival|Games|Genocide|Holocaust|Intifada|Massacre|Olympics|Open|Prix"
    "|Rebellion|Referendum|Revolution|Riots|Spring|Uprising|Wars?"
)
_LAWS = "Accords?|Act|Agreements?|Amendment|Bill|Constitution|Convention|Protocol|Treaty"
_WORKS = "Awards?|Medal|Prizes?"

_HEADS = (
    ("ORG", re.compile(rf"\S.* (?:{_BODIES})$|(?:{_FOREIGN_BODIES}) \w")),
    ("LOC", re.compile(rf"\S.* (?:{_PLACES})$")),
    ("EVENT", re.compile(rf"\S.* (?:{_EVENTS})$")),
    ("LAW", re.compile(rf"\S.* (?:{_LAWS})$")),
    ("WORK_OF_ART", re.compile(rf"\S.* (?:{_WORKS})$")),
)
_OVERRULED = {
    "ORG": frozenset(("PERSON", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")),
    "LOC": frozenset(("PERSON", "ORG", "NORP", "PRODUCT")),
    "EVENT": frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP")),
    "LAW": frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC")),
    "WORK_OF_ART": frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC")),
}
"""Labels of the model that give way to what a word tells."""
_COMPLEMENT = re.compile(r" (?:of|for|in|on|against) .*$")


def told_by_words(name: str, label: str) -> str:
    """The label that the head word of a name tells (`Party`, `River`, `War`), else the one it has."""
    head = _COMPLEMENT.sub("", name)
    return next((told for told, words in _HEADS if label in _OVERRULED[told] and words.match(head)), label)
