"""The words that name a speaker, and what kind of speaker they name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.model.analysis import Mention
from reader.model.span import Span

_WORD = re.compile(r"[^\W_][\w’'-]*")
_BEHIND = re.compile(
    r"[,;:()\[\]—–]|\s(?:of|for|in|at|from|to|with|on|about|under|near|who|which|that|than|as|by|into|within|between|against"
    r"|over|after|before|during|since|through|towards?|across|among|amid|around|behind|without|outside|inside)\s"
)
"""What follows the head of a noun phrase."""

_POSSESSIVE = re.compile(r"(?:['’]s?)?\W*")
_NEWSPAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Daily|Chronicle|Telegraph|Observer|Radio|TV)\b"
)
"""Words in the names of media that no gazetteer knows."""

_PEOPLE_WORDS = """
official officials source sources diplomat diplomats delegate delegates delegation delegations envoy envoys negotiator
negotiators mediator mediators spokesman spokeswoman spokesperson spokespeople spokesmen adviser advisers advisor
advisors aide aides minister ministers leader leaders lawmaker lawmakers legislator legislators senator senators
ambassador ambassadors expert experts analyst analysts observer observers critic critics opponent opponents supporter
supporters ally allies activist activists campaigner campaigners protester protesters demonstrator demonstrators
resident residents witness witnesses survivor survivors victim victims refugee refugees migrant migrants worker workers
doctor doctors medic medics nurse nurses soldier soldiers troops commander commanders fighter fighters militant
militants rebel rebels insurgent insurgents officer officers general generals police judge judges prosecutor
prosecutors lawyer lawyers attorney attorneys investigator investigators inspector inspectors economist economists
scholar scholars researcher researchers scientist scientists historian historians professor professors teacher
teachers student students voter voters citizen citizens people person man woman men women family families relative
relatives friend friends wife husband mother father parents son daughter brother sister president presidents premier
chancellor king queen prince secretary chairman chairwoman chair chief head director directors commissioner
commissioners governor governors mayor mayors candidate candidates politician politicians republicans democrats
conservatives socialists liberals nationalists islamists separatists settlers palestinians israelis others many some
several few most all both each everyone nobody anyone someone one participant participants member members colleague
colleagues counterpart counterparts partner partners investor investors trader traders executive executives company
companies firm firms bank banks manager managers founder founders owner owners author authors writer writers
journalist journalists reporter reporters correspondent correspondents editor editors columnist columnists
commentator commentators host anchor pundit pundits pollster pollsters strategist strategists veteran veterans
consul nuncio pope bishop bishops cleric clerics imam imams rabbi rabbis priest priests side sides two three four
authorities administration government governments cabinet ministry ministries embassy embassies consulate mission
missions parliament parliaments congress senate house council commission committee court tribunal party parties
coalition opposition alliance union bloc group groups organisation organization organisations organizations agency
agencies department departments bureau office campaign movement movements faction factions militia militias army
military navy force forces regime junta kremlin palace presidency secretariat summit state states country countries
nation nations capital capitals west world community public team panel board staff crew majority minority critics
coach player players director actor actress singer band crowd audience jury victims mourners farmers unions
neighbors neighbours countrymen compatriots signatories donors lender lenders creditors buyers sellers dealers
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
"""Heads of phrases for people and bodies without a name."""

_BODIES_WORDS = """
delegation delegations authorities administration government governments cabinet ministry ministries embassy
embassies consulate mission missions parliament parliaments congress senate house council commission committee court
tribunal party parties coalition opposition alliance union bloc agency agencies department departments bureau office
campaign army military navy force forces regime junta presidency secretariat spokesman spokeswoman spokesperson
company companies firm firms bank banks police organisation organization state states
"""
_BODIES = frozenset(_BODIES_WORDS.split())
"""Those of them that speak for themselves, and can be asked again."""

_DOCUMENTS_WORDS = """
report reports statement statements letter letters communique communiqué declaration declarations resolution
resolutions treaty treaties agreement agreements accord accords convention conventions charter constitution law laws
bill bills act decree decrees order orders directive memo memos memorandum document documents paper papers study
studies survey surveys poll polls analysis assessment assessments estimate estimates review audit inquiry inquest
readout transcript transcripts text texts note notes cable cables email emails e-mail message messages post posts
tweet tweets article articles editorial editorials column story stories book books chapter headline headlines
indictment complaint filing filings lawsuit petition ruling rulings verdict judgment judgement opinion testimony
affidavit warrant plan plans proposal proposals draft drafts roadmap manifesto platform strategy doctrine budget
figures data statistics results evidence findings records record footage video videos film documentary recording
recordings photo photos photograph photographs image images picture pictures map maps ad ads advert advertisement
sign signs banner banners poster posters slogan slogans website page site clause article section provision
"""
_DOCUMENTS = frozenset(_DOCUMENTS_WORDS.split())

_MEDIA_WORDS = """
media newspaper newspapers press outlet outlets broadcaster broadcasters channel channels network networks station
magazine magazines daily weekly tabloid tabloids agency newswire wire website portal journalist journalists reporter
reporters correspondent correspondents editor editors columnist columnists
"""
_MEDIA = frozenset(_MEDIA_WORDS.split())

_KNOWN_WORDS = _PEOPLE | _DOCUMENTS | _MEDIA

PRONOUNS = frozenset(
    ("he", "she", "they", "it", "who", "which", "that", "i", "we", "you", "him", "her", "them", "this", "those")
) | {"his", "their", "its", "these", "us", "me", "one", "whom"}
"""Words that only point to somebody."""

_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "men", "man", "woman", "women")
"""Ends of words for people who do something."""


class Phrase(NamedTuple):
    """The words that name a speaker."""

    span: Span
    head: str
    """The noun that they are about, in small letters."""
    mention: Mention | None
    """The name that is the head."""
    is_several: bool
    """Whether names are joined: `Fidan and Blinken`."""
    is_definite: bool
    """Whether it is somebody who is known already: `the minister`."""
    is_capital: bool
    """Whether the head is written as names are."""

    @property
    def is_pronoun(self) -> bool:
        """Whether it only points to somebody."""
        return self.mention is None and self.head in PRONOUNS

    @property
    def is_document(self) -> bool:
        """Whether it is something written or recorded."""
        return self.mention is None and self.head in _DOCUMENTS and self.head not in _MEDIA

    @property
    def is_media(self) -> bool:
        """Whether it is somebody who tells news."""
        return self.head in _MEDIA and self.mention is None

    @property
    def is_body(self) -> bool:
        """Whether it is a body that speaks for itself, or somebody who speaks for one."""
        return self.head in _BODIES

    @property
    def is_people(self) -> bool:
        """Whether it is people or a body without a name, or somebody of a name that is not known."""
        return self.is_capital or self.head in _PEOPLE or self.head in _MEDIA or self.head.endswith(_AGENTS)


def is_newspaper(name: str) -> bool:
    """Whether a name is one that media have."""
    return _NEWSPAPER.search(name) is not None


def is_body(words: str) -> bool:
    """Whether the last word of a phrase names a body that speaks for itself: `his delegation`."""
    return words.rpartition(" ")[2].lower() in _BODIES


def phrase(text: str, span: Span, mentions: Sequence[Mention]) -> Phrase:
    """What the words of a speaker are about.

    Args:
        text: the whole text.
        span: the words.
        mentions: those that overlap them, in text order.
    """
    end = _end_of_head(text, span, mentions)
    inside = [mention for mention in mentions if mention.span.start < end]
    words = _WORD.findall(text[span.start : end])
    head = words[-1].lower().removesuffix("'s").removesuffix("’s") if words else ""
    named = next(
        (mention for mention in reversed(inside) if _POSSESSIVE.fullmatch(text[mention.span.end : end].rstrip())), None
    )
    if named is not None and named.label == "NORP" and not _is_people(text, named):
        named = None
    several = [mention for mention in mentions if mention is not named and _is_joined(text, named, mention)]
    first = words[0].lower() if words else ""
    is_definite = first in ("the", "this", "that", "these", "those")
    is_capital = bool(words) and words[-1][0].isupper() and head not in PRONOUNS | _KNOWN_WORDS
    return Phrase(span, head, named, bool(several), is_definite, is_capital)


def _end_of_head(text: str, span: Span, mentions: Sequence[Mention]) -> int:
    """Where the head of a noun phrase ends and what is said about it begins."""
    for match in _BEHIND.finditer(text, span.start, span.end):
        if match.start() > span.start and not any(
            mention.span.start <= match.start() < mention.span.end for mention in mentions
        ):
            return match.start()
    return span.end


def _is_people(text: str, mention: Mention) -> bool:
    """Whether the word for a people or a party stands for its members: `Palestinians`, not `Turkish`."""
    return mention.span.of(text).endswith("s")


def _is_joined(text: str, named: Mention | None, other: Mention) -> bool:
    if named is None or other.span.start <= named.span.end:
        return False
    return bool(re.fullmatch(r"(?:,| and| as well as)+\s*(?:the )?", text[named.span.end : other.span.start]))
