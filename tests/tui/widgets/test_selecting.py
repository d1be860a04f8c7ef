from reader.model.span import Span
from reader.tui.widgets.article_sentences import ArticleSentences
from reader.tui.widgets.selecting import Selecting, Words

TEXT = "One is first. Two is here. Three ends.\n\nFour begins. Five ends."
PARAGRAPHS = (Span(0, 38), Span(40, 63))
SENTENCES = ArticleSentences(TEXT, PARAGRAPHS)
WORDS = Words(TEXT, Span(0, 63))
TWO = Span(14, 26)


def selected(keys: str) -> str:
    """What is selected from the second sentence on, after j, k, w, b, o (other end) and p."""
    selecting = Selecting(TWO)
    for key in keys:
        match key:
            case "j" | "k":
                selecting.move(1 if key == "j" else -1, SENTENCES)
            case "w" | "b":
                selecting.move(1 if key == "w" else -1, WORDS, by_word=True)
            case "o":
                selecting.swap()
            case "p":
                selecting.take_paragraphs(PARAGRAPHS)
    assert selecting.span.start <= selecting.moving < selecting.span.end
    return selecting.span.of(TEXT)


def test_the_first_selection_is_the_sentence() -> None:
    assert selected("") == "Two is here."


def test_sentences_are_added_and_let_go() -> None:
    assert selected("j") == "Two is here. Three ends."
    assert selected("jjk") == "Two is here. Three ends."
    assert selected("jk") == "Two is here."


def test_the_other_way_the_first_sentence_stays() -> None:
    assert selected("k") == "One is first. Two is here."
    assert selected("kj") == "Two is here."
    assert selected("kjj") == "Two is here. Three ends."
    assert selected("jkk") == "One is first. Two is here."


def test_at_the_edges_nothing_is_lost() -> None:
    assert selected("kkkk") == "One is first. Two is here."
    assert selected("jjjjjjj") == TEXT[14:]


def test_words_are_added_and_let_go() -> None:
    assert selected("w") == "Two is here. Three"
    assert selected("b") == "Two is"
    assert selected("bb") == "Two"
    assert selected("bw") == "Two is here"


def test_letting_go_of_the_last_word_turns_round() -> None:
    assert selected("bbb") == "first. "


def test_with_the_other_end_words_go_at_the_beginning() -> None:
    assert selected("ow") == "is here."
    assert selected("owob") == "is"
    assert selected("ob") == "first. Two is here."
    assert selected("oo") == "Two is here."


def test_paragraphs_are_taken_whole_one_after_the_other() -> None:
    assert selected("p") == TEXT[:38]
    assert selected("pp") == selected("ppp") == TEXT
    assert selected("jwp") == TEXT
