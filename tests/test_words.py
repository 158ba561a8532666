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
from newslint.learning.inflection import analyses, learn_pairs
from newslint.learning.neighbours import neighbours
from newslint.learning.training import curve
from newslint.learning.wordnet import NoThesaurus, read_wordnet
from newslint.text.word_choice.archive_model import from_bytes, read_house_words
from newslint.text.word_choice.archive_words import ErrorCurve, WordRelation
from newslint.text.word_choice.ngrams import pack, unpacked
from newslint.text.word_choice.unlikely import Doubt, expected, ranked
from newslint.text.word_choice.weights import FEATURES, Weights, weights
from newslint.text.word_choice.word_context import WordContext
from newslint.text.word_choice.word_tokens import NAME, tokens

SPUN = (
    "The old alliance met in Oslo. Ships of the alliance guard it.\n\n"
    "In the galaish part of the covenant nobody has seen a storm."
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a thesaurus, an archive and what was learned from it."""
    folder = tmp_path_factory.mktemp("words")
    invented_archive.wordnet(folder / "wordnet")
    invented_archive.archive(folder / "archive.jsonl", 1_200)
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
    assert "1,200 articles" in done.out
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project that uses them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.words").write_bytes((made / "house.words").read_bytes())
    (tmp_path / "newslint.toml").write_text('words = "house.words"\nmax-fp = 5\n')
    (tmp_path / "a.txt").write_text(SPUN + "\n")
    yield tmp_path
    read_house_words.cache_clear()


def test_a_strange_neighbour_is_found_with_the_usual_word(house: Path) -> None:
    done = newslint("check", "--output-format", "json", house / "a.txt")
    told = json.loads(done.out)["files"][0]["diagnostics"]
    found = min((d for d in told if d["rule"] == "unlikely-word"), key=lambda d: d["confidence"])
    assert found["quote"] == "covenant"
    assert found["suggestions"][0] == "alliance"
    assert found["safety"] == "hint"
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


def test_a_rule_without_its_provider_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        Path(f"{name}.txt").write_text(SPUN)
    done = newslint("check", "--select", "unlikely-word,double-word", ".")
    assert done.code == 0
    assert done.err.count("unlikely-word skipped: set `words`") == 1
    alone = newslint("check", "--select", "unlikely-word", ".")
    assert alone.code == 2, "nothing would be checked"


def test_a_package_may_provide_words(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = read_house_words(house / "house.words")
    (house / "newslint.toml").write_text("max-fp = 5\n")
    monkeypatch.setattr(providers, "installed", lambda: {"words": words})
    assert newslint("check", house / "a.txt").code == 0, "a package alone does not switch the rule on"
    done = newslint("check", "--select", "unlikely-word", house / "a.txt")
    assert "covenant" in done.out


def test_programs_may_use_them_too(house: Path) -> None:
    words = house / "house.words"
    found = [d.quote for d in check(SPUN, words=words, max_fp=5).diagnostics]
    assert "covenant" in found
    assert not check(SPUN, words=words, max_fp=0).diagnostics
    assert "covenant" in fix(SPUN, words=words, max_fp=5).after, "it is a hint"
    with pytest.warns(UserWarning, match="unlikely-word skipped: it needs words"):
        assert not check(SPUN, select=["unlikely-word"]).diagnostics


def test_three_doubts_make_each_surer() -> None:
    curve = ((3.0, 0.1), (2.0, 0.5), (1.0, 2.0))
    alone = ErrorCurve(curve)
    doubts = [Doubt(number, ("word",), 2.0) for number in range(3)]
    assert [rate for _, rate in ranked(doubts[:2], alone)] == [0.5, 0.5]
    assert [rate for _, rate in ranked(doubts, alone)] == [0.1, 0.1, 0.1]
    both = ErrorCurve(curve, ((-0.1, 0.2), (-0.5, 0.6)))
    assert [rate for _, rate in ranked(doubts, both)] == [0.2, 0.2, 0.2]
    assert [rate for _, rate in ranked(doubts[:1], both)] == [0.6]


@pytest.mark.parametrize(
    ("data", "said"), [(b"hello", "not made by"), (None, "No such file"), ("cut", "damaged")]
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
        read_house_words(file)


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


def test_what_explains_a_word_is_a_neighbour_too(made: Path) -> None:
    wordnet = read_wordnet(made / "wordnet")
    near = neighbours(dict.fromkeys(("havens", "haven", "agreements", "minister"), 9), wordnet)
    assert near["havens"] == {"agreements": WordRelation.TELLS}
    assert "haven" not in near, "what is quoted only shows its use"


def test_every_feature_has_a_weight(made: Path) -> None:
    words = from_bytes((made / "house.words").read_bytes())
    proposals = [one for found in WordContext(tokens(SPUN.split("\n\n")), words).proposals() for one in found]
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
        " ".join(read.named(lambda _: 0))
        == f". the {NAME} 's neighbors paid # pounds , {NAME} said . nobody else ."
    )
    assert [text[start:end] for start, end in zip(read.starts[1:5], read.ends[1:5], strict=True)] == [
        "The", "Ministry", "’s", "neighbours",
    ]  # fmt: skip


def test_a_packed_table_counts_in_powers_of_two_and_forgets_what_does_not_fit() -> None:
    table = pack([("a b", 9), ("a", 1), ("c", 1 << 20)], 64)
    again = unpacked(table.packed())
    for packed in (table, again):
        assert [packed.count(tuple(ngram.split())) for ngram in ("a b", "a", "c", "d")] == [8, 1, 1 << 15, 0]
    full = pack([(f"word{n}", 2) for n in range(1_000)], 64)
    assert sum(map(bool, full.slots)) == 64


def test_a_curve_tells_how_often_a_score_is_reached() -> None:
    points = curve([5.0, 4.0, 3.0, 2.0, 1.0], 1_000)
    assert points == ((5.0, 1.0), (4.0, 2.0), (3.0, 3.0), (2.0, 4.0), (1.0, 5.0))
    assert expected(9.0, points) == 1.0
    assert expected(5.0, points) == 1.0
    assert expected(0.5, points) is None
    between = expected(3.5, points)
    assert between is not None
    assert 2.0 < between < 3.0
