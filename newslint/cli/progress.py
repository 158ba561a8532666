"""A progress bar on the terminal, which leaves nothing behind."""

from __future__ import annotations

import sys

import click

CLEAR_LINE = "\r\x1b[K"
SHOW_CURSOR = "\x1b[?25h"


class TransientBar:
    """A bar on standard error that is removed at the end."""

    def __init__(self, total: int, label: str) -> None:
        """Show it; `total` counts what `advance` does."""
        steps = max(total // 1000, 1)
        self._bar = click.progressbar(
            range(total), total, label=label, file=sys.stderr, update_min_steps=steps
        )
        self._bar.render_progress()

    def advance(self, steps: int, label: str | None = None) -> None:
        """Show that more is done, and perhaps another label."""
        self._bar.label = self._bar.label if label is None else label
        self._bar.update(steps)

    def clear(self) -> None:
        """Remove it, until it is advanced."""
        sys.stderr.write(CLEAR_LINE + SHOW_CURSOR)
        sys.stderr.flush()
