"""Where LanguageTool lies, what it is started with, and which version it is."""

from __future__ import annotations

import os
import re
from pathlib import Path

SERVER = "languagetool-server.jar"
"""Of an unpacked distribution; its manifest names the other jars."""
VERSIONED = re.compile(r"languagetool-(?:server|core)-(\d[\w.]*?)\.jar")


def default() -> Path:
    """The folder of the user's data that `newslint languagetool install` fills."""
    from platformdirs import user_data_path

    return user_data_path("newslint") / "languagetool"


def home(said: str | None = None) -> Path:
    """The folder that `NEWSLINT_LT_HOME` names, or else the configuration, or that of `install`.

    Where none is named and nothing was installed, a download of language-tool-python serves as well.
    """
    wanted = target(said)
    if wanted != default() or classpath(wanted):
        return wanted
    return next(filter(classpath, _downloads()), wanted)


def target(said: str | None = None) -> Path:
    """The folder to install into: as for `home`, but a download of another program is left alone."""
    named = os.environ.get("NEWSLINT_LT_HOME") or said
    return Path(named).expanduser() if named else default()


def classpath(folder: Path) -> str:
    """What Java must look for classes in; empty when no server lies there."""
    if (folder / SERVER).is_file():
        return str(folder / SERVER)
    libs = folder / "libs"
    return str(libs / "*") if any(libs.glob("languagetool-server*.jar")) else ""


def version(folder: Path) -> str:
    """The version, from the names of the jars or of the folder; a stamp of the jar where neither tells it."""
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
