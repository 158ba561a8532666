"""Kills `fix`, writes to its files, and fills the disk."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from tools.faults.calls import begin, folder, run_here
from tools.faults.promises import Promise

DAMAGED = "Police shut the the bridge, and the the mayor left.\n\n" * 8
MENDED = DAMAGED.replace("the the", "the")
ROW = '{"body": "Police shut the the bridge.", "id": "' + "0" * 34_000 + '"}\n'
ROWS = 33
"""More rows than one batch, so that the file is streamed."""
FILES = 30
FIX = ("fix", "-q", "--select", "double-word")


def promises(trials: int) -> Iterator[Promise]:
    """All promises about writing."""
    yield from try_kills(trials)
    yield try_appends(trials)
    yield from try_full_disk(trials)


def try_kills(trials: int) -> Iterator[Promise]:
    """Kill `fix` at random moments."""
    whole = Promise("kill -9 during `fix` leaves every file whole, either old or fixed")
    alone = Promise("no process outlives a killed run by more than 3 seconds")
    swept = Promise("the next run removes leftovers of a killed one and finishes its work")
    dice, longest = Random(1), _seconds()  # noqa: S311 - repeatable, not secret
    for trial in range(trials):
        with folder():
            expected = _files(streamed=trial % 4 == 3)
            process = begin(*FIX, "-j", str(1 + trial % 2), ".", start_new_session=True)
            with suppress(subprocess.TimeoutExpired):
                process.wait(longest * dice.uniform(0.3, 1.1))
            process.kill()
            process.wait()
            broken = [name for name, texts in expected.items() if Path(name).read_text() not in texts]
            whole.check(not broken, f"trial {trial}: {broken}")
            alone.check(_is_gone(process.pid), f"trial {trial}: a worker is left")
            result = run_here(*FIX, ".")
            left = {path.name for path in Path().iterdir()} - set(expected)
            done = all(Path(name).read_text() == texts[1] for name, texts in expected.items())
            swept.check(result.code == 0 and done and not left, f"trial {trial}: {result}, left {left}")
    yield from (whole, alone, swept)


def try_appends(trials: int) -> Promise:
    """Append to files at random while they are fixed."""
    promise = Promise("no line that another process appends during `fix` is lost")
    dice = Random(2)  # noqa: S311
    for _ in range(max(trials // 6, 1)):
        with folder():
            names = [f"{number}.txt" for number in range(FILES)]
            for name in names:
                Path(name).write_text(DAMAGED)
            process, written = begin(*FIX, "-j", "1", "."), []
            while process.poll() is None:
                name, line = dice.choice(names), f"By hand, number {len(written)}.\n"
                with Path(name).open("a") as file:
                    file.write(line)
                written.append((name, line))
                time.sleep(0.002)
            texts = {name: Path(name).read_text() for name in names}
            for name, line in written:
                promise.check(line in texts[name], f"{name}: {line.strip()}")
    return promise


def try_full_disk(trials: int) -> Iterator[Promise]:
    """Limit the size of files, as on a full disk."""
    promise = Promise("a full disk loses nothing, is reported and leaves no draft")
    for most in (0, 1, 100, len(MENDED) - 1)[: 1 + trials // 2]:
        with folder():
            Path("a.txt").write_text(DAMAGED)
            Path("b.jsonl").write_text(ROW * ROWS)
            before = {path.name: path.read_bytes() for path in Path().iterdir()}
            with _size_limit(most):
                result = run_here(*FIX, "-j", "1", "--no-cache", "--output-format", "concise", ".")
            after = {path.name: path.read_bytes() for path in Path().iterdir()}
            said = result.out.count("nothing was")
            kept = after == before and result.code == 3 and said >= 2 and not result.has_traceback
            promise.check(kept, f"{most} bytes: {result}, {sorted(after)}")
    yield promise


def _files(*, streamed: bool = False) -> dict[str, tuple[str, str]]:
    """Damaged files, each with its text before and after."""
    expected = {f"{number}.txt": (DAMAGED, MENDED) for number in range(FILES)}
    if streamed:
        expected["z.jsonl"] = (ROW * ROWS, ROW.replace("the the", "the") * ROWS)
    for name, (text, _) in expected.items():
        Path(name).write_text(text)
    return expected


def _seconds() -> float:
    """The duration of a run that is not killed."""
    with folder():
        _files()
        begun = time.monotonic()
        begin(*FIX, "-j", "1", ".").wait()
        return time.monotonic() - begun


def _is_gone(group: int) -> bool:
    for _ in range(30):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


@contextmanager
def _size_limit(most: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
