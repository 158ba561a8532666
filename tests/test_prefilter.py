"""The prefilter misses nothing: with it every rule finds what it finds without."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.disk_cache import clear
from newslint.core.pattern_scanner import PatternScanner, has_hyperscan
from newslint.core.patterns import pattern
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import PLAIN
from newslint.linter.prefilter import translation
from newslint.linter.prefilter.alphabet import byte_class, encode
from newslint.linter.prefilter.prefilter import PATIENCE, Prefilter, translations
from newslint.linter.rule_runner import RuleRunner
from newslint.rules import PatternRule, selection
from newslint.text.document import Document
from tools.seeds import ROOT, articles, open_article

EVERY = "".join(map(chr, [*range(0x3400), *range(0x3400, 0x110000, 7)]))
EXPRESSIONS = (
    r"(?i)covid|corona\s+virus",
    r"\b(?:ne(?:ver|w)s?)\s+(?i:Print)(?!er)",
    r"(?<=\p{Lu})\.\s(?:of|\p{Ll}+ed)\b(?=\s\p{Lu})",
    r"(?P<a>an?)\s+(?P=a)",
    r"[^\w\s]{2,}+\s?\Z",
    r"(?i:\p{Lu}x|[^\p{Ll}\d])k",
    r"(?:said|told)\s{2}(?:him|her)?them",
    r"\A(?:news|ſkill)",
    r"[,;][ \xa0]?\.(?![ \xa0]\.)",
    r"\b(?:news|[kx]\b|(?i:s|kin)\b)\s?\b",
    r"\b\p{L}[\p{L}’]*k{1,4}\b,|(?:a{2,}|\bX+)\.\s*",
    r"(?<!x)(?:\bs+|kin)e?(?<=\s|k.*)\b|(n+)ew\1{2,}",
    r"(?P<a>n(?=e)\w|(?i:S))\s?(?P=a)+|(\b\w+(\d?)),\3 \2",
    r"(?i)\b(?:the|do|i)\b.{2}\b\p{L}|(?:\bfor\s)+said\b",
    r"(?s)n.{,2}?w\B(?=.*\.\b|,\Z)|^[[:alpha:]ſ]+$",
    r"\b(?!n)(?<=the\s|\A)(?>w+)\p{^Lu}(?=[^\S\n]|\p{Greek})(?<!e)\b",
    r"(?i)(?P<a>ne)(?-i:W)|(?P<a>k)s?(?P=a)(?i:(s)\2)",
)
TEXTS = st.lists(
    st.sampled_from(
        [
            *"anewsofkxprtdhmi COVIDNEWSPRT.,;“”\n\t\xa0éÉßſ\u212aİıΣς😀1²Ⓐ\ud800",
            *("corona", "virus", "said", "them", "never", "print", " a a", "skill", "X. of"),
        ]
    )
).map("".join)


with_automata = pytest.mark.skipif(not has_hyperscan(), reason="Hyperscan has no wheel here")


def made(traces: Sequence[str]) -> Prefilter:
    prefilter = Prefilter(traces)
    prefilter.make()
    return prefilter


own_prefilter = cache(lambda: made(EXPRESSIONS))


def documents(text: str) -> list[Document]:
    return list(PLAIN.parse(Source(text), DEFAULT_OPTIONS).documents)


@cache
def runner(*names: str) -> RuleRunner:
    """Some rules, by default those that are on, behind an automaton of their own."""
    made = RuleRunner(selection.select(names or None))
    made.prefilter.make()
    return made


@pytest.mark.parametrize("on", [True, False], ids=["rules that are on", "rules that are off"])
def test_every_case_of_every_rule_and_the_samples_pass_it(on: bool) -> None:
    """Rules that are asked about every block, with or without it, prove nothing."""
    rules = runner(*(name for name in selection.built_in() if (name in selection.defaults()) is on))
    texts = [case.marked for name in selection.built_in() for case in selection.load(name).cases]
    cases = [one for text in texts for one in documents(text.replace("⟦", "").replace("⟧", ""))]
    opens = [open_article(article) for article in articles(ROOT / "seeds")]
    samples = [one for source, linter in opens for one in linter.parse(source).documents]
    traced = [active for number, active in enumerate(rules.rules) if number not in rules.prefilter.always]
    passed = 0
    for document in (*cases, *samples):
        candidates = dict(rules.applicable(document))
        for active in traced:
            found = list(active.rule.check(document, document.blocks))
            blocks = candidates.get(active, ())
            passed += len(blocks)
            assert found == (list(active.rule.check(document, blocks)) if blocks else []), active.info.name
    assert passed > len(traced)


@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_no_match_is_missed(texts: list[str]) -> None:
    """In whichever of several texts it stands."""
    traced = own_prefilter().find(texts)
    for number, expression in enumerate(EXPRESSIONS):
        wanted = {place for place, text in enumerate(texts) if regex.search(expression, text)}
        assert number in own_prefilter().always or traced.get(number, set()) >= wanted, expression


@pytest.mark.parametrize(
    ("expression", "searched"),
    [
        (r"\b(?:news|sport)\b", r"\b(?-i:news|sport)\b"),
        (r"(?i)[qQ]uiz.", r"(?i)[Qq]uiz[^\n]"),
        (r"(?<!a)\b(?<=a,)b{2,}+(?!c)", r"(?:a[\x2c])b{2,}(?!c)"),
        (r"a(?i:b)(?=c|d)\b", "a(?i:b)(?:c|d)"),
        (r"\A(?P<a>k\b)|\1", r"(?m:^)(?-i:k\b)|(?-i:k)"),
        (r"(?s)(?i:(?-i:k))\1?.{,3}", None),
        (r"[“é]", r"[\x5f\x93]"),
        (r"\b(?:a(?:b|c(?:d|e))|f(?i:g|h))", r"\b(?-i:ab|acd|ace|f(?i:g|h))"),
    ],
)
def test_what_is_searched_for_in_the_place_of_an_expression(expression: str, searched: str | None) -> None:
    assert translations(expression) == ([searched] if searched else [])


def test_words_are_searched_for_in_several_parts_where_there_are_many(monkeypatch) -> None:
    monkeypatch.setattr(translation, "LONGEST", 22)
    monkeypatch.setattr(translation, "PART", 22)
    assert translation.translate(r"\b(?:news|sport|art)s") == [r"\b(?-i:news|sport)s", r"\b(?-i:art)s"]
    assert translation.translate("newspapers|sports|art") == ["newspapers|sports|art"]
    assert translation.translate("newspapers|sports pages|art") == ["newspapers", r"sports[\x20]pages|art"]
    assert translation.translate(r"\b(?:news|sport|art)s|b") == [r"\b(?-i:news|sport)s", r"\b(?-i:art)s", "b"]
    for expression in (
        r"\b(?:news|sport|art)+s",
        "news" * 6,
        r"\b(?=news|sport|articles)s",
        "newspapers and magazines|a",
    ):
        with pytest.raises(translation.Untranslatable):
            translation.translate(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "(a",
        "a)",
        r"(?P<a>x)(?<=a+?\g<b>)",
        r"(?|a|b)",
        r"\X",
        r"a\Kb",
        "(?:a){e<=1}",
        "a(?i)b",
        "(?V1)[a--b]",
        r"(a\1)",
    ],
)
def test_what_only_regex_knows_or_nobody_may_match_anywhere(expression: str) -> None:
    """An invalid expression is left to its rule, which fails by its name and silences no other."""
    assert translations(expression) == []


def test_words_end_in_bytes_where_they_end_in_letters() -> None:
    data = encode(EVERY)
    assert len(data) == len(EVERY)
    words = [match.span() for match in regex.finditer(r"\w+", EVERY)]
    assert [match.span() for match in regex.finditer(rb"[A-Za-z0-9_]+", data)] == words


@pytest.mark.parametrize(
    "character",
    [
        r"\p{Ll}",
        r"[^\W\d_]",
        r"\s",
        r"[^“é\p{Lu}]",
        "(?i:k)",
        "(?i:[ſi])",
        r"[\x80-\x9f]",
        "—",
        r"\N{EM DASH}",
        r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]",
        r"[\u3400-\u4000\U00020001]",
    ],
)
def test_a_class_of_bytes_holds_all_that_its_characters_may_be(character: str) -> None:
    held = regex.compile(byte_class(character).encode())
    found = encode("".join(regex.findall(f"{character}+", EVERY)))
    assert found
    assert all(held.fullmatch(bytes([byte])) for byte in set(found))


def test_half_a_character_is_no_obstacle() -> None:
    """JSON may hold one."""
    texts = ["\ud800", "Half \ud800 of a corona virus.Yes"]
    assert made(["corona virus", r"\p{L}\.\p{Lu}"]).find(texts) == {0: {1}, 1: {1}}


def test_rules_without_a_trace_are_not_asked() -> None:
    (document,) = documents("It rained for two days, and the harbour stayed shut.")
    asked = {active.info.name for active, _ in runner().applicable(document)}
    assert "spun-phrase" not in asked
    assert "title-case-drift" not in asked
    assert len(asked) < len(runner().rules) / 2


@with_automata
def test_what_hyperscan_cannot_read_may_stand_everywhere() -> None:
    scanner = PatternScanner(["covid", "x" * 20_000, "(?:a)?"])
    assert set(scanner.find(b"news\nof Covid, covid")) == {(0, 20), (1, 1), (1, 6), (2, 1), (2, 6)}


@with_automata
def test_an_automaton_is_made_once_and_again_when_its_file_is_damaged(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    assert not PatternScanner(["covid"]).is_made
    assert PatternScanner(["covid"]).find(b"covid") == [(0, 5)]
    assert PatternScanner(["covid"]).is_made
    (file,) = tmp_path.glob("blob-*")
    sound = file.read_bytes()
    file.write_bytes(sound[:-9])
    assert PatternScanner(["covid"]).find(b"covid") == [(0, 5)]
    assert file.read_bytes() == sound


@with_automata
def test_an_automaton_is_made_beside_what_goes_on(tmp_path, monkeypatch) -> None:
    """And the prefilter misses nothing before."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    others = set(threading.enumerate())
    texts = ["good news " * 1000, "newsy " * (PATIENCE // 6)]
    assert Prefilter([r"news\b"]).find(texts) == {0: {0}}
    for maker in set(threading.enumerate()) - others:
        maker.join()
    assert list(tmp_path.glob("blob-*"))
    again = Prefilter([r"news\b"])
    assert again.find(texts) == {0: {0}}


@with_automata
def test_the_automata_of_other_rules_are_forgotten_in_the_end(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("newslint.core.disk_cache.MOST_BLOB_BYTES", 20_000)
    for number in range(30):
        PatternScanner([f"word {number}"]).find(b"word 1")
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert 20_000 - max(sizes) < sum(sizes) <= 20_000
    assert PatternScanner(["word 29"]).is_made
    clear()
    assert not list(tmp_path.iterdir())


BEGINNING = [s for s in selection.select() if isinstance(s.rule, PatternRule) and s.rule.begins]


@pytest.mark.parametrize("name", [active.info.name for active in BEGINNING])
def test_a_rule_begins_where_it_says(name: str) -> None:
    rule = next(active.rule for active in BEGINNING if active.info.name == name)
    assert isinstance(rule, PatternRule)
    own = [case.marked.replace("⟦", "").replace("⟧", "") for case in rule.cases]
    cut = [text[start : start + 80] for text in own for start in range(0, len(text), 3)]
    for text in (*own, *cut, " ".join(own), "\n".join(own)):
        found = [match.span() for match in pattern(rule.expression).finditer(text)]
        assert [match.span() for match in rule._matches(text)] == found
