"""Made-up wire stories, what editors do to them, and what only looks like a copy. The same seed, the same stories."""

from collections.abc import Callable, Sequence
from random import Random

from reader.model.value import Value

_SYLLABLES = ("b br d dr f g gr h k kl l m n p pr r s sh st t tr v y z", "a e i o u aa ei ou ia", "n r l s k m nd rt  ")

_WORDS = {
    "title": "Foreign Minister|President|Prime Minister|Ambassador|Defence Minister|Special Envoy|Deputy Secretary",
    "adjective": "joint|lasting|fragile|regional|disputed|military|economic|humanitarian|bilateral|temporary|maritime|"
    "nuclear|new|secret|binding|limited|draft|frozen|northern|eastern|unilateral|technical|political|long-awaited",
    "noun": "ceasefire|agreement|corridor|border|pipeline|summit|embargo|treaty|mission|convoy|inspection|election|"
    "loan|prisoner|dispute|statement|mandate|resolution|airspace|harbour|delegation|consulate|tariff|mine|drone",
    "plural": "talks|sanctions|exports|hostages|refugees|troops|observers|weapons|visas|deliveries|elections|"
    "investments|negotiators|prisoners|inspectors|guarantees|violations|fishermen|settlers|commanders|diplomats|creditors",
    "said": "said|told reporters|announced|insisted|added|warned|confirmed|acknowledged|argued|denied|stressed",
    "did": "agreed to reopen|refused to discuss|promised to extend|threatened to suspend|hopes to revive|"
    "is ready to host|wants to postpone|pledged to finance|voted to monitor|moved to restrict|declined to confirm|"
    "began to review",
    "when": "before the end of the month|after hours of consultations|in the coming weeks|without setting a date|"
    "for the second time this year|despite protests at home|as winter approaches|under pressure from creditors|"
    "at the request of both sides|in line with earlier promises|once the parliament has voted|until further notice",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
}
_CHOICES = {kind: words.split("|") for kind, words in _WORDS.items()}

_TOPICS = (
    "the {adjective} {noun}",
    "the {noun} on {adjective} {plural}",
    "{adjective} {plural}",
    "the {noun} of {plural} and {plural}",
)
_QUOTE = (
    "“We will not let {topic} stand in the way of {matter}, and whoever {did} {matter} will find {place} on the other"
    " side,” {person} {said}."
)
_SENTENCES = (
    "{person} {said} on {today} that {place} {did} {topic} {when}.",
    "{surname} {said} that {number} {plural} had left {place} {when}.",
    "{place} {did} {matter}, while {place} {did} {topic}.",
    "Officials in {place} {said} {matter} would cost {number} million dollars {when}.",
    "{person} flew to {place} to meet {surname} over {topic} and {matter}.",
    "Asked about {topic}, {surname} {did} {matter} with {place}.",
    "A {adjective} {noun} near {place} has held up {matter} since {number} {plural} were turned back at {place}.",
    "In {place}, {number} people marched against {matter}, two sources {said}.",
    "The parliament of {place} {did} {topic} by {number} votes.",
    _QUOTE,
)
_LEADS = (
    "A dispute over {topic} deepened on {today} when {person} spoke out about {place} in unusually sharp words.",
    "Hopes for {topic} rose on {today}, hours after {person} had offered {place} a way out of the crisis.",
    "{person} surprised {place} on {today} with a proposal that would end months of wrangling over {topic}.",
)
_FORMULAS = (
    "Minister MINISTER underscored the importance of {matter} and of {matter}.",
    "Ministers MINISTER and GUEST also discussed {matter} and their commitment to {matter}.",
    "The Minister reiterated firm support for the people of PLACE and for {matter}.",
)
_INDEX = (
    "The {index} index gained {points} points to close at {points}, compared with {points} at the end of the week"
    " before, {when}, and turnover was {points} million dollars, led by shares of {name} and {name}."
)
_EDITED = {
    "said": "stated", "agreed": "consented", "talks": "discussions", "new": "fresh", "joint": "common",
    "ready": "prepared", "pledged": "vowed", "wants": "seeks", "began": "started", "border": "frontier",
    "added": "noted", "warned": "cautioned", "troops": "soldiers", "loan": "credit", "refused": "declined",
    "hopes": "aims", "treaty": "accord", "moved": "acted", "promised": "undertook", "coming": "next",
    "after": "following", "despite": "notwithstanding", "argued": "contended", "deliveries": "shipments",
}  # fmt: skip


class Cast(Value, frozen=True):
    """Who and what a story is about."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    day: str

    def in_story(self, story: str) -> "Cast":
        """Those that a story names."""
        return Cast(
            tuple(person for person in self.people if _surname(person) in story) or self.people,
            tuple(place for place in self.places if place in story) or self.places,
            tuple(topic for topic in self.topics if topic in story) or self.topics,
            self.day,
        )


class Wire:
    """An agency that never runs out of news."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def name(self) -> str:
        syllables = ("".join(map(self._one_of, _SYLLABLES)) for _ in range(self.random.randint(1, 3)))
        return "".join(syllables).capitalize()

    def cast(self) -> Cast:
        return Cast(
            tuple(self._filled("{title} {name} {name}") for _ in range(4)),
            tuple(self.name() for _ in range(5)),
            tuple(self._filled("{matter}") for _ in range(6)),
            self._filled("{day}"),
        )

    def story(self, words: int, cast: Cast | None = None) -> str:
        """Paragraphs of about so many words, on one matter."""
        cast = cast or self.cast()
        paragraphs = [self.paragraph(1, cast)]
        while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
            paragraphs.append(self.paragraph(self.random.randint(1, 3), cast))
        return "\n\n".join(paragraphs)

    def paragraph(self, sentences: int, cast: Cast) -> str:
        return " ".join(self._filled(self.random.choice(_SENTENCES), cast) for _ in range(sentences))

    def quote(self, cast: Cast) -> str:
        return self._filled(_QUOTE, cast)

    def footer(self, words: int) -> str:
        """What an agency puts under everything."""
        return f"About us\n\n{self.story(words)}"

    def cut(self, story: str, share: float) -> str:
        """The beginning of a story, as many whole sentences as go into that share of its words."""
        most = share * len(story.split())
        kept = ""
        for sentence in _sentences(story):
            if kept and len((kept + sentence).split()) > most:
                break
            kept += sentence
        return kept.strip()

    def edited(self, story: str, share: float) -> str:
        """A story with so many of its words changed or left out, and numbers brought up to date."""
        words = story.split(" ")
        for at in self.random.sample(range(len(words)), k=round(share * len(words))):
            word = words[at]
            if word.isdigit() and self.random.random() < 0.3:
                words[at] = str(int(word) + 3)
            else:
                words[at] = _EDITED.get(word, "" if word.islower() else word)
        return " ".join(filter(None, words))

    def with_new_lead(self, story: str, cast: Cast) -> str:
        """A story whose first paragraph somebody wrote anew, about the same people and places."""
        lead = self._filled(self.random.choice(_LEADS), cast.in_story(story))
        return "\n\n".join([lead, *story.split("\n\n")[1:]])

    def reordered(self, story: str) -> str:
        """A story with its paragraphs after the first in another order."""
        lead, *others = story.split("\n\n")
        self.random.shuffle(others)
        return "\n\n".join([lead, *others])

    def with_extras(self, story: str) -> str:
        """A story with what a site puts around it: a caption, links to other stories."""
        caption = self._filled("{name} in {name} on {day}. Photo: {name}/{name}")
        links = (f"READ ALSO: {self.paragraph(1, self.cast())}" for _ in range(2))
        return "\n\n".join([story, caption, *links])

    def market_report(self) -> Callable[[], str]:
        """A daily report that changes in its numbers and names only."""
        names = [self.name() for _ in range(6)]
        forms = [_INDEX.replace("{index}", name).replace("{when}", self._filled("{when}")) for name in names[1:]]
        return lambda: "\n\n".join(
            self._filled(form) for form in (f"Stocks in {names[0]} moved on {{day}}, dealers {{said}}.", *forms)
        )

    def briefing(self, words: int) -> Callable[[], str]:
        """A report in always the same sentences, about other people, places and numbers."""
        form = self.story(words).split(" ")
        return lambda: " ".join(map(self._other, form))

    def formulas(self) -> Sequence[str]:
        """Sentences of which readouts are made."""
        return [self._filled(self.random.choice(_FORMULAS)) for _ in range(14)]

    def readout(self, formulas: Sequence[str]) -> str:
        """A call between two ministers, told in the sentences that such calls are always told in."""
        minister, guest, place = self.name(), self.name(), self.name()
        lead = f"Minister {self.name()} {minister} spoke today with the Minister of {place}, {self.name()} {guest}."
        told = " ".join([lead, *self.random.sample(formulas, 4)])
        return told.replace("MINISTER", minister).replace("GUEST", guest).replace("PLACE", place)

    def _other(self, word: str) -> str:
        if word[0].isdigit():
            return str(self.random.randint(2, 9_000))
        return self.name() if word[0].isupper() and word not in ("A", "Asked", "In", "The", "Officials") else word

    def _one_of(self, letters: str) -> str:
        return self.random.choice(letters.split(" "))

    def _filled(self, form: str, cast: Cast | None = None) -> str:
        """A form with something else in each of its `{}`."""
        before, opened, rest = form.partition("{")
        if not opened:
            return before
        kind, _, after = rest.partition("}")
        return f"{before}{self._something(kind, cast)}{self._filled(after, cast)}"

    def _something(self, kind: str, cast: Cast | None) -> str:
        choose = self.random.choice
        match kind, cast:
            case "name", _:
                return self.name()
            case "number", _:
                return str(choose([self.random.randint(2, 99), self.random.randint(100, 9_900)]))
            case "points", _:
                return f"{self.random.randint(1, 9)},{self.random.randint(100, 999)}.{self.random.randint(10, 99)}"
            case "matter", _:
                return self._filled(choose(_TOPICS))
            case "person", Cast(people=people):
                return choose(people)
            case "surname", Cast(people=people):
                return _surname(choose(people))
            case "place", Cast(places=places):
                return choose(places)
            case "topic", Cast(topics=topics):
                return choose(topics)
            case "today", Cast(day=day):
                return day
        return choose(_CHOICES[kind])


def _surname(person: str) -> str:
    return person.rsplit(" ", 1)[-1]


def _sentences(story: str) -> list[str]:
    """The sentences of a story, each with the blank or the empty line after it."""
    ended = story.replace("\n\n", "\n\n\x00").replace(". ", ". \x00")
    return ended.split("\x00")
