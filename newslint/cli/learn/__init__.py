"""`newslint learn`: rules from your own archive, one subcommand a module."""

from __future__ import annotations

from importlib import import_module

import click

LEARNERS = {
    "boilerplate": "Find the lines that a site's pages repeat around their articles.",
    "words": "Learn which words stand beside which, for the rule `unlikely-word`.",
}


class Learners(click.Group):
    """The subcommands by name; naming them all takes none of their modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names."""
        return list(LEARNERS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The subcommand, from its module."""
        if cmd_name not in LEARNERS:
            return None
        command: click.Command = import_module(f"newslint.cli.learn.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(LEARNERS.items()))


@click.group(cls=Learners)
def command() -> None:
    """Learn from your own archive what newslint cannot know."""
