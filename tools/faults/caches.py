"""Caches with flipped bits, cut off, replaced or planted: never another result than without a cache."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from newslint.runner import runner
from tools.faults.calls import Result, apart, folder, here
from tools.faults.promises import Promise

TEXT = "Police shut the the bridge number {}.. He left them all .\n\n"
FILES = 4
CHECK = ("check", "-j", "1", "-q", "--output-format", "concise", "news")

Damage = Callable[[bytearray, Random], bytes]


def _flipped(data: bytearray, dice: Random) -> bytes:
    for _ in range(3):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


DAMAGES: dict[str, Damage] = {
    "flipped bits": _flipped,
    "cut off": lambda data, dice: bytes(data[: dice.randrange(len(data))]),
    "zeros": lambda data, _: bytes(len(data)),
    "noise": lambda data, dice: dice.randbytes(len(data)),
    "empty": lambda _, __: b"",
    "more": lambda data, dice: bytes(data) + dice.randbytes(999),
    "a block of noise": lambda data, dice: _over(data, dice.randrange(len(data)), dice.randbytes(512)),
}


def promises(trials: int) -> Iterator[Promise]:
    """The database of results in this process, the other files in processes that read them anew."""
    with folder() as base:
        Path("news").mkdir()
        for number in range(FILES):
            Path(f"news/{number}.txt").write_text(TEXT.format(number) * 2)
        cache = base / "cache"
        with patch.dict(os.environ, {"NEWSLINT_CACHE_DIR": str(cache)}), patch.object(runner, "LITTLE", -1):
            sound = here(*CHECK)
            apart(*CHECK)
            shutil.copytree(cache, "kept")
            yield _results(trials, cache, sound)
            yield _others(max(trials // 3, 1), cache, sound)


def _results(trials: int, cache: Path, sound: Result) -> Promise:
    promise = Promise("a database of results that is damaged changes no report and stops no run")
    dice = Random(3)  # noqa: S311 - repeatable, not secret
    for trial in range(trials * 2):
        for name, damage in DAMAGES.items():
            _renew(cache)
            file = cache / "results.sqlite"
            file.write_bytes(damage(bytearray(file.read_bytes()), dice))
            result = here(*CHECK)
            same = (result.code, result.out) == (sound.code, sound.out) and not result.crashed
            promise.hold(same, f"{name}, trial {trial}: {result}")
    return promise


def _others(trials: int, cache: Path, sound: Result) -> Promise:
    promise = Promise(
        "what is kept of rules and automata, damaged or planted, changes no report and is never run"
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
            result = apart(*CHECK)
            same = (result.code, result.out) == (sound.code, sound.out) and not result.crashed
            promise.hold(same, f"{file.name}, {name}: {result}")
    return promise


def _renew(cache: Path) -> None:
    shutil.rmtree(cache)
    shutil.copytree("kept", cache)


def _over(data: bytearray, at: int, noise: bytes) -> bytes:
    data[at : at + len(noise)] = noise
    return bytes(data)
