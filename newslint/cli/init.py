"""`newslint init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli import CLEAN, starter_files
from newslint.cli.console import out, say
from newslint.config import schema
from newslint.config.house_styles import styles
from newslint.config.project_files import inside
from newslint.config.tables import read_bytes
from newslint.core.atomic_write import write
from newslint.core.errors import ConfigError

PYPROJECT, HOOKS = Path("pyproject.toml"), Path(".pre-commit-config.yaml")
WORKFLOW, PIPELINE = Path(".github/workflows/newslint.yml"), Path(".gitlab-ci.yml")
NONE = "none"


@click.command("init")
@click.option("--yes", is_flag=True, help="Ask nothing: take the suggested answers, and replace no file.")
def command(yes: bool) -> int:
    """Set up a repository: configuration, hooks for pre-commit, a job for CI.

    Asks what to write into the current directory, shows it, and replaces no file without asking.
    """
    if not yes and not sys.stdin.isatty():
        raise click.UsageError(
            "init asks questions, which needs a terminal; --yes takes the suggested answers"
        )
    questions = Questions(silent=yes)
    _configure(questions)
    if questions.confirm("Hooks for pre-commit?", default=Path(".git").exists() or HOOKS.exists()):
        _add_hooks(questions)
    service = questions.choose("A job for which CI service?", ["github", "gitlab", NONE], _service())
    if service != NONE:
        file = WORKFLOW if service == "github" else PIPELINE
        _create(file, starter_files.pipeline(service), questions)
    return CLEAN


class Questions:
    """Questions to the user, or the suggested answers."""

    def __init__(self, *, silent: bool) -> None:
        """Ask nothing if `silent`."""
        self._silent = silent

    def confirm(self, text: str, *, default: bool) -> bool:
        """Whether the user agrees."""
        return default if self._silent else click.confirm(text, default=default)

    def choose(self, text: str, choices: list[str], default: str) -> str:
        """One of some answers."""
        if self._silent:
            return default
        answer: str = click.prompt(text, type=click.Choice(choices), default=default)
        return answer


def _service() -> str:
    """The CI service that the repository seems to use."""
    return "github" if Path(".github").is_dir() else "gitlab" if PIPELINE.exists() else NONE


def _configure(questions: Questions) -> None:
    """Write the configuration, in a file of its own or in `pyproject.toml`."""
    own = Path(schema.FILE)
    project = schema.nearest(Path())
    if project and project.file != own:
        say(f"{PYPROJECT} has a table [tool.newslint]: left as it is")
        return
    chosen = questions.choose("House style?", [*(name for name in styles() if name), NONE], NONE)
    style = None if chosen == NONE else chosen
    if (
        project is None
        and PYPROJECT.exists()
        and questions.confirm(f"Configure newslint in {PYPROJECT}, not in {own}?", default=False)
    ):
        _write(
            PYPROJECT,
            starter_files.with_table(_read(PYPROJECT), style),
            added=starter_files.configuration(style),
        )
        return
    _create(own, starter_files.own_file(style), questions)


def _add_hooks(questions: Questions) -> None:
    """Add the hooks to the others, or show what to add."""
    if not HOOKS.exists():
        _write(HOOKS, starter_files.hook_file())
        return
    text = _read(HOOKS)
    if starter_files.REPOSITORY in text:
        say(f"{HOOKS} has the hooks: left as it is")
        return
    longer = starter_files.with_hooks(text)
    if longer and questions.confirm(f"Add the hooks to {HOOKS}?", default=True):
        _write(HOOKS, longer, added=starter_files.hooks())
    else:
        _show(f"Add to {HOOKS}:", starter_files.hooks())


def _create(file: Path, text: str, questions: Questions) -> None:
    """Write a file, or show the text if an existing one stays."""
    _require_inside(file)
    if file.exists() and not questions.confirm(f"Replace {file}?", default=False):
        _show(f"{file} exists: left as it is. For it:", text)
    else:
        _write(file, text)


def _read(file: Path) -> str:
    """The text of a file of the project.

    Raises:
        ConfigError: it is not a regular file inside the project, too large or not UTF-8.

    """
    _require_inside(file)
    try:
        return read_bytes(file).decode()
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: {error}") from None


def _require_inside(file: Path) -> None:
    """Refuse to read or write through links out of the project."""
    inside(Path.cwd(), str(file), "newslint init")


def _write(file: Path, text: str, added: str = "") -> None:
    _require_inside(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    write(file, text.encode())
    _show(f"Added to {file}:" if added else f"Wrote {file}:", added or text)


def _show(head: str, text: str) -> None:
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    out(f"{head}\n{lines}\n")
