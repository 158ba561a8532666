"""Developer commands: generated files, new rules, random edits and faults."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import blind, config_schema, edits, faults, linear, new_rule, picture, rules, seeds

REFRESH = {
    "seeds": (seeds.run, "the expected reports and fixes in seeds/"),
    "rules": (rules.run, "docs/rules.md, the list of rules"),
    "schema": (config_schema.run, "the JSON Schema of newslint.toml in newslint/config/"),
    "picture": (picture.run, "the terminal pictures in docs/"),
}


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (_, title) in REFRESH.items():
        command = commands.add_parser(name, help=f"refresh {title}")
        command.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    command = commands.add_parser("new-rule", help="create a rule with a failing case")
    command.add_argument("name", metavar="category/rule-name")
    command = commands.add_parser("edits", help="make random edits in random documents of each format")
    command.add_argument("formats", nargs="*", choices=[[], *edits.formats()], metavar="FORMAT")
    command.add_argument("--edits", type=int, default=10_000, help="how many a format")
    command.add_argument("--seed", type=int, default=1)
    command = commands.add_parser(
        "linear", help="find rules and parsers whose time grows faster than the text"
    )
    command.add_argument("names", nargs="*", metavar="RULE|FORMAT")
    command = commands.add_parser("faults", help="try the reliability promises of newslint")
    size = command.add_mutually_exclusive_group()
    size.add_argument("--trials", type=int, default=faults.SMALL, help="how many random files")
    size.add_argument("--long", action="store_const", const=faults.LONG, dest="trials", help="100,000")
    command.add_argument("--write", action="store_true", help="write docs/reliability.md")
    command = commands.add_parser(
        "blind", help="score newslint on texts that know the kind of damage, not the rules"
    )
    command.add_argument("texts", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--write", action="store_true", help="write docs/blind.md")
    asked = parser.parse_args(args)
    if asked.command == "blind":
        return blind.run(asked.texts, write=asked.write)
    if asked.command == "faults":
        return faults.run(asked.trials, write=asked.write)
    if asked.command == "edits":
        return edits.run(asked.formats or edits.formats(), asked.edits, asked.seed)
    if asked.command == "linear":
        return linear.run(asked.names)
    if asked.command == "new-rule":
        return new_rule.run(asked.name)
    refresh, _ = REFRESH[asked.command]
    return refresh(check=asked.check)


if __name__ == "__main__":
    sys.exit(main())
