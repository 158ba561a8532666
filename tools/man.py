"""Writes the manual pages that the wheel installs in share/man/man1.

    python -m tools.man FOLDER

click-man makes them of what the commands say of themselves; they have the date of SOURCE_DATE_EPOCH, or of today.
"""

from __future__ import annotations

import sys

import click
from click_man.core import write_man_pages

from newslint._version import __version__
from newslint.cli import Lazy, newslint


def write(folder: str) -> None:
    """Write a page for each command."""
    _load(newslint)
    newslint.short_help = newslint.help  # click-man would cut it short
    write_man_pages("newslint", newslint, version=f"newslint {__version__}", target_dir=folder)


def _load(group: click.Group) -> None:
    """Import all commands, which click-man looks for in `commands`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        group.commands[name] = command
        if isinstance(group, Lazy):
            command.short_help = group.modules[name]
        if isinstance(command, click.Group):
            _load(command)


if __name__ == "__main__":
    write(sys.argv[1])
