"""Makes the cache that `hatch_build.py` puts into the wheel.

    python -m tools.wheel_data FOLDER

writes the metadata of rules, their routes, tables and compiled expressions as MessagePack, and the automata of
Hyperscan. It uses all of newslint once with an empty cache, and writes the content of the cache.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from hashlib import blake2b
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from newslint.cli import main
from newslint.config.house_styles import styles
from newslint.core import disk_cache, wheel_data
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.core.wheel_data import PACKAGE
from newslint.formats import PLAIN
from newslint.linter.prefilter.prefilter import Prefilter
from newslint.rules import selection
from newslint.rules.metadata import own_traces
from newslint.testing.renderers.marks import unmark
from tools.generated import ROOT


def write(folder: Path) -> None:
    """Use newslint, and write its cache."""
    make_automata()
    run_cases()
    fix_samples()
    for name, data in disk_cache.contents():
        (folder / name).write_bytes(data)
    (folder / wheel_data.STAMP).write_text(digest(PACKAGE))


def make_automata() -> None:
    """Search for the traces of all rules."""
    for traces in own_traces():
        prefilter = Prefilter(traces)
        prefilter.make()
        prefilter.find(["x"])


def run_cases() -> None:
    """Run each rule on its cases, with their options."""
    for name in selection.built_in():
        for case in selection.load(name).cases:
            rule = selection.build(name, case.options, case.providers)
            source = Source(unmark(case.marked)[0])
            for document in PLAIN.parse(source, DEFAULT_OPTIONS).documents:
                list(rule.check(document, document.blocks))


def fix_samples() -> None:
    """Fix a copy of `seeds/`, and read the house styles."""
    styles()
    with TemporaryDirectory() as work, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        copytree(ROOT / "seeds", f"{work}/seeds")
        with redirect_stdout(nowhere):
            main(["fix", "--quiet", "--unsafe-fixes", "--no-history", "-j1", f"{work}/seeds"])


def digest(package: Path) -> str:
    """A fingerprint of the files of a package."""
    found = blake2b(digest_size=16)
    for file in sorted(package.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            found.update(f"{file.relative_to(package).as_posix()}\0{file.stat().st_size}\0".encode())
            found.update(file.read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
