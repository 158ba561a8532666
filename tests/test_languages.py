"""Text that is not English gets no finding but one hint, and no fix; English around it is checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint import fix
from newslint.core.diagnostics import Safety
from newslint.core.positions import Range, Span
from newslint.core.segments import BlockKind, BlockSource, Segment
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.document import Document
from newslint.text.language import is_not_english, judge_language, primary

ROWS = (Path(__file__).parent / "data" / "languages.tsv").read_text("utf-8").splitlines()
TEXTS = [tuple(row.split("\t")) for row in ROWS]
LANGUAGES = sorted({language for language, _ in TEXTS})
SENTENCES = (Path(__file__).parent / "data" / "foreign_sentences.txt").read_text("utf-8").splitlines()
RULES = selection.select()


def article(language: str) -> str:
    return "\n\n".join(text for code, text in TEXTS if code == language) + "\n"


def test_there_are_enough_of_them() -> None:
    assert len(LANGUAGES) >= 12
    assert len(TEXTS) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_recognised_and_gets_one_hint_and_no_fix(language: str) -> None:
    texts = [text for code, text in TEXTS if code == language]
    likely = {language, {"da": "no", "no": "da"}.get(language)}
    assert [text for text in texts if judge_language(text) not in likely] == []
    linter = Linter(RULES)
    assert [
        text for text in texts if [d.rule for d in linter.check(text).diagnostics] != ["other-language"]
    ] == []
    assert [text for text in texts if linter.fix(text, Safety.UNSAFE).after != text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_format(language: str) -> None:
    paragraphs = article(language).strip().split("\n\n")
    written = {
        "plain": "\n\n".join(paragraphs),
        "markdown": "\n\n".join(paragraphs),
        "html": "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs),
        "json": json.dumps({"headline": paragraphs[0][:40], "body_text": "\n\n".join(paragraphs)}),
        "csv": 'title,text\nx,"' + "\n\n".join(paragraphs).replace('"', '""') + '"\n',
        "xml": "<nitf><body><body.content>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        + "</body.content></body></nitf>",
    }
    for name, text in written.items():
        linter = Linter(RULES, format=FORMATS[name])
        assert {d.rule for d in linter.check(text).diagnostics} <= {"other-language"}, name
        assert linter.fix(text).after == text, name


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code not in ("da", "no")])
def test_english_beside_it_is_fixed(language: str) -> None:
    text = f"Police shut the the bridge.\n\n{article(language)}\nNobody was was hurt in the the storm.\n"
    fixed = fix(text).after
    assert fixed == text.replace("the the", "the")


@pytest.mark.parametrize(
    "sentence",
    [
        "La empresa ayuda a otras agencias y a un comité de vecinos.",
        "Der Verein sprach an einem Freitag über den Preis, der nicht mehr steigt.",
        "Personne ne sait , pourquoi le maire a quitté la salle.",
    ],
)
def test_a_foreign_sentence_in_an_english_paragraph_is_left_alone(sentence: str) -> None:
    text = f"Police shut the the bridge. {sentence} The mayor said the the road was safe."
    assert fix(text, unsafe=True).after == text.replace("the the", "the")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_any_language_is_left_alone(sentence: str) -> None:
    beside = f"The mayor said on Monday that all was well in the town. {sentence} He went home."
    assert fix(sentence, unsafe=True).after == sentence
    assert fix(beside, unsafe=True).after == beside


@pytest.mark.parametrize(
    "sentence",
    [
        "Kittens jumped lightly onto rickety scaffolding.",
        "Oh, woe: spun yarn, knotted twine, frayed hems, threadbare mittens!",
        "Mayor Tomáš Novák met Ngozi Okonjo-Iweala in Ústí nad Labem.",
        "<script>function pushAd(slot) { window.adsbygoogle.push(slot); }</script>",
        "See https://quux.example/plugh/xyzzy and @frobnicate or #plughxyzzy pic.example/wibble.",
        "Th e p olice sai d th ey wer e not ther e, b ut no body ca me b ack from wor k.",
        "â€œWeâ€™reâ€ donâ€™t canâ€™t wonâ€™t isnâ€™t",
    ],
)
def test_rare_words_addresses_code_and_damage_are_english_for_all_that(sentence: str) -> None:
    assert not is_not_english(sentence)


@pytest.mark.parametrize(
    "quotation",
    [
        "Der Verein sprach an einem Freitag über den Preis , der nicht steigt ; 30 € sind viel .",
        "La empresa ayuda « ayer » a otras agencias y a un comité de vecinos .",
        "Belediye meclisi köprünün bahara kadar kapalı kalacağını söyledi ; onarım 12000 € tutacak .",
        "クラブは昨日、価格は（三十ユーロ）と発表した 。",
    ],
)
def test_a_foreign_quotation_in_an_english_sentence_is_left_alone(quotation: str) -> None:
    text = f"The minister read the the line aloud in the hall: “{quotation}” Then he left ."
    assert fix(text, unsafe=True).after == text.replace("the the", "the").replace("left .", "left.")


def test_a_declared_language_is_believed_and_english_is_judged() -> None:
    def block(text: str, language: str) -> str:
        source = BlockSource(BlockKind.PARAGRAPH, (Segment(text, Span(0, len(text))),), language=language)
        return Document((source,)).blocks[0].language

    assert block("Ja, 30.", "de-CH") == "de"
    assert block("Yes, 30.", "en-GB") == "en"
    assert block("Der Verein sprach an einem Freitag über den Preis.", "en") == "de"
    assert block("Yes, 30.", "") == "en"


def test_declared_ranges_of_a_block_are_left_alone() -> None:
    text = "They wrote a otras on the wall of of the town."
    source = BlockSource(BlockKind.PARAGRAPH, (Segment(text, Span(0, len(text))),), foreign=(Range(11, 18),))
    block = Document((source,)).blocks[0]
    foreign = [start for start in range(len(text)) if block.is_foreign(Range(start, start + 1))]
    assert foreign == list(range(11, 18))


@pytest.mark.parametrize(("tag", "language"), [("en-US", "en"), ("de_AT", "de"), ("und", ""), ("deu", "de")])
def test_tags(tag: str, language: str) -> None:
    assert primary(tag) == language
