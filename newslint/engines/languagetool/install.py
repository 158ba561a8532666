"""Installs a LanguageTool server for English, verified by checksums.

Maven fetches the dependencies in `server.xml`; the jars are installed only if they are exactly those of
`server.sha256`. They include Catalan, Portuguese and Spanish, without which the server fails to start, as
its class `CommonWordsDetector` requires them.
"""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from newslint.engines.languagetool.errors import CannotInstall

VERSION = "6.8"
"""The version of LanguageTool, as in `server.xml`."""
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
TIMEOUT = 900.0
"""Time limit for Maven in seconds; the jars are some 90 MB."""
TAIL = 600
"""Code points of Maven's output that an error message quotes."""


def install(home: Path) -> None:
    """Replace the jars in `home`/libs, completely or not at all.

    Raises:
        CannotInstall: Maven is missing or failed, or a checksum differs.
        OSError: the folder cannot be written.

    """
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="assembling-", dir=home) as draft:
        libs = Path(draft) / "libs"
        _fetch(Path(draft), libs)
        if wrong := describe_damage(libs):
            raise CannotInstall(f"the jars from Maven are not as expected: {wrong}")
        shutil.rmtree(home / "libs", ignore_errors=True)
        libs.rename(home / "libs")


def describe_damage(libs: Path) -> str:
    """Describe missing, unknown or altered jars; empty if there are none."""
    wanted = checksums()
    found = {jar.name: sha256(jar.read_bytes()).hexdigest() for jar in libs.glob("*.jar")}
    if missing := sorted(wanted.keys() - found.keys()):
        return f"{', '.join(missing[:3])} missing ({len(missing)} in all)"
    if strange := sorted(found.keys() - wanted.keys()):
        return f"{', '.join(strange[:3])} unknown ({len(strange)} in all)"
    if altered := sorted(name for name, digest in wanted.items() if found[name] != digest):
        return f"{', '.join(altered[:3])} altered ({len(altered)} in all)"
    return ""


def checksums() -> dict[str, str]:
    """The SHA-256 of each jar by name, from Maven Central on 2026-11-25."""
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
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotInstall(f"Maven did not finish within {TIMEOUT:.0f} s") from error
    if done.returncode:
        raise CannotInstall(f"Maven failed: {(done.stdout + done.stderr).strip()[-TAIL:]}")


def _data(name: str) -> str:
    return files("newslint.engines.languagetool").joinpath(name).read_text("utf-8")
