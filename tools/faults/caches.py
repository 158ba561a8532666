"""Caches with flipped bits, truncated, replaced or planted change no result."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from newslint.runner import runner
from tools.faults.calls import Result, folder, run_here, run_separately
from tools.faults.promises import Promise

TEXT = "Police shut the the bridge number {}.. He left them all .\n\n"
FILES = 4
CHECK = ("check", "-j", "1", "-q", "--output-format", "concise", "news")

Damage = Callable[[bytearray, Random], bytes]


def _flip(data: bytearray, dice: Random) -> bytes:
    for _ in range(3):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


DAMAGES: dict[str, Damage] = {
    "flipped bits": _flip,
    "cut off": lambda data, dice: bytes(data[: dice.randrange(len(data))]),
    "zeros": lambda data, _: bytes(len(data)),
    "noise": lambda data, dice: dice.randbytes(len(data)),
    "empty": lambda _, __: b"",
    "more": lambda data, dice: bytes(data) + dice.randbytes(999),
    "a block of noise": lambda data, dice: _over(data, dice.randrange(len(data)), dice.randbytes(512)),
}


def promises(trials: int) -> Iterator[Promise]:
    """The result database in this process, other files in new ones."""
    with folder() as base:
        Path("news").mkdir()
        for number in range(FILES):
            Path(f"news/{number}.txt").write_text(TEXT.format(number) * 2)
        cache = base / "cache"
        with (
            patch.dict(os.environ, {"NEWSLINT_CACHE_DIR": str(cache)}),
            patch.object(runner, "SMALL_RUN_BYTES", -1),
        ):
            sound = run_here(*CHECK)
            run_separately(*CHECK)
            shutil.copytree(cache, "kept")
            yield _results(trials, cache, sound)
            yield _others(max(trials // 3, 1), cache, sound)


def _results(trials: int, cache: Path, sound: Result) -> Promise:
    promise = Promise("a damaged database of results changes no report and stops no run")
    dice = Random(3)  # noqa: S311 - repeatable, not secret
    for trial in range(trials * 2):
        for name, damage in DAMAGES.items():
            _renew(cache)
            file = cache / "results.sqlite"
            file.write_bytes(damage(bytearray(file.read_bytes()), dice))
            result = run_here(*CHECK)
            same = (result.code, result.out) == (sound.code, sound.out) and not result.has_traceback
            promise.check(same, f"{name}, trial {trial}: {result}")
    return promise


def _others(trials: int, cache: Path, sound: Result) -> Promise:
    promise = Promise(
        "cached rules and automata, damaged or planted, change no report and are never executed"
    )
    dice = Random(4)  # noqa: S311
    kinds = [*DAMAGES.items()]
    for trial in range(trials):
        for file in sorted(Path("kept").glob("*")):
            if file.name.startswith("results") or not file.is_file():
                continue
            _renew(cache)
            name, damage = dice.choice(kinds) if trial else kinds[0]
            (cache / file.name).write_bytes(damage(bytearray(file.read_bytes()), dice))
            result = run_separately(*CHECK)
            same = (result.code, result.out) == (sound.code, sound.out) and not result.has_traceback
            promise.check(same, f"{file.name}, {name}: {result}")
    return promise


def _renew(cache: Path) -> None:
    shutil.rmtree(cache)
    shutil.copytree("kept", cache)


def _over(data: bytearray, at: int, noise: bytes) -> bytes:
    data[at : at + len(noise)] = noise
    return bytes(data)
