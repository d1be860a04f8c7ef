"""A library of any size whose texts vary: words as often as in a language, names, dates over years, near copies.

The same number always makes the same article.

Usage: python -m tests.benchmarks.generated COUNT HOME
"""

import argparse
import base64
import hashlib
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from reader.library.library import Library
from reader.model.article import Article, Part, PartKind
from reader.model.intake import Incoming, Origin
from reader.model.span import Span
from reader.paths import find_home

FIRST_DAY = date(2015, 1, 5)
DAYS = 3_600
VOCABULARY = 40_000
COPIES = 0.08
"""Share of articles that print an earlier one again, a little changed."""

BATCH = 1_000


def _names(text: str) -> list[str]:
    return text.split("," if "," in text else " ")


STATES = _names(
    "Turkey Israel Egypt Jordan Lebanon Syria Iraq Iran Qatar Kuwait Bahrain Oman Yemen Libya Tunisia Algeria Morocco "
    "France Germany Italy Spain Portugal Greece Cyprus Bulgaria Romania Hungary Poland Ukraine Moldova Georgia Armenia "
    "Azerbaijan Kazakhstan Russia China Japan Pakistan India Afghanistan Sudan Ethiopia Somalia Kenya Nigeria Ghana "
    "Canada Mexico Brazil Argentina Chile Colombia Venezuela Cuba Norway Sweden Finland Denmark Iceland Ireland"
)
PLACES = ("Gaza", "Rafah", "the West Bank", "Jerusalem", "Geneva", "Brussels", "Ankara", "İstanbul", "Cairo", "Doha")
ORGANISATIONS = _names(
    "the United Nations,NATO,the European Union,the Arab League,the African Union,the Security Council,OPEC,UNRWA,Hamas"
    ",the International Court of Justice,the World Bank,the OSCE,ASEAN,the Red Cross,the State Department"
)
FIRST_NAMES = _names("Hakan Antony Josep Annalena Sergei Recep Élisabeth Mohammed Fatma João Ayşe Olena Narendra Xi")
LAST_NAMES = _names(
    "Fidan Blinken Borrell Baerbock Lavrov Erdoğan Müller Sánchez Łukasik Haddad Nasser Kovalenko Šimonytė Çavuşoğlu "
    "Tanaka Okafor Petrov Larsen Dupont Rossi Papadopoulos Aliyev Rahman Silva Novák Horvat Khalil Mansour Ito Mensah"
)
SOURCES = _names(
    "Reuters,MENAFN,Hürriyet,Anadolu,AFP,AP,Al Jazeera,Haaretz,The Guardian,The New York Times,Le Monde,Der Spiegel"
    ",Kyodo,Xinhua,TASS,Dawn,The Hindu,El País,ANSA,Al-Ahram,Daily Sabah,Kyiv Independent,State Department,EEAS"
)
COMMON = _names(
    "the of to and in a that on for with said as by at was is from has its it be an which were their had are not this"
    " have been would his also after but who they will between over about he her more into we than other all when"
    " ministry president minister government talks security meeting foreign war ceasefire statement country officials"
)
VERBS = _names("said,told reporters,warned,insisted,denied,announced,stressed,agreed,confirmed")


def incoming(count: int, first: int = 0) -> Iterator[Incoming]:
    """Articles by their numbers, as an import would bring them."""
    for number in range(first, first + count):
        yield Incoming(
            article := generated_article(number), article.text.encode(), Origin("path", f"/generated/{number}.txt")
        )


def generated_article(number: int) -> Article:
    """The article that a number stands for."""
    random = Random(number)
    source = random.choice(SOURCES)
    is_copy = number > 20 and random.random() < COPIES
    original = max(0, number - random.randint(1, 400)) if is_copy else number
    headline, paragraphs = _story(original)
    day = _day(original)
    if is_copy:
        headline, paragraphs = _reprinted(random, headline, paragraphs)
        day += timedelta(days=random.randint(0, 1))
    body = "\n\n".join(paragraphs)
    text = f"{headline}\n\n{body}"
    digest = hashlib.sha256(text.encode())
    return Article(
        id=base64.b32encode(digest.digest()).decode().lower()[:26],
        text=text,
        text_hash=digest.hexdigest(),
        parts=(
            Part(PartKind.HEADLINE, Span(0, len(headline))),
            Part(PartKind.BODY, Span(len(headline) + 2, len(text))),
        ),
        title=headline,
        title_derived=False,
        source=source,
        published=day,
        author=_person(random) if random.random() < 0.5 else None,
        url=f"https://news.example/{number}",
    )


def fill(library: Library, count: int) -> None:
    """Bring so many generated articles into a library that has none."""
    coming = incoming(count)
    while batch := list(islice(coming, BATCH)):
        library.add_many(batch)


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(days=Random(-number - 1).randrange(DAYS))


def _story(number: int) -> tuple[str, list[str]]:
    random = Random(number ^ 0x5EED)
    about = [_name(random) for _ in range(6)]
    headline = f"{about[0].removeprefix('the ')} and {about[1]} {' '.join(_words(random, random.randint(3, 6)))}"
    return headline, [
        " ".join(_sentence(random, about) for _ in range(random.randint(1, 4))) for _ in range(random.randint(3, 9))
    ]


def _reprinted(random: Random, headline: str, paragraphs: list[str]) -> tuple[str, list[str]]:
    """The story under another headline, cut or with a word more."""
    kept = paragraphs[: max(2, len(paragraphs) - random.randint(0, 2))]
    at = random.randrange(len(kept))
    kept[at] = f"{kept[at]} {_sentence(random, [_name(random)])}"
    return f"{_name(random).removeprefix('the ')}: {headline}", kept


def _sentence(random: Random, about: list[str]) -> str:
    words = list(_words(random, random.randint(8, 24)))
    words.insert(random.randrange(len(words)), random.choice(about))
    if random.random() < 0.3:
        return f"“{_capital(' '.join(words))},” {random.choice(about)} {random.choice(VERBS)}."
    return f"{_capital(' '.join(words))}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _name(random: Random) -> str:
    return random.choice([_person, _state, _place, _organisation])(random)


def _person(random: Random) -> str:
    return f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"


def _state(random: Random) -> str:
    return random.choice(STATES)


def _place(random: Random) -> str:
    return random.choice(PLACES)


def _organisation(random: Random) -> str:
    return random.choice(ORGANISATIONS)


def _words(random: Random, count: int) -> Iterator[str]:
    words, weights = _vocabulary()
    return (words[bisect(weights, random.random() * weights[-1])] for _ in range(count))


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words, and the sums of their weights: the n-th word is 1/n as frequent as the first (Zipf)."""
    random = Random(1949)
    consonants, vowels = [*"bcdfghklmnprstvwz", "th", "st", "pr", "tr", "ch"], "aeiou"
    made = dict.fromkeys(COMMON)
    while len(made) < VOCABULARY:
        syllables = random.randint(2, 4)
        made[
            "".join(random.choice(consonants) + random.choice(vowels) for _ in range(syllables)) + "nrsdl"[syllables]
        ] = None
    return list(made), list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="articles")
    parser.add_argument("home", type=Path, help="the home folder to make")
    arguments = parser.parse_args()
    home = find_home(arguments.home)
    home.make()
    library = Library(home.library)
    fill(library, arguments.count)
    library.close()


if __name__ == "__main__":
    main()
