"""The installed LanguageTool: its directory, classpath and version."""

from __future__ import annotations

import os
import re
from pathlib import Path

SERVER = "languagetool-server.jar"
"""The jar of an unpacked distribution; its manifest names the others."""
VERSIONED = re.compile(r"languagetool-(?:server|core)-(\d[\w.]*?)\.jar")


def default() -> Path:
    """The directory that `newslint languagetool install` uses by default."""
    from platformdirs import user_data_path

    return user_data_path("newslint") / "languagetool"


def home(configured: str | None = None) -> Path:
    """The directory from `NEWSLINT_LT_HOME`, the configuration or `install`.

    If none is configured and nothing was installed, a download of language-tool-python is used.
    """
    wanted = target(configured)
    if wanted != default() or classpath(wanted):
        return wanted
    return next(filter(classpath, _downloads()), wanted)


def target(configured: str | None = None) -> Path:
    """The directory to install into: as `home`, but never another program's download."""
    named = os.environ.get("NEWSLINT_LT_HOME") or configured
    return Path(named).expanduser() if named else default()


def classpath(folder: Path) -> str:
    """The Java classpath, or an empty string if there is no server."""
    if (folder / SERVER).is_file():
        return str(folder / SERVER)
    libs = folder / "libs"
    return str(libs / "*") if any(libs.glob("languagetool-server*.jar")) else ""


def version(folder: Path) -> str:
    """The version, from file names or from a stamp in the jar."""
    for jar in sorted((folder / "libs").glob("languagetool-*.jar")):
        if named := VERSIONED.fullmatch(jar.name):
            return named[1]
    if named := re.fullmatch(r"LanguageTool-(\d[\w.]*)", folder.name):
        return named[1]
    jar = folder / SERVER
    about = jar.stat() if jar.is_file() else None
    return f"of {about.st_mtime_ns} and {about.st_size} bytes" if about else ""


def _downloads() -> list[Path]:
    """The downloads of language-tool-python, the newest first."""
    folder = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    return sorted(folder.glob("LanguageTool-*"), reverse=True)
