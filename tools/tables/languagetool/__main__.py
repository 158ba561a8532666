"""Chooses the rules of LanguageTool that are useful on news.

    python -m tools.tables.languagetool ask CORPORA ANSWERS [--scale 1] [--seed 7]
    python -m tools.tables.languagetool curate ANSWERS [--write]
    python -m tools.tables.languagetool gate ANSWERS [--write]

`ask` records LanguageTool's matches in clean news, in translations, in segments in which people marked
faults, in damaged pages, in clean news that a spinner rewrote, and in clean news with injected faults; it takes some 20 minutes on two processors.
`curate` counts them by rule and writes `newslint/engines/languagetool/curated.tsv`, `gate` writes `gated.tsv` there:
rules for articles that are judged spun or translated. LanguageTool is in the
folder of `newslint languagetool install`, or in that of NEWSLINT_LT_HOME.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.tables.languagetool import curate, gated, material


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask")
    ask.add_argument("corpora", type=Path)
    ask.add_argument("answers", type=Path)
    ask.add_argument("--scale", type=float, default=1)
    ask.add_argument("--seed", type=int, default=7)
    table = commands.add_parser("curate")
    table.add_argument("answers", type=Path)
    table.add_argument("--write", action="store_true")
    gate = commands.add_parser("gate")
    gate.add_argument("answers", type=Path)
    gate.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.command == "ask":
        material.ask(given.corpora, given.answers, given.scale, given.seed)
    elif given.command == "gate":
        gated.choose(given.answers, write=given.write)
    else:
        curate.table(given.answers, write=given.write)


if __name__ == "__main__":
    main()
