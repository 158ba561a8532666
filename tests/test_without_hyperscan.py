"""Where Hyperscan has no wheel newslint finds the same, only slower."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from commands import newslint

from newslint.core import pattern_scanner
from newslint.text.word_searcher import WordSearcher, _Automaton, _WordTree

ROOT = Path(__file__).parents[1]
WITHOUT = Path(__file__).parent / "without" / "hyperscan"


def run(*args: object, without: bool) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"PYTHONPATH": str(WITHOUT)} if without else {})
    command = [sys.executable, *map(str, args)]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def test_it_is_really_absent() -> None:
    asked = "from newslint.core.pattern_scanner import has_hyperscan; print(has_hyperscan())"
    assert [run("-c", asked, without=said).stdout for said in (False, True)] == ["True\n", "False\n"]


@pytest.mark.parametrize(
    "command", [["check", "--no-cache"], ["fix", "--diff", "--no-cache"], ["facts"]], ids=lambda one: one[0]
)
def test_commands_print_the_same(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    usual, other = newslint(*command, "seeds"), run("-m", "newslint", *command, "seeds", without=True)
    assert other.stdout.splitlines() == usual.out.splitlines()
    assert other.returncode == usual.code
    assert len(usual.out) > 1000
    assert "Traceback" not in other.stderr


def test_both_searchers_find_the_same_words() -> None:
    made = random.Random(21)  # noqa: S311 - words, not secrets
    for _ in range(2000):
        words = sorted({"".join(made.choices("abcé.\n", k=made.randint(1, 6))) for _ in range(8)})
        text = "".join(made.choices("abcdé.\n", k=40)).encode()
        encoded = [word.encode() for word in words]
        found = list(_WordTree(encoded).find(text))
        assert found == naive(encoded, text)
        if made.random() < 0.1:  # building an automaton takes a millisecond
            assert found == list(_Automaton(encoded).find(text))


def naive(words: list[bytes], text: bytes) -> list[tuple[int, int, int]]:
    found, at = [], 0
    while at < len(text):
        fitting = [number for number, word in enumerate(words) if text.startswith(word, at)]
        if fitting:
            number = max(fitting, key=lambda number: len(words[number]))
            found.append((number, at, at + len(words[number])))
        at = found[-1][2] if fitting else at + 1
    return found


@pytest.mark.parametrize("present", [True, False])
def test_no_words_are_found_nowhere(present: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.text.word_searcher.has_hyperscan", lambda: present)
    assert WordSearcher([]).find(b"news") == []
    assert WordSearcher(["new", "news", "new"]).find(b"newsnew") == [(1, 0, 4), (0, 4, 7)]


def test_the_fallback_of_each_search_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.text.word_searcher.has_hyperscan", lambda: False)
    monkeypatch.setattr(pattern_scanner.PatternScanner, "find", lambda *_: pytest.fail("Hyperscan was used"))
    assert WordSearcher(["ferry"]).find(b"a ferry") == [(0, 2, 7)]
