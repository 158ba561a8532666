"""The commands; one module each, thin, and imported only when it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from newslint._version import __version__
from newslint.core.interrupts import INTERRUPTED, Terminated, let_pass

CLEAN, FOUND, MISUSED, FAILED = range(4)
"""What the exit code of a command says."""

COMMANDS = {
    "check": "Check news copy and report what is wrong.",
    "fix": "Apply safe fixes and report what remains.",
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
    "baseline": "Record current findings; report only new ones from then on.",
}


class Lazy(click.Group):
    """Commands by name; naming them all takes none of their modules."""

    def __init__(self, *args: Any, modules: Mapping[str, str], package: str, **kwargs: Any) -> None:  # noqa: ANN401
        """Take what each module of a package is for, by its name."""
        super().__init__(*args, **kwargs)
        self._modules = modules
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names in the order of the help page."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, from its module."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._modules.items()))


class Commands(Lazy):
    """All commands; a misspelled one is told what may have been meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or what may have been."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = (
                f"did you mean “{near[0]}”?" if near else f"to check a file, run `newslint check {args[0]}`"
            )
            raise click.UsageError(f"no such command “{args[0]}”; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; only click's own way out of the completion of a shell ends Python.

        Raises:
            RuntimeError: something else tried to, with an exit code that would be taken for newslint's.

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
    """Find and fix the damage that machine translation, spinning and scraping leave in English news."""


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Raises:
        KeyboardInterrupt: Ctrl-C came where Python makes something else of it.

    """
    try:
        code = newslint.main(args, prog_name="newslint", standalone_mode=False)
    except click.ClickException as error:
        return _misused(error)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Terminated as error:
        return error.exit_code
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - Python itself would exit as if copy were damaged
        let_pass(error)
        return _failed(error)
    return code or CLEAN


def _misused(error: click.ClickException) -> int:
    from io import StringIO

    from newslint.cli.console import err
    from newslint.core.visible import visible_lines

    said = StringIO()
    error.show(said)
    err(visible_lines(said.getvalue()))
    return MISUSED


def _failed(error: BaseException) -> int:
    from newslint.cli.console import err, say
    from newslint.core.errors import BrokenRule, ConfigError
    from newslint.core.visible import visible_lines

    if isinstance(error, ConfigError | BrokenRule | OSError):  # the output, or a file that a command writes
        say(f"newslint: {error}")
        return MISUSED if isinstance(error, ConfigError) else FAILED
    import traceback

    err(visible_lines("".join(traceback.format_exception(error))))
    say("newslint: internal error; the results are incomplete.")
    return FAILED
