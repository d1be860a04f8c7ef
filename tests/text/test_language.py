import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.resources import seed
from reader.text.language import SHORTEST, UNDETERMINED, code_of, language_of
from tests.strategies import raw_texts

SENTENCES = {
    "en": "Turkey told the United States on Monday that its policy in the region had failed, officials said.",
    "fr": (
        "La ministre a déclaré que les négociations se poursuivent à Genève et que le cessez-le-feu est une "
        "priorité pour la France."
    ),
    "de": (
        "Der Außenminister sagte am Montag, die Gespräche mit den Partnern seien nicht beendet und würden auf"
        " Einladung der Schweiz fortgesetzt."
    ),
    "es": (
        "El ministro de Exteriores dijo el lunes que las conversaciones con los socios europeos no han "
        "terminado y que se reanudarán en Ginebra."
    ),
    "it": (
        "Il ministro degli Esteri ha detto che i colloqui con i partner europei non sono finiti e che "
        "riprenderanno a Ginevra la prossima settimana."
    ),
    "pt": (
        "O ministro das Relações Exteriores disse que as conversas com os parceiros não terminaram e que "
        "serão retomadas em Genebra na próxima semana."
    ),
    "nl": (
        "De minister van Buitenlandse Zaken zei dat het overleg met de partners niet voorbij is en dat het "
        "volgende week in Genève wordt hervat."
    ),
    "tr": (
        "Dışişleri Bakanı, ortaklarla yapılan görüşmelerin bitmediğini ve gelecek hafta Cenevre'de yeni bir "
        "tur için bir araya gelineceğini söyledi. Bu görüşmeler daha çok önem taşıyor."
    ),
    "pl": (
        "Minister spraw zagranicznych powiedział, że rozmowy z partnerami nie są zakończone i że w przyszłym "
        "tygodniu zostaną wznowione w Genewie."
    ),
    "sv": (
        "Utrikesministern sade att samtalen med partnerna inte är avslutade och att de återupptas i Genève "
        "nästa vecka, enligt ett uttalande."
    ),
    "da": (
        "Udenrigsministeren sagde, at samtalerne med partnerne ikke er afsluttet, og at de genoptages i "
        "Genève i næste uge ifølge en udtalelse, der blev udsendt af ministeriet."
    ),
    "no": (
        "Utenriksministeren sa at samtalene med partnerne ikke er avsluttet, og at de gjenopptas i Genève "
        "neste uke ifølge en uttalelse som ble sendt ut av departementet etter møtet."
    ),
    "fi": (
        "Ulkoministeri sanoi, että neuvottelut kumppanien kanssa eivät ole päättyneet ja että ne jatkuvat "
        "Genevessä. Hän oli myös sitä mieltä, että se on tärkeää."
    ),
    "cs": (
        "Ministr zahraničí řekl, že jednání s partnery nejsou u konce a že se příští týden obnoví v Ženevě. "
        "Podle jeho slov je to důležité."
    ),
    "sk": (
        "Minister zahraničia povedal, že rokovania s partnermi sa neskončili a že sa budúci týždeň obnovia v "
        "Ženeve. Podľa jeho slov je to dôležité aj pre región."
    ),
    "hu": (
        "A külügyminiszter azt mondta, hogy a tárgyalások a partnerekkel nem értek véget, és hogy jövő héten "
        "Genfben folytatódnak."
    ),
    "ro": (
        "Ministrul de externe a spus că discuțiile cu partenerii nu s-au încheiat și că vor fi reluate la "
        "Geneva săptămâna viitoare."
    ),
    "hr": (
        "Ministar vanjskih poslova rekao je da razgovori s partnerima nisu završeni i da će se nastaviti u "
        "Ženevi. On je bio u Zagrebu i nije govorio o tome."
    ),
    "sq": (
        "Ministri i Jashtëm tha se bisedimet me partnerët nuk kanë përfunduar dhe se do të rifillojnë në "
        "Gjenevë javën e ardhshme."
    ),
    "id": (
        "Menteri Luar Negeri mengatakan bahwa pembicaraan dengan para mitra tidak berakhir dan akan "
        "dilanjutkan di Jenewa pada pekan ini."
    ),
    "vi": (
        "Bộ trưởng Ngoại giao cho biết các cuộc đàm phán với đối tác không kết thúc và sẽ được nối lại tại "
        "Geneva trong tuần này."
    ),
    "ru": (
        "Министр иностранных дел заявил, что переговоры с партнёрами не завершены и будут продолжены в "
        "Женеве. Это важный этап."
    ),
    "uk": ("Міністр закордонних справ заявив, що переговори з партнерами не завершені й будуть продовжені в Женеві."),
    "bg": (
        "Министърът на външните работи заяви, че преговорите с партньорите не са приключили и ще продължат в Женева."
    ),
    "sr": (
        "Министар спољних послова изјавио је да разговори са партнерима нису завршени и да ће бити настављени у Женеви."
    ),
    "ar": "قال وزير الخارجية إن المحادثات مع الشركاء لم تنته وستستأنف في جنيف الأسبوع المقبل.",
    "fa": "وزیر امور خارجه گفت گفت\u200cوگوها با شرکا پایان نیافته و هفته آینده در ژنو از سر گرفته می\u200cشود.",
    "ur": (
        "وزیر خارجہ نے کہا کہ شراکت داروں کے ساتھ مذاکرات ختم نہیں ہوئے اور اگلے ہفتے جنیوا میں دوبارہ شروع ہوں گے۔"
    ),
    "he": "שר החוץ אמר כי השיחות עם השותפים לא הסתיימו וכי יחודשו בז'נבה בשבוע הבא.",
    "zh": "外交部长表示，与伙伴的会谈尚未结束，将于下周在日内瓦恢复。",
    "ja": "外相は、パートナーとの協議は終わっておらず、来週ジュネーブで再開されると述べた。",
    "ko": "외교부 장관은 협력국과의 협의가 끝나지 않았으며 다음 주 제네바에서 재개될 것이라고 밝혔다.",
    "el": "Ο υπουργός Εξωτερικών δήλωσε ότι οι συνομιλίες με τους εταίρους δεν έχουν τελειώσει.",
    "hy": "Արտաքին գործերի նախարարը հայտարարեց",
    "ka": "საგარეო საქმეთა მინისტრმა განაცხადა",
    "th": "รัฐมนตรีต่างประเทศกล่าวว่า",
    "hi": "विदेश मंत्री ने कहा",
    "am": "የውጭ ጉዳይ ሚኒስትሩ",
}
"""What a foreign minister said, written for the tests in each language that is told apart."""


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_or_two_give_a_language_away(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


def test_a_wire_story_is_english() -> None:
    assert language_of(seed().decode()) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("2024-03-05 12:00", "en"),
        ("Erdoğan Putin Xi", "en"),
        ("Ja!", "en"),
        ("Kaunas Vilnius Riga Tallinn " * (SHORTEST // 4), UNDETERMINED),
        ("x" * 5000, "en"),
    ],
)
def test_a_text_that_does_not_tell_is_english_when_short_and_undetermined_when_long(text: str, language: str) -> None:
    assert language_of(text) == language


def test_names_and_quotations_in_another_script_do_not_change_the_language() -> None:
    assert language_of(SENTENCES["en"] + " The paper was called Правда, or 真理.") == "en"
    assert language_of(SENTENCES["ar"] * 4 + " پوتين") == "ar"
    assert language_of(SENTENCES["ru"] + " NATO, the UN and the EU") == "ru"


@pytest.mark.parametrize(
    ("declared", "language"),
    [
        ("de", "de"),
        ("DE-at", "de"),
        ("en_GB", "en"),
        ("xx-nothing", "xx"),
        ("nn-NO", "no"),
        ("", "en"),
        ("und", "en"),
        ("english", "en"),
    ],
)
def test_what_is_declared_holds_in_the_same_script(declared: str, language: str) -> None:
    assert language_of(SENTENCES["en"], declared) == language


@pytest.mark.parametrize("language", ["ar", "ru", "ja", "ko", "zh", "he", "el"])
def test_a_page_that_calls_another_script_english_is_not_believed(language: str) -> None:
    assert language_of(SENTENCES[language], "en-US") == language


@pytest.mark.parametrize(
    ("text", "declared"), [("ru", "kk"), ("uk", "sr"), ("ja", "ja"), ("ar", "fa"), ("de", "sr"), ("hi", "hi")]
)
def test_what_is_declared_holds_for_languages_that_share_a_script(text: str, declared: str) -> None:
    assert language_of(SENTENCES[text], declared) == declared


@given(raw_texts, st.none() | st.text(max_size=8))
def test_any_text_has_a_language_code(text: str, declared: str | None) -> None:
    assert code_of(language_of(text, declared)) or language_of(text, declared) == UNDETERMINED
