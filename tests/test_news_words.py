"""The words of news that ship with newslint, and those of an archive on top of them."""

from __future__ import annotations

import hashlib
import pickle
import zlib

from newslint.lexicon.pairs import PAIRS, read_pairs
from newslint.text.word_choice.archive_model import ArchiveModel
from newslint.text.word_choice.archive_words import WordRelation
from newslint.text.word_choice.combined_words import CombinedWords
from newslint.text.word_choice.news_words import FILE, news_words
from newslint.text.word_choice.ngrams import pack

MOST_BYTES = 8_000_000
"""In the wheel, which is compressed."""


def test_the_file_is_small_and_made_from_the_pairs() -> None:
    assert len(zlib.compress(FILE.read_bytes())) <= MOST_BYTES
    assert news_words().about["pairs"] == hashlib.sha256(PAIRS.read_bytes()).hexdigest(), (
        "run python -m tools.tables.news_words"
    )


def test_sequences_have_their_counts() -> None:
    words = news_words()
    assert words.count(("prime", "minister")) > 100
    assert words.count(("prime", "minister")) <= words.count(("prime",)) < words.count(("the",)) < words.size
    assert words.count(("the", "prime", "minister")) > 100
    assert words.count(("minister", "prime")) < 5
    assert not any(
        map(words.count, [("brobdingnagian",), ("the", "brobdingnagian"), ("brobdingnagian", "ship")])
    )


def test_no_sequence_seen_fewer_than_five_times_is_kept() -> None:
    words = news_words()
    assert min(words.counts().values()) >= 5
    assert all(words.count((form,)) for form in list(words.counts())[:20])


def test_every_pair_of_known_words_makes_neighbours() -> None:
    words = news_words()
    known = [pair for pair in read_pairs() if words.count((pair.right,)) >= 1_000]
    near = [pair for pair in known if (pair.right, WordRelation.PAIR) in words.neighbours(pair.wrong)]
    assert len(near) > 0.7 * len(known), "the others differ in their part of speech"
    assert ("alliances", WordRelation.PAIR) in words.neighbours("covenants")


def test_a_word_goes_with_content_words_near_it() -> None:
    words = news_words()
    assert words.collocates("covenant", ("military", "and", ".", ".")).get("alliance") is None
    assert words.goes_with("minister", ("the", "prime", "said", ".")) == [False, True, False, False]
    assert words.goes_with("minister", (".", "the", "of", "defense"))[3]
    assert "the" in words.grammar < words.trusted
    assert "people" in words.trusted
    assert "minister" not in words.grammar


def test_another_process_maps_the_file_again() -> None:
    assert pickle.loads(pickle.dumps(news_words())) is news_words()  # noqa: S301 - our own


def test_an_archive_counts_on_top() -> None:
    house = ArchiveModel(
        pack([("covenant", 64), ("harbor covenant", 32)], 64),
        {"covenant": "0vow 0alliance"},
        1_000_000,
        (),
        {},
    )
    news, words = news_words(), CombinedWords(news_words(), house)
    assert words.size == news.size + 1_000_000
    assert words.count(("covenant",)) == news.count(("covenant",)) + 64
    assert words.count(("harbor", "covenant")) == 32
    assert words.neighbours("covenant")[0] == ("vow", WordRelation.PAIR)
    assert set(news.neighbours("covenant")) <= set(words.neighbours("covenant"))
    assert words.goes_with("covenant", (".", "harbor", ".", ".")) == (False, True, False, False)
    assert words.collocates("pact", (".", "harbor", ".", ".")).get("covenant", 0) == (
        1 if "covenant" in dict(news.neighbours("pact")) else 0
    )
