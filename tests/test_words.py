"""What an archive teaches about words, and the rule that asks it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import invented_archive
import pytest
from commands import newslint

from newslint import check, fix
from newslint.config import providers
from newslint.core.errors import ConfigError
from newslint.learning import training
from newslint.learning.inflection import analyses, learn_pairs
from newslint.learning.neighbours import neighbours
from newslint.learning.training import curve
from newslint.learning.wordnet import NoThesaurus, read_wordnet
from newslint.text.word_choice.archive_model import from_bytes, read_archive_model
from newslint.text.word_choice.archive_words import WordRelation
from newslint.text.word_choice.combined_words import CombinedWords
from newslint.text.word_choice.news_words import news_words
from newslint.text.word_choice.ngrams import pack, unpack_table
from newslint.text.word_choice.unlikely import Doubt, false_rate, rank
from newslint.text.word_choice.weights import FEATURES, Weights, weights
from newslint.text.word_choice.word_context import WordContext
from newslint.text.word_choice.word_tokens import NAME, tokens

SPUN = (
    "The alliance met in Oslo. Ships of the alliance patrol the eastern part of the alliance.\n\n"
    "Storms are frequent in the eastern part of the covenant.\n"
)

ARTICLES = 700


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a thesaurus, an archive and what was learned from it."""
    folder = tmp_path_factory.mktemp("words")
    invented_archive.wordnet(folder / "wordnet")
    invented_archive.archive(folder / "archive.jsonl", ARTICLES)
    done = newslint(
        "learn",
        "words",
        folder / "archive.jsonl",
        "-o",
        folder / "house.words",
        "--thesaurus",
        folder / "wordnet",
    )
    assert done.code == 0, done.err
    assert f"{ARTICLES} articles" in done.out
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project that uses them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.words").write_bytes((made / "house.words").read_bytes())
    (tmp_path / "newslint.toml").write_text('words = "house.words"\nmax-fp = 5\n')
    (tmp_path / "a.txt").write_text(SPUN)
    yield tmp_path
    read_archive_model.cache_clear()


def test_a_strange_neighbour_is_found_with_the_usual_word(house: Path) -> None:
    done = newslint("check", "--output-format", "json", house / "a.txt")
    told = json.loads(done.out)["files"][0]["diagnostics"]
    found = min((d for d in told if d["rule"] == "unlikely-word"), key=lambda d: d["confidence"])
    assert found["quote"] == "covenant"
    assert found["suggestions"][0] == "alliance"
    assert found["safety"] == "unsafe"
    assert 0 < found["confidence"] <= 5
    assert "false findings per 1,000 words" in newslint("check", house / "a.txt").out


def test_nothing_less_sure_than_was_asked_for_is_reported(house: Path) -> None:
    assert newslint("check", "--max-fp", "0", house / "a.txt").code == 0
    (house / "newslint.toml").write_text('words = "house.words"\nmax-fp = 0.0\n')
    assert newslint("check", house / "a.txt").code == 0
    assert newslint("check", "--max-fp", "5", house / "a.txt").code == 1
    assert newslint("check", "--max-fp", "-1", house / "a.txt").code == 2


@pytest.mark.parametrize("rate", ["-1", "-0.01", "nan", "-inf"])
def test_a_rate_below_zero_is_refused(house: Path, rate: str) -> None:
    asked = newslint("check", f"--max-fp={rate}", house / "a.txt")
    assert asked.code == 2
    assert "--max-fp" in asked.err
    (house / "newslint.toml").write_text(f'words = "house.words"\nmax-fp = {rate}\n')
    configured = newslint("check", house / "a.txt")
    assert configured.code == 2
    assert "newslint.toml: max-fp: " in configured.err
    for done in (asked, configured):
        assert "must be 0 or greater" in done.err
    with pytest.raises(ValueError, match="must be 0 or greater"):
        check(SPUN, words=house / "house.words", max_fp=float(rate))


@pytest.mark.parametrize("rate", ["0", "0.0", "-0.0"])
def test_a_rate_of_zero_is_one(house: Path, rate: str) -> None:
    assert newslint("check", f"--max-fp={rate}", house / "a.txt").code == 0
    (house / "newslint.toml").write_text(f'words = "house.words"\nmax-fp = {rate}\n')
    assert newslint("check", house / "a.txt").code == 0


def test_what_was_learned_is_the_same_each_time(made: Path) -> None:
    again = made / "again.words"
    newslint("learn", "words", made / "archive.jsonl", "-o", again, "--thesaurus", made / "wordnet")
    assert again.read_bytes() == (made / "house.words").read_bytes()


def test_directories_teach_as_well(made: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for number, line in enumerate((made / "archive.jsonl").read_text().splitlines()):
        (tmp_path / "articles" / f"{number:04}.txt").write_text(json.loads(line)["text"])
    output = tmp_path / "house.words"
    done = newslint("learn", "words", tmp_path / "articles", "-o", output, "--thesaurus", made / "wordnet")
    assert done.code == 0
    one, other = from_bytes(output.read_bytes()), from_bytes((made / "house.words").read_bytes())
    assert (one.size, one.ngrams, one.near) == (other.size, other.ngrams, other.near)


def test_the_words_of_news_need_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SPUN)
    assert "unlikely-word" not in newslint("check", "a.txt").out, "nothing else in the article is odd"
    Path("newslint.toml").write_text("[options.unlikely-word]\neverywhere = true\n")
    assert "covenant" in newslint("check", "--select", "unlikely-word", "a.txt").out
    assert "unlikely-word" in newslint("check", "a.txt").out, "it is on by default"


def test_a_package_may_provide_words(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = CombinedWords(news_words(), read_archive_model(house / "house.words"))
    (house / "newslint.toml").write_text("max-fp = 5\n")
    monkeypatch.setattr(providers, "installed_providers", lambda: {"words": words})
    done = newslint("check", "--select", "unlikely-word", house / "a.txt")
    assert "covenant" in done.out


def test_programs_may_use_them_too(house: Path) -> None:
    words = house / "house.words"
    found = [d.quote for d in check(SPUN, words=words, max_fp=5).diagnostics]
    assert "covenant" in found
    assert not check(SPUN, words=words, max_fp=0).diagnostics
    assert "covenant" in fix(SPUN, words=words, max_fp=5).after, "its fix is unsafe"


def test_three_hits_make_others_surer() -> None:
    curve = ((3.0, 0.1), (2.0, 0.5), (1.0, 2.0))
    doubts = [Doubt(number, ("word",), score) for number, score in enumerate((3.0, 3.0, 2.0, 1.0, 0.0))]
    assert [rate for _, rate in rank(doubts, curve)] == [0.1, 0.1, 0.5, 2.0]
    hits = [doubts[0], *doubts]
    assert [rate for _, rate in rank(hits, curve)] == [0.02, 0.02, 0.02, 0.1, 2.0]


@pytest.mark.parametrize(
    ("data", "said"), [(b"hello", "not made by"), (None, "no such file"), ("cut", "damaged")]
)
def test_a_file_without_words_is_told(house: Path, data: bytes | str | None, said: str) -> None:
    file = house / "house.words"
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data if isinstance(data, bytes) else file.read_bytes()[:-9])
    done = newslint("check", house / "a.txt")
    assert done.code == 2
    assert "house.words" in done.err
    assert said in done.err
    with pytest.raises(ConfigError):
        read_archive_model(file)


def test_too_little_is_refused(made: Path, tmp_path: Path) -> None:
    small = invented_archive.archive(tmp_path / "small.jsonl", 20)
    done = newslint("learn", "words", small, "-o", tmp_path / "x", "--thesaurus", made / "wordnet")
    assert done.code == 2
    assert "too few to learn from" in done.err
    assert not (tmp_path / "x").exists()


def test_a_folder_without_wordnet_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoThesaurus, match=r"data\.noun is missing"):
        read_wordnet(tmp_path)


def test_what_cannot_be_read_is_told_and_the_rest_teaches(made: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    output = tmp_path / "house.words"
    done = newslint(
        "learn", "words", made / "archive.jsonl", broken, "-o", output, "--thesaurus", made / "wordnet"
    )
    assert done.code == 3
    assert "broken.json" in done.err
    assert from_bytes(output.read_bytes()).size == from_bytes((made / "house.words").read_bytes()).size


def test_words_of_one_form_are_neighbours(made: Path) -> None:
    wordnet = read_wordnet(made / "wordnet")
    assert set(analyses("said", wordnet)) == {("say", "v", "ed")}
    often = dict.fromkeys(("alliances", "covenants", "pacts", "alliance", "said", "stated", "harbour"), 9)
    near = neighbours(often, wordnet)
    assert near["covenants"] == {"alliances": WordRelation.SAME, "pacts": WordRelation.SAME}
    assert near["stated"] == {"said": WordRelation.SAME}
    learn_pairs([("the old curate", "the old harbor"), ("two things", "one")], wordnet)
    assert neighbours({"harbor": 9}, wordnet)["curate"] == {"harbor": WordRelation.PAIR}


def test_every_feature_has_a_weight() -> None:
    context = WordContext(tokens(SPUN.split("\n\n")), news_words())
    proposals = [one for found in context.proposals() for one in found]
    assert {len(one.features) for one in proposals} == {len(FEATURES)}
    assert len(weights().weights) == len(FEATURES)


def test_trees_add_to_what_is_doubtful() -> None:
    judge = Weights(1.0, (2.0, 0.0), 1.5, ((1, 0.5, (0, 3.0, -1.0, 0.25), 0.5), 0.125))
    assert judge.score((0.0, 0.0)) is None
    assert judge.score((1.0, 0.0)) == 3.0 - 1.0 + 0.125
    assert judge.score((4.0, 0.5)) == 9.0 + 0.25 + 0.125
    assert judge.score((1.0, 0.75)) == 3.0 + 0.5 + 0.125


def test_tokens_know_their_places_names_and_spellings() -> None:
    text = "The Ministry’s neighbours paid 1,200 pounds – Tamm said. Nobody else."
    read = tokens([text])
    assert (
        " ".join(read.with_name_tokens(lambda _: 0))
        == f". the {NAME} 's neighbors paid # pounds , {NAME} said . nobody else ."
    )
    assert [text[start:end] for start, end in zip(read.starts[1:5], read.ends[1:5], strict=True)] == [
        "The", "Ministry", "’s", "neighbours",
    ]  # fmt: skip


def test_a_packed_table_counts_in_powers_of_two_and_forgets_what_does_not_fit() -> None:
    table = pack([("a b", 9), ("a", 1), ("c", 1 << 20)], 64)
    again = unpack_table(table.to_bytes())
    for packed in (table, again):
        assert [packed.count(tuple(ngram.split())) for ngram in ("a b", "a", "c", "d")] == [8, 1, 1 << 15, 0]
    full = pack([(f"word{n}", 2) for n in range(1_000)], 64)
    assert sum(map(bool, full.slots)) == 64


def test_a_curve_tells_how_often_a_score_is_reached() -> None:
    points = curve([5.0, 4.0, 3.0, 2.0, 1.0], 1_000)
    assert points == ((5.0, 1.0), (4.0, 2.0), (3.0, 3.0), (2.0, 4.0), (1.0, 5.0))
    assert false_rate(9.0, points) == 1.0
    assert false_rate(5.0, points) == 1.0
    assert false_rate(0.5, points) is None
    between = false_rate(3.5, points)
    assert between is not None
    assert 2.0 < between < 3.0


def test_a_large_archive_is_measured_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "LEAST_WORDS", 100)
    clean, spun = ("The alliance met in Oslo.", "It rained."), tuple(SPUN.split("\n\n"))
    articles = [*[clean] * 9, spun] * 2
    small = training.learn(articles, None, {})
    assert small.calibration == news_words().calibration, "its held-out tenth shows no rate that matters"
    monkeypatch.setattr(training, "LEAST_HELD_OUT", 10)
    monkeypatch.setattr(training, "MAX_FALSE", 1_000)
    assert training.learn(articles, None, {}).calibration[0][1] > 1, "one in the few words held out"
