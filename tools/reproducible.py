"""Builds the wheel and the source archive twice, and compares them byte for byte.

    python -m tools.reproducible FOLDER

The builds differ in their folder and hash seed, and have the date of the last commit. What was built is left in
FOLDER.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.generated import ROOT


def run(folder: Path) -> int:
    """Return 1 if the builds differ."""
    with TemporaryDirectory() as other:
        first = _build(folder, "1")
        second = _build(Path(other), "2")
    for name in sorted(first | second):
        same = first.get(name) == second.get(name)
        print(f"{first[name]}  {name}" if same else f"differs: {name}")
    return int(first != second)


def _build(folder: Path, seed: str) -> dict[str, str]:
    """The digests of what is built of a copy of the files that git has, or would add."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct").strip()
    with TemporaryDirectory() as copy:
        for name in _git("ls-files", "-zco", "--exclude-standard").split("\0"):
            if name and (ROOT / name).is_file():  # not deleted since
                target = Path(copy, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, target)
        environment = os.environ | {"SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "build", "--outdir", str(folder.absolute()), copy]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def _git(*args: str) -> str:
    return subprocess.check_output(["git", *args], cwd=ROOT, text=True)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1])))
