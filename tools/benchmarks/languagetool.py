"""Which rules of LanguageTool earn their place on news, and what asking them takes.

    python tools/benchmarks/languagetool.py ask CORPORA ANSWERS [--scale 1] [--seed 7]
    python tools/benchmarks/languagetool.py curate ANSWERS [--write]
    python tools/benchmarks/languagetool.py sample ANSWERS [--rules NAME ...] [-n 40] [--sets NAME ...]
    python tools/benchmarks/languagetool.py cost CORPORA [-n 100]

`ask` keeps all that LanguageTool says of sound news, of translations, of segments in which people marked
faults of fluency, and of sound news with plain faults put into it; some 20 minutes on two processors.
`curate` counts it by rule and writes `newslint/languagetool/curated.tsv`; `sample` shows findings to read.
`cost` tells start-up, throughput and memory, beside newslint's own. LanguageTool lies where
`newslint languagetool install` puts it, or NEWSLINT_LT_HOME says.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from second import cost, curate, material


def main() -> None:
    """Do what the command line says."""
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
    sample = commands.add_parser("sample")
    sample.add_argument("answers", type=Path)
    sample.add_argument("--rules", nargs="*", default=None)
    sample.add_argument("--sets", nargs="*", default=["clean-curly", "clean-straight"])
    sample.add_argument("-n", type=int, default=40)
    costs = commands.add_parser("cost")
    costs.add_argument("corpora", type=Path)
    costs.add_argument("-n", type=int, default=100)
    said = parser.parse_args()
    match said.command:
        case "ask":
            material.ask(said.corpora, said.answers, said.scale, said.seed)
        case "curate":
            curate.table(said.answers, write=said.write)
        case "sample":
            curate.sample(said.answers, said.rules, said.sets, said.n)
        case _:
            cost.measure(said.corpora, said.n)


if __name__ == "__main__":
    main()
