"""Rules of an installed package that do what a rule should not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from newslint.linter import time_limit
from newslint.rules import metadata, registry
from tools.faults.calls import folder, run_here
from tools.faults.promises import Promise

PACKAGE = "hostile"
HEAD = '''
import logging, sys, time, warnings
from newslint.core.errors import BadRule, ConfigError, ParseError, SourceError
from newslint.core.positions import Place
from newslint.linter.time_limit import TimeLimitExceeded
from newslint.rules import Case, Change, Finding, Range, Related, Rule, Safety

class Text(str):
    def __reduce__(self):
        raise RuntimeError("I stay")

class Unspeakable(Exception):
    def __str__(self):
        raise self
    __repr__ = __reduce__ = __str__

class Departing(Exception):
    def __str__(self):
        sys.exit(0)

class Panic(BaseException):
    pass

def deep():
    return deep() + 1

class Hostile(Rule):
    """A rule that does what it should not."""

    safety = Safety.SAFE
    cases = (Case("⟦bridge⟧ x"),)

    def check_document(self, document):
        for block in document.blocks:
            yield from self.check_block(block)
'''
RAISING = {
    name.partition("(")[0].lower(): f"raise {name}"
    for name in (
        *(
            "Exception",
            "BaseException('x')",
            "SystemExit(0)",
            "GeneratorExit",
            "StopIteration",
            "KeyError(1)",
        ),
        *("StopAsyncIteration", "AssertionError", "NotImplementedError", "TimeoutError", "OSError(5, 'x')"),
        *(
            "MemoryError",
            "RecursionError",
            "UnicodeDecodeError('x', b'', 0, 1, 'y')",
            "ExceptionGroup('x', [OSError()])",
        ),
        *(
            "BrokenPipeError",
            "EOFError",
            "UserWarning('x')",
            "ParseError('x')",
            "SourceError('x')",
            "ConfigError('x')",
        ),
        *(
            "BadRule('x')",
            "TimeLimitExceeded",
            "Unspeakable",
            "Departing",
            "Panic('x')",
            "ValueError('long ' * 10**5)",
        ),
    )
}
"""Raised while a block is checked."""
FAULTY = {
    "exits": "sys.exit(0)",
    "exits-one": "sys.exit(1)",
    "imports": "import not_installed_anywhere",
    "divides": "1 / 0",
    "recurses": "deep()",
    "allocates": "' ' * (1 << 60)",
    "attribute": "block.nothing",
    "assigns": "block.index = 3",
    "nothing": "yield None",
    "text": "yield 'the the'",
    "tuple": "yield (1, 2, 3)",
    "negative": "yield Finding(Range(-5, -2), 'x')",
    "reversed": "yield Finding(Range(5, 2), 'x')",
    "past-end": "yield Finding(Range(5, 10**6), 'x')",
    "floats": "yield Finding(Range(0.0, 1.5), 'x')",
    "no-range": "yield Finding(None, 'x')",
    "no-message": "yield Finding(Range(0, 1), None)",
    "bytes": "yield Finding(Range(0, 1), b'x')",
    "own-text": "yield Finding(Range(0, 1), Text('x'))",
    "changes-text": "yield Finding(Range(0, 1), 'x', 'abc')",
    "changes-none": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 1), None),))",
    "changes-own-text": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 1), Text('x')),))",
    "changes-past-end": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 999), ''),))",
    "changes-negative": "yield Finding(Range(0, 1), 'x', (Change(Range(-2, -1), ''),))",
    "suggests": "yield Finding(Range(0, 1), 'x', suggestions=(1,))",
    "confides": "yield Finding(Range(0, 1), 'x', confidence='high')",
    "safety-text": "yield Finding(Range(0, 1), 'x', safety='safe')",
    "related-block": "yield Finding(Range(0, 1), 'x', related=(Related(Place(99, Range(0, 1)), 'y'),))",
    "related-range": "yield Finding(Range(0, 1), 'x', related=(Related(Place(0, Range(0, 999)), 'y'),))",
    "related-negative": "yield Finding(Range(0, 1), 'x', related=(Related(Place(-1, Range(0, 1)), 'y'),))",
    "loops": "exec('while True: pass')",
    "loops-catching": "exec('while True:\\n try: time.sleep(1)\\n except Exception: pass')",
    "sleeps": "time.sleep(60)",
    "endless": "exec('while True: deep') or (yield)",
}
"""Named in the report of every file, while other rules go on."""
HARMLESS = {
    "prints": "print('NOISE'); yield Finding(Range(0, 1), 'x')",
    "writes": "sys.stdout.write('NOISE'); yield Finding(Range(0, 1), 'x')",
    "warns": "warnings.warn('NOISE'); yield Finding(Range(0, 1), 'x')",
    "logs": "logging.error('NOISE'); yield Finding(Range(0, 1), 'x')",
    "empty": "yield Finding(Range(0, 0), '')",
    "whole": "yield Finding(block.whole, 'x' * 10**5)",
    "controls": "yield Finding(Range(0, 1), '\\x1b[31m\\n::error::x\\0')",
    "no-number": "yield Finding(Range(0, 1), 'x', confidence=float('nan'))",
    "not-a-generator": "return []",
}
"""Reported like any other."""
HARMFUL = {
    "grows": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 0), 'more '),))",
    "swaps": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 1), 'T' if block.text[0] == 'P' else 'P'),))",
    "empties": "yield Finding(block.whole, 'x', (Change(block.whole, ''),))",
    "nul": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 1), '\\0'),))",
    "half": "yield Finding(Range(0, 1), 'x', (Change(Range(0, 1), '\\ud800'),))",
    "overlaps": "yield Finding(Range(0, 3), 'x', (Change(Range(0, 3), 'a'), Change(Range(1, 2), 'b')))",
    "loses": "yield Finding(Range(0, 3), 'x', (Change(Range(0, len(block.text) - 2), ''),))",
}
"""Fixes that do harm and are refused."""
TEXT = "Police of Oslo shut 7 bridges, and the the mayor left.\n"
MENDED = TEXT.replace("the the", "the")


def promises(_trials: int) -> Iterator[Promise]:
    """Every kind of rule alone and together, in one process and two."""
    with folder(), _installed_package(), patch.object(time_limit, "BLOCK_SECONDS", 0.3):
        for name in ("a.txt", "b.txt"):
            Path(name).write_text(TEXT)
        yield _try_failures()
        yield _try_together()
        yield _try_refusals()


def _try_failures() -> Promise:
    promise = Promise("a rule that fails is named, with exit code 3, and the others report")
    for name in (*RAISING, *FAULTY, *HARMLESS):
        result = run_here(
            "check", "-j", "1", "--no-cache", "--select", f"double-word,{PACKAGE}/{name}", *JSON
        )
        promise.check(_is_right(name, result.code, result.out), f"{name}: {result}")
    return promise


def _try_together() -> Promise:
    promise = Promise("the same holds for all such rules together, in one process and in two")
    kinds = [*RAISING, *(name for name in FAULTY if "loop" not in name and name not in SLOW), *HARMLESS]
    selected = ",".join(["double-word", *(f"{PACKAGE}/{name}" for name in kinds)])
    for processes in ("1", "2"):
        result = run_here("check", "-j", processes, "--no-cache", "--select", selected, *JSON)
        right = all(_is_right(name, result.code, result.out) for name in kinds if name not in HARMLESS)
        promise.check(right and not result.has_traceback, f"-j{processes}: {result}")
    return promise


def _try_refusals() -> Promise:
    promise = Promise("a fix that would grow forever, lose facts or make a file unreadable is refused")
    for name in HARMFUL:
        Path("a.txt").write_text(TEXT)
        result = run_here("fix", "--select", f"{PACKAGE}/{name}", "a.txt")
        promise.check(Path("a.txt").read_text() == TEXT and not result.has_traceback, f"{name}: {result}")
    return promise


JSON = ("--output-format", "json", "a.txt", "b.txt")
SLOW = ("sleeps", "endless")


def _is_right(name: str, code: int, out: str) -> bool:
    """Whether a report has another rule's findings and the failure's name."""
    files = json.loads(out)["files"]
    others = all(any(d["rule"] == "double-word" for d in file["diagnostics"]) for file in files)
    named = all(f"rule {PACKAGE}/{name} " in (file.get("error") or "") for file in files)
    return len(files) == 2 and others and (code == 1 if name in HARMLESS else code == 3 and named)


@contextmanager
def _installed_package() -> Iterator[None]:
    """The package, as if pip had installed it."""
    rules = Path("site", PACKAGE, "rules", "wording")
    rules.mkdir(parents=True)
    for package in (rules, rules.parent, rules.parents[1]):
        (package / "__init__.py").touch()
    for name, body in (RAISING | FAULTY | HARMLESS | HARMFUL).items():
        method = f"\n    def check_block(self, block):\n        {body}\n        return\n        yield\n"
        method = (
            method.replace("        return\n        yield\n", "") if name == "not-a-generator" else method
        )
        (rules / f"{name.replace('-', '_')}.py").write_text(HEAD + method)
    about = Path("site", f"{PACKAGE}-1.0.dist-info")
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[newslint.rules]\n{PACKAGE} = {PACKAGE}.rules\n")
    sys.path.insert(0, str(Path("site").absolute()))
    _clear_caches()
    try:
        yield
    finally:
        sys.path.pop(0)
        for module in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
            del sys.modules[module]
        _clear_caches()


def _clear_caches() -> None:
    """Clear the caches of rules."""
    for cached in (
        registry._packages,
        registry.load,
        metadata.metadata_of,
        metadata._rows,
        metadata.version_of,
    ):
        cached.cache_clear()
