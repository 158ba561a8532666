"""`newslint server`."""

from __future__ import annotations

import click

from newslint.cli import CLEAN
from newslint.core.extras import install_advice


@click.command()
@click.option("--stdio", is_flag=True, help="Use standard input and output, which is the default.")
def command(stdio: bool) -> int:  # noqa: ARG001 - some editors add it
    """Serve an editor with the Language Server Protocol, on standard input and output.

    Editors start it; docs/editors.md shows how.
    """
    try:
        from newslint.lsp.server import serve
    except ImportError as error:
        if error.name and error.name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise click.UsageError(f"server needs the extra server; {install_advice('server')}") from None
        raise
    serve()
    return CLEAN
