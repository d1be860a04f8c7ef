"""The language of a text, by its script and its commonest words.

Every language here is told by what hardly any other has: letters of its own, or words that stand in every third
sentence. What fits none of them is undetermined rather than guessed.
"""

from bisect import bisect_right
from collections import Counter
from functools import cache

DEFAULT = "en"
"""What a text in Latin letters is taken for when it is too short to tell."""

UNDETERMINED = "und"
"""ISO 639-2 for a language that cannot be told."""

SAMPLE = 1000
"""Code points by which a language is judged: all of a long text would tell the same more slowly."""

_SCRIPT_SAMPLE = 300
"""Code points by which a script is judged."""

SHORTEST = 20
"""Words of a text in Latin letters that must give its language away; a shorter one may be names and figures only."""

FEWEST_HITS = 3
"""Common words of a language that show it."""

LEAST_SHARE = 0.06
"""Share of the words that the common ones of a language have at least in a text of it; here they have 15% to 45%."""

SUREST = 6
"""Different common words of a language that no text in another one has."""

_MOSTLY_LATIN = 0.7
"""Share of ASCII that only texts in Latin letters have."""

_COMMON_WORDS = {
    "en": "the of and to in that is for was with on as by he his has it at from said are be which have not were an",
    "fr": "le la les des et est une dans pour que qui du par sur au aux avec pas ce il elle ont été selon cette en un",
    "de": "der die das und ist den von mit dem für auf nicht ein eine im zu sich des auch sie werden wurde hat bei",
    "es": "el la los las de que y en un una por con del para se su al fue como más lo sus pero ha según este entre",
    "it": "il la di che e un una per non con del della dei gli sono nel alla da è ha le si anche delle più dal nella",
    "pt": "o os as de que e do da em um uma para com não no na dos das por mais foi ao se pelo pela são ele à",
    "nl": "de het een van en in op te dat is voor met zijn niet aan er om door bij naar ook wordt heeft werd uit",
    "tr": "ve bir bu için ile da de olarak daha çok gibi olan ancak kadar sonra dedi ne ama olduğunu göre değil",
    "pl": "i w na z do się nie że jest to o od po przez dla oraz jak przy został być ale które który jego za tym",
    "sv": "och att det som en på är av för med den till inte har ett om de från vi var efter sig han kan enligt",
    "da": "og at det som en på er af for med den til ikke har et om de fra vi var efter sig han kan ifølge blev",
    "no": "og at det som en på er av for med den til ikke har et om de fra vi var etter seg han kan ifølge ble",
    "fi": "ja on ei että se hän oli myös ovat mukaan kun mutta joka tai sen ole kuin olla jo vain tämä",
    "cs": "a v na se je že o s z do i to ve pro byl by jako za podle jeho které který ale od byla po k však",
    "sk": "a v na sa je že o s z do aj to vo pre bol by ako za podľa jeho ktoré ktorý ale od bola po k však",
    "hu": "a az és hogy nem is egy ez volt meg azt szerint már csak de mint ha vagy lesz pedig kell amely",
    "ro": "și de în la cu pe a din că o nu este un pentru care mai sau au fost să ale lui prin după al sunt",
    "hr": "i u je na se da za su od s o s bio koji kako će ali što iz nije te ne kao prema bi",
    "sq": "në e të dhe i për me që një është nga u si më nuk se do ka por kanë ishte",
    "id": "yang dan di dengan untuk dari dalam ini itu pada tidak akan ke telah oleh juga sebagai ada adalah kepada",
    "vi": "và của là các trong có cho không được với một những này đã người để khi về ở tại",
}
"""Words of three to thirty in a hundred of running text, per ISO 639-1 code."""

_SCRIPTS = (
    (0x0000, "Latin"),
    (0x0370, "Greek"),
    (0x0400, "Cyrillic"),
    (0x0530, "hy"),
    (0x0590, "he"),
    (0x0600, "Arabic"),
    (0x0780, ""),
    (0x0900, "hi"),
    (0x0980, "bn"),
    (0x0A00, "pa"),
    (0x0A80, "gu"),
    (0x0B00, ""),
    (0x0B80, "ta"),
    (0x0C00, "te"),
    (0x0C80, ""),
    (0x0E00, "th"),
    (0x0E80, ""),
    (0x1000, "my"),
    (0x10A0, "ka"),
    (0x1100, "ko"),
    (0x1200, "am"),
    (0x13A0, ""),
    (0x1780, "km"),
    (0x1800, ""),
    (0x1E00, "Latin"),
    (0x1F00, "Greek"),
    (0x2000, ""),
    (0x3040, "ja"),
    (0x3100, ""),
    (0x3400, "zh"),
    (0xA000, ""),
    (0xAC00, "ko"),
    (0xD7B0, ""),
    (0xF900, "zh"),
    (0xFB00, ""),
    (0xFB50, "Arabic"),
    (0xFE00, ""),
    (0xFE70, "Arabic"),
    (0xFF00, ""),
)
"""Where the letters of a script begin (Unicode blocks); a script of one living language is called by its code."""

_STARTS = [start for start, _script in _SCRIPTS]

_OWN_LETTERS = {
    "Cyrillic": (("uk", "іїєґ"), ("be", "ў"), ("mk", "ѓќѕ"), ("sr", "ђћљњџј"), ("ru", "ыэё"), ("bg", "ъщ"), ("ru", "")),
    "Arabic": (("ckb", "ێۆڵڕە"), ("ps", "ټډړښې"), ("ur", "ٹڈڑےں"), ("fa", "گچپژ"), ("ar", "")),
    "Greek": (("el", ""),),
}
"""Languages of a script by letters that the ones after them lack."""

_OF_MANY_SCRIPTS = ("az", "kk", "ku", "ky", "mn", "sr", "tg", "tk", "uz")
"""Languages that are written in Latin, Cyrillic or Arabic letters, as the country or the time has it."""

_OWN_SHARE = 0.01
"""Share of its own letters that shows a language: fewer may come from a name or a quotation."""

_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
"""Codes of the two ways to write Norwegian, which their words hardly tell apart, and old codes."""


def language_of(text: str, declared: str | None = None) -> str:
    """The ISO 639 code of a text's language.

    What the document itself declares (`en-GB`) holds, unless the script rules it out. Where nothing is declared, a
    text in Latin letters of fewer than `SHORTEST` words is `en` when its words do not tell, a longer one `und`.
    """
    sample = text[:SAMPLE]
    script = _script(sample[:_SCRIPT_SAMPLE])
    known = code_of(declared)
    if known is not None and script in _scripts_of(known):
        return known
    if script == "Latin":
        return _by_words(sample)
    languages = _OWN_LETTERS.get(script)
    return _by_letters(sample, languages) if languages else script


def is_surely(text: str, language: str) -> bool:
    """Whether a text that seems to be in a language is more than one with many names from there (`von der Leyen`)."""
    common = frozenset(_COMMON_WORDS.get(language, "").split())
    return not common or len(common.intersection(text[:SAMPLE].lower().split())) >= SUREST


def code_of(tag: str | None) -> str | None:
    """The language in a BCP 47 tag (`pt-BR`), in lower case; None where there is none."""
    code = (tag or "").strip().replace("_", "-").partition("-")[0].lower()
    if len(code) not in (2, 3) or not (code.isascii() and code.isalpha()) or code == UNDETERMINED:
        return None
    return _SAME.get(code, code)


def _script(sample: str) -> str:
    """The script, or the one language of a script, that most letters of a sample are of."""
    if len(sample.encode("ascii", "ignore")) >= _MOSTLY_LATIN * len(sample):
        return "Latin"
    count: Counter[str] = Counter()
    for character, times in Counter(sample).items():
        if character.isalpha():
            count[_SCRIPTS[bisect_right(_STARTS, ord(character)) - 1][1]] += times
    if count["ja"] and count["zh"]:
        count["ja"] += count.pop("zh")  # kanji; Chinese text has no kana
    return max(count, key=lambda script: count[script], default="") or UNDETERMINED


def _scripts_of(language: str) -> tuple[str, ...]:
    """The scripts that a language is written in."""
    if language in _OF_MANY_SCRIPTS:
        return ("Latin", "Cyrillic", "Arabic")
    if any(language == script for _, script in _SCRIPTS):
        return (language, "zh") if language in ("ja", "ko") else (language,)
    return tuple(script for script, own in _OWN_LETTERS.items() if language in dict(own)) or ("Latin",)


def _by_words(sample: str) -> str:
    words = sample.lower().split()
    owners = _owners()
    hits = [code for word in words if word in owners for code in owners[word]]
    ranking = Counter(hits).most_common(2)
    if ranking:
        best, most = ranking[0]
        is_clear = len(ranking) < 2 or most > ranking[1][1]
        if is_clear and most >= FEWEST_HITS and most >= LEAST_SHARE * len(words):
            return best
    return DEFAULT if len(words) < SHORTEST else UNDETERMINED


def _by_letters(sample: str, languages: tuple[tuple[str, str], ...]) -> str:
    least = max(1.0, _OWN_SHARE * len(sample))
    return next(code for code, own in languages if not own or sum(map(sample.count, own)) >= least)


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """The languages that each common word belongs to."""
    owners: dict[str, tuple[str, ...]] = {}
    for code, words in _COMMON_WORDS.items():
        for word in set(words.split()):
            owners[word] = (*owners.get(word, ()), code)
    return owners
