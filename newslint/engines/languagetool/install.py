"""Puts together a LanguageTool server that knows English, by a list of checksums.

Maven fetches the parts that `server.xml` names; the jars take their place only when they are exactly
those of `server.sha256`. Catalan, Portuguese and Spanish belong to them because a class of the server
(`CommonWordsDetector`) asks for these languages when it is loaded, and the server ends without them.
"""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from newslint.engines.languagetool.trouble import CannotInstall

VERSION = "6.8"
"""Of LanguageTool, as in `server.xml`."""
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
PATIENCE = 900.0
"""Seconds in which Maven must be done; the jars are some 90 MB."""
TAIL = 600
"""Code points of what Maven said that an error repeats."""


def install(home: Path) -> None:
    """Put the server's jars into `home`/libs, whole or not at all; what lay there is replaced.

    Raises:
        CannotInstall: Maven is missing or failed, or a jar is not the one that is expected.
        OSError: the folder cannot be written.

    """
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="assembling-", dir=home) as draft:
        libs = Path(draft) / "libs"
        _fetch(Path(draft), libs)
        if wrong := damage(libs):
            raise CannotInstall(f"what Maven fetched is not what was expected: {wrong}")
        shutil.rmtree(home / "libs", ignore_errors=True)
        libs.rename(home / "libs")


def damage(libs: Path) -> str:
    """What is wrong with a folder of jars, in words; nothing when each is there and as expected."""
    wanted = expected()
    found = {jar.name: sha256(jar.read_bytes()).hexdigest() for jar in libs.glob("*.jar")}
    if missing := sorted(wanted.keys() - found.keys()):
        return f"{', '.join(missing[:3])} missing ({len(missing)} in all)"
    if strange := sorted(found.keys() - wanted.keys()):
        return f"{', '.join(strange[:3])} unknown ({len(strange)} in all)"
    if altered := sorted(name for name, digest in wanted.items() if found[name] != digest):
        return f"{', '.join(altered[:3])} altered ({len(altered)} in all)"
    return ""


def expected() -> dict[str, str]:
    """The SHA-256 of each jar by its file name, as fetched from Maven Central on 2026-11-25."""
    lines = _data("server.sha256").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


def _fetch(draft: Path, libs: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise CannotInstall("Maven is missing (no `mvn` on PATH); install it, on Debian `apt install maven`")
    (draft / "pom.xml").write_text(_data("server.xml"), "utf-8")
    command = [maven, "-B", "-q", COPY, "-DincludeScope=runtime", f"-DoutputDirectory={libs}"]
    try:
        done = subprocess.run(
            command,
            cwd=draft,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotInstall(f"Maven was not done within {PATIENCE:.0f} s") from error
    if done.returncode:
        raise CannotInstall(f"Maven failed: {(done.stdout + done.stderr).strip()[-TAIL:]}")


def _data(name: str) -> str:
    return files("newslint.engines.languagetool").joinpath(name).read_text("utf-8")
