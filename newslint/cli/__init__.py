"""The commands, one thin module each, imported on use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from newslint._version import __version__
from newslint.core.interrupts import INTERRUPTED, exit_code

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

CLEAN, FOUND, MISUSED, FAILED = range(4)
"""The exit codes of commands."""

COMMANDS = {
    "check": "Check news copy and report what is wrong.",
    "fix": "Apply safe fixes and report what remains.",
    "report": "Write a page on which to review findings one by one.",
    "apply": "Apply what was accepted on such a page.",
    "review": "Step through findings in the terminal.",
    "serve": "Serve a page to paste articles into, on this computer only.",
    "corpus": "Check, fix or grade articles by the million.",
    "server": "Serve an editor: findings and quick fixes as you type.",
    "undo": "Restore the files of the last run of `fix`.",
    "history": "List the runs of `fix`, which `newslint undo` undoes.",
    "grade": "Grade articles: spun, translated or scraped, and how damaged.",
    "facts": "Show who says what in a story, and who is who.",
    "explain": "Explain a rule: rationale, examples, options.",
    "rules": "List all rules.",
    "config": "Show the configuration of a file, and why each rule runs.",
    "languagetool": "Install, start and stop LanguageTool, a second engine.",
    "cache": "Show or clear the cache.",
    "inject": "Damage clean articles in known places, to test rules.",
    "bench": "Measure what rules find of damage in known places.",
    "learn": "Learn words and boilerplate from your own archive.",
    "calibrate": "Judge findings in your own copy and measure each rule's precision.",
    "init": "Set up a repository: configuration, hooks, a job for CI.",
    "baseline": "Record current findings; report only new ones from then on.",
}


class Lazy(click.Group):
    """Commands by name; listing them imports no module."""

    def __init__(self, *args: Any, modules: Mapping[str, str], package: str, **kwargs: Any) -> None:  # noqa: ANN401
        """Take the summary of each module of a package by its name."""
        super().__init__(*args, **kwargs)
        self.modules = modules
        """The summary of each command."""
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order of the help page."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command from its module."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the name of a command without importing any."""
        from click.shell_completion import CompletionItem

        named = self.modules.items()
        found = [CompletionItem(name, help=about) for name, about in named if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.modules.items()))


class Commands(Lazy):
    """All commands, with suggestions for misspelled ones."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = (
                f"did you mean “{near[0]}”?" if near else f"to check a file, run `newslint check {args[0]}`"
            )
            raise click.UsageError(f"no such command “{args[0]}”; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; only click's shell completion may end Python.

        Raises:
            RuntimeError: something else called `sys.exit`; its code could be mistaken for newslint's.

        """
        try:
            return super().invoke(ctx)
        except SystemExit as error:
            raise RuntimeError(f"something called sys.exit({error.code!r})") from error


@click.group(
    cls=Commands,
    modules=COMMANDS,
    package=__name__,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", message="newslint %(version)s")
def newslint() -> None:
    """Find and fix damage of machine translation, spinning and scraping in news."""


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        code = newslint.main(args, prog_name="newslint", standalone_mode=False)
    except click.ClickException as error:
        return _report_misuse(error)
    except click.Abort:
        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - Python itself would exit as if copy were damaged
        return exit_code(error) or _report_failure(error)
    return code or CLEAN


def _report_misuse(error: click.ClickException) -> int:
    from io import StringIO

    from newslint.cli.console import err
    from newslint.core.visible import visible_lines

    said = StringIO()
    error.show(said)
    err(visible_lines(said.getvalue()))
    return MISUSED


def _report_failure(error: BaseException) -> int:
    from newslint.cli.console import err, say
    from newslint.core.errors import BrokenRule, ConfigError
    from newslint.core.visible import visible_lines

    if isinstance(error, OSError):  # the output, or a file that a command writes
        reason = error.strerror or str(error)
        say(f"newslint: {error.filename}: {reason}" if error.filename else f"newslint: {reason}")
        return FAILED
    if isinstance(error, ConfigError | BrokenRule):
        say(f"newslint: {error}")
        return MISUSED if isinstance(error, ConfigError) else FAILED
    import traceback

    err(visible_lines("".join(traceback.format_exception(error))))
    say("newslint: internal error; the results are incomplete.")
    return FAILED
