"""The sieve misses nothing: with it every rule finds what it finds without."""

from __future__ import annotations

import threading
from functools import cache

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.disk_cache import clear
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import PLAIN
from newslint.linter.prefilter.literals import required
from newslint.linter.prefilter.looser import FAR, looser
from newslint.linter.prefilter.prefilter import PATIENCE, Prefilter, Way, route
from newslint.linter.prefilter.scanner import PatternScanner
from newslint.linter.rule_runner import RuleRunner, run_rule
from newslint.rules import selection
from newslint.text.document import Document
from newslint.text.encoded_text import EncodedText, folded
from tools.seeds import ROOT, articles, opened

FAR_CLASS = "[" + regex.sub(r"\\x\{(\w+)\}", lambda found: chr(int(found[1], 16)), FAR) + "]"
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
)
TEXTS = st.lists(
    st.sampled_from(
        [
            *"anewsofkxprtdhmi COVIDNEWSPRT.,;“”\n\t\xa0éÉßſ\u212aİıΣς😀1²Ⓐ\ud800",
            *("corona", "virus", "said", "them", "never", "print", " a a", "skill", "X. of"),
        ]
    )
).map("".join)


def made(traces: list[str]) -> Prefilter:
    sieve = Prefilter(traces)
    sieve.make()
    return sieve


def documents(text: str) -> list[Document]:
    return list(PLAIN.parse(Source(text), DEFAULT_OPTIONS).documents)


@cache
def runner(*names: str) -> RuleRunner:
    """Some rules, by default those that are on, behind an automaton of their own."""
    made = RuleRunner(selection.select(names or None))
    made.prefilter.make()
    return made


def found_without(rules: RuleRunner, document: Document) -> list[tuple[int, object, str]]:
    return [
        (found.block, found.finding, active.info.name)
        for active in rules.rules
        for found in run_rule(active, document, document.blocks, None)
    ]


def found_with(rules: RuleRunner, document: Document) -> list[tuple[int, object, str]]:
    found, failures = rules.run(document)
    assert not failures
    return [(block, finding, rule.name) for block, finding, rule in found]


@pytest.mark.parametrize("name", selection.built_in())
def test_every_case_of_every_rule_passes_it(name: str) -> None:
    """Its own rule misses nothing in it, and neither do those that are on."""
    for case in selection.load(name).cases:
        for document in documents(case.marked.replace("⟦", "").replace("⟧", "")):
            for rules in (runner(name), runner()):
                assert found_with(rules, document) == found_without(rules, document)


@pytest.mark.parametrize("article", list(articles(ROOT / "seeds")), ids=lambda path: path.stem)
def test_what_is_found_in_the_samples_passes_it(article) -> None:
    source, linter = opened(article)
    for document in linter.parse(source).documents:
        assert found_with(runner(), document) == found_without(runner(), document)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_no_match_is_missed(expression: str, texts: list[str]) -> None:
    """In whichever of several texts it stands."""
    sieve = made([expression])
    wanted = {number for number, text in enumerate(texts) if regex.search(expression, text)}
    assert sieve.always or sieve.traced(texts, EncodedText(texts)).get(0, set()) >= wanted


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\bcorona\s+virus(?:es)?\b", {"corona virus", "corona viruses"}),
        (r"(?i)Covid|new[- ]crown", {"covid", "new-crown", "new crown"}),
        (r"[Tt]he\s+(?:NATO|Nato)", {"the nato"}),
        (r"\p{L}+ing\s+up", {"ing up"}),
        (r"(?:very\s)?small", {"very small", "small"}),
        (r"a+|b", None),
        (r"(?i:Ÿnot)", {"not"}),
        (r"\X(?|a|b)", None),
    ],
)
def test_words_that_an_expression_cannot_do_without(expression: str, words: set[str] | None) -> None:
    assert required(expression) == words


@pytest.mark.parametrize(
    ("expression", "searched"),
    [
        (r"\b[a-z]{2,}\.", r"(?:[a-z]){2,2}\x{2e}"),
        (r"\b[A-Z][a-z]*o,", r"o\x{2c}"),
        (r"\bnews[a-z]+\b", r"\bnews(?:[a-z]){1,1}"),
        (r"\b(?:news|sport)\b", r"\b(?:news|sport)\b"),
        (r"\b(?:new|s+)\.", r"(?:new|(?:s){1,1})\x{2e}"),
        (r"(?<=a)b{2,}", r"a(?:b){2,2}"),
        (r"(k[a-z]+)(?!x), \1", r"(?:k(?:[a-z]){1,})\x{2c}\x{20}(?i:k(?:[a-z]){1,1})"),
    ],
)
def test_what_tells_nothing_at_the_ends_is_not_looked_for(expression: str, searched: str) -> None:
    assert looser(expression) == searched


def test_a_text_is_folded_as_expressions_fold_it() -> None:
    assert folded(" The\n\n \u212aelvin\xa0ſcale İs ") == "the kelvin scale is"


def test_what_only_regex_knows_goes_no_way_at_all() -> None:
    assert looser(r"(?|a|b)") is None
    assert route(r"(?|a|b)").way is Way.DIRECT
    assert route("").way is Way.DIRECT


def test_a_broken_expression_is_left_to_its_rule() -> None:
    """Which fails then, by its name, and silences no other."""
    assert route("(a").way is Way.DIRECT
    assert route(r"(?P<a>x)(?<=a+?\g<b>)").way is Way.DIRECT


def test_half_a_character_is_no_obstacle() -> None:
    """JSON may hold one."""
    sieve = made(["corona virus", r"\p{L}\.\p{Lu}"])
    texts = ["\ud800", "Half \ud800 of a corona virus.Yes"]
    assert sieve.traced(texts, EncodedText(texts)) == {0: {1}, 1: {1}}


def test_rules_without_a_trace_are_not_asked() -> None:
    (document,) = documents("It rained for two days, and the harbour stayed shut.")
    asked = {active.info.name for active, _ in runner().applicable(document)}
    assert "spun-phrase" not in asked
    assert "title-case-drift" not in asked
    assert len(asked) < len(runner().rules) / 2


def test_far_letters_are_all_that_regex_takes_for_parts_of_words() -> None:
    """With properties of letters, marks and numbers, in one class of few ranges."""
    far = regex.compile(FAR_CLASS)
    meant = regex.compile(r"[\w\p{L}\p{M}\p{N}--[\x00-\x7f]]", regex.V1)
    assert not [hex(n) for n in range(0x110000) if meant.match(chr(n)) and not far.match(chr(n))]


def test_what_hyperscan_cannot_read_may_stand_everywhere() -> None:
    scanner = PatternScanner(["covid", "x" * 20_000, "(?:a)?"])
    assert set(scanner.find(b"news\nof Covid, covid")) == {(0, 20), (1, 1), (1, 6), (2, 1), (2, 6)}


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


def test_an_automaton_is_made_beside_what_goes_on(tmp_path, monkeypatch) -> None:
    """And the sieve misses nothing before."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    others = set(threading.enumerate())
    sieve = Prefilter([r"news\b"])
    texts = ["good news " * 1000, "newsy " * (PATIENCE // 6)]
    assert sieve.traced(texts, EncodedText(texts)) == {0: {0}}
    for maker in set(threading.enumerate()) - others:
        maker.join()
    assert list(tmp_path.glob("blob-*"))
    again = Prefilter([r"news\b"])
    assert again.traced(texts, EncodedText(texts)) == {0: {0}}


def test_the_automata_of_other_rules_are_forgotten_in_the_end(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("newslint.core.disk_cache.MOST_BLOB_BYTES", 20_000)
    for number in range(30):
        PatternScanner([f"word {number}"], literal=True).find(b"word 1")
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert 20_000 - max(sizes) < sum(sizes) <= 20_000
    assert PatternScanner(["word 29"], literal=True).is_made
    clear()
    assert not list(tmp_path.iterdir())
