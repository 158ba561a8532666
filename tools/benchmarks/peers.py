"""Measures speed: against peers, with more rules, two processes, a large file.

    python tools/benchmarks/peers.py setup PEERS [TOOL ...]
    python tools/benchmarks/peers.py run CORPORA PEERS [--output docs/speed.md]

PEERS is a folder of tools: `setup` installs pinned versions there, each separately, and keeps those that are
installed; it needs npm, Go, Java 17 and Maven for some. CORPORA is a folder of real news as for
tools/rates.py. `run` measures everything and writes a page in Markdown. A missing or failing tool is reported
in its row. Nothing else should run on the machine meanwhile.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import equivalence
from speed import against, growth, machine, memory, news, profile, scaling
from speed.meter import ToolFailed
from speed.sheet import Chapter, page
from speed.tools import TOOLS

import newslint
from newslint.rules import selection

ROOT = Path(__file__).parents[2]
PARTS = ("peers", "growth", "scaling", "memory", "equivalence", "profile")
NAMES = tuple(tool.name for tool in TOOLS)
HEAD = """\
# Speed

Measured on {date} with newslint {version} and its {rules} default rules. This page is written by
`tools/benchmarks/peers.py`; nothing in it is entered by hand.

{machine}

To repeat it, with a folder NEWS of your own (gzipped JSON lines with a `text` each, in files called
{sets}):

```sh
python tools/benchmarks/peers.py setup PEERS
python tools/benchmarks/peers.py run NEWS PEERS --output docs/speed.md
```

MB are 1,000,000 bytes of UTF-8. CPU time is that of a process and its children. What newslint compiles
once from its rules is cached before the first round; results of earlier runs are not used.
"""


def setup(args: argparse.Namespace) -> int:
    """Install all tools, or the named ones."""
    failures = 0
    for tool in TOOLS:
        if args.tools and tool.name not in args.tools:
            continue
        try:
            tool.set_up(args.peers)
            print(f"{tool.name} {tool.version}: {args.peers / tool.name}", flush=True)
        except ToolFailed as failure:
            failures += 1
            print(f"{tool.name} {tool.version} failed: {failure}", file=sys.stderr, flush=True)
    return 1 if failures else 0


def run(args: argparse.Namespace) -> int:
    """Measure everything, or the named parts, and write the page."""
    seeds, corpora, peers = ROOT / "seeds", args.corpora.resolve(), args.peers.resolve()
    parts: dict[str, Callable[[], Chapter]] = {
        "peers": lambda: against.measure(corpora, seeds, peers, args.news, args.rounds),
        "growth": lambda: growth.measure(corpora, seeds, args.news / 2, args.rounds),
        "scaling": lambda: scaling.measure(corpora, args.lines, min(args.rounds, 3)),
        "memory": lambda: memory.measure(args.large),
        "equivalence": lambda: equivalence.measure(corpora),
        "profile": lambda: profile.measure(corpora, seeds / "diplomacy.txt"),
    }
    with tempfile.TemporaryDirectory() as kept:
        os.environ["NEWSLINT_CACHE_DIR"] = kept
        chapters = []
        for name in args.only or parts:
            print(f"{name}: others use {machine.busy():.0%} of the cores", file=sys.stderr, flush=True)
            chapters.append(parts[name]())
    text = page(_head(), chapters)
    if args.output:
        args.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def _head() -> str:
    return HEAD.format(
        date=datetime.now().astimezone().date().isoformat(),
        version=newslint.__version__,
        rules=len(selection.select()),
        machine=machine.describe(),
        sets=", ".join(f"`{name}.jsonl.gz`" for name in news.SETS),
    )


def _tool_name(name: str) -> str:
    """Check the name of a tool: argparse's `choices` reject empty lists."""
    if name not in NAMES:
        raise argparse.ArgumentTypeError(f"unknown tool {name}; known tools are {', '.join(NAMES)}")
    return name


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    installs = commands.add_parser("setup", help=setup.__doc__)
    installs.set_defaults(do=setup)
    installs.add_argument("peers", type=Path)
    installs.add_argument("tools", nargs="*", metavar="TOOL", type=_tool_name, help=", ".join(NAMES))
    runs = commands.add_parser("run", help=run.__doc__)
    runs.set_defaults(do=run)
    runs.add_argument("corpora", type=Path)
    runs.add_argument("peers", type=Path)
    runs.add_argument("--output", type=Path, help="the page; standard output if not given")
    runs.add_argument("--only", nargs="*", choices=PARTS)
    runs.add_argument("--rounds", type=int, default=5, help="runs of each tool (%(default)s)")
    runs.add_argument("--news", type=float, default=10, help="MB for the peers (%(default)s)")
    runs.add_argument("--lines", type=float, default=50, help="MB for two processes (%(default)s)")
    runs.add_argument("--large", type=float, default=1000, help="MB of the large file (%(default)s)")
    args = parser.parse_args()
    return int(args.do(args))


if __name__ == "__main__":
    sys.exit(main())
