"""A library as a desk officer finds it in the morning, always the same."""

from collections.abc import Sequence

from reader.desk.desk import Desk
from tests.tui.library.using import Facts

_TALKS = (
    "Negotiators came back to Doha on Wednesday after a week of silence. Qatar and Egypt share the mediation between"
    " the parties. Nobody expects a quick end of the talks. A first exchange of lists took place before noon."
)

MORNING: Sequence[Facts] = (
    ("Gaza: mediation goes into a second round in Doha", "Al Jazeera", "2023-11-08", _TALKS),
    (
        "Turkey conveys its concerns over Gaza to the United States",
        "MENAFN",
        "2023-11-08",
        "The Turkish delegation conveyed its concerns on Gaza. Both ministers met for two hours. They will meet again.",
    ),
    (
        "Parliament ratifies the accession protocol after months of delay, ministers thank the opposition",
        "Hürriyet Daily News",
        "2023-11-08",
        "The vote came late at night. Erdoğan will sign the protocol within days. Sweden thanked the parliament.",
    ),
    ("Second round of talks begins in Doha", "Reuters", "2023-11-08", f"{_TALKS} The lists are long."),
    (
        "وزير الخارجية يبحث جهود الوساطة في الدوحة",
        "الجزيرة",
        "2023-11-08",
        "بحث وزير الخارجية جهود الوساطة في الدوحة. وقال إن المحادثات بناءة. وستستمر غدا.",
    ),
    (
        "Readout of the Secretary’s call with Foreign Minister Fidan",
        "State Department",
        "2023-11-08",
        "The Secretary spoke with the Foreign Minister. They discussed aid to Gaza. They agreed to stay in touch.",
    ),
    (
        "Foreign ministers meet in Astana ahead of the summit",
        "Anadolu",
        "2023-11-07",
        "The ministers spoke about trade routes. The summit begins on Friday. Security was not on the agenda.",
    ),
    (
        "Aid convoy reaches northern Gaza",
        "Reuters",
        "2023-11-07",
        "Twelve trucks arrived before noon. The agency asks for more mediation in Gaza. Fuel was not among the goods.",
    ),
    (
        "Grain corridor: insurers want guarantees before the next ship sails",
        "Lloyd’s List",
        "2023-11-07",
        "No ship sailed on Tuesday. Insurers ask for written guarantees. The ports are ready.",
    ),
    (
        "Statement on the situation in the Red Sea",
        "EEAS",
        "2023-11-07",
        "Freedom of navigation is not negotiable. Partners were consulted. Further steps are being considered.",
    ),
)


def furnished(desk: Desk) -> None:
    """Some of it read, starred, tagged and noted; two searches saved."""
    ranks = {row.title: row.rank for row in desk.lists.rows(desk.lists.open("is:read OR is:unread").ranks)}
    by_title = {title.split()[0]: rank for title, rank in ranks.items()}
    desk.lists.set_read([by_title["Parliament"], by_title["Grain"]], True)
    desk.lists.set_starred([by_title["Readout"], by_title["Grain"]], True)
    for title, tags in (("Turkey", ("gaza", "mediation")), ("Readout", ("gaza",))):
        article = desk.library.article_at(by_title[title])
        assert article is not None
        desk.marks.set_tags(article, None, None, tags)
        desk.marks.write(article, None, None, "Same wording as on 31 October?", ())
    desk.lists.save("Gaza mediation", "gaza mediation")
    desk.lists.save("Astana process", "astana is:unread")
    while desk.indexing.step():
        pass
