"""What in comments and documentation is code or speaks to tools."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence
from textwrap import dedent

from newslint.core.patterns import pattern

CODEISH = pattern(
    r"(?m)\w[(\[]|[\w\])]\s*[-+*/|&%@<>!:]?=|:\s*$|^\s*[\[({@]"
    r"|^\s*(?:import|from|return|raise|pass|yield|del|assert|break|continue|global|nonlocal|print)\b"
)
"""What statements of Python have, and prose hardly ever."""
DEPENDENT = pattern(r"(?:elif|else|except|finally|case)\b.*:")
QUOTING = (ast.Module, ast.Expr, ast.AnnAssign, ast.Tuple, ast.Constant, ast.Name, ast.expr_context)
"""What Python takes a quotation for, with a word before it or behind."""
LONGEST_CODE = 20_000
"""Characters; what is longer is not tried."""
DIRECTIVE = pattern(
    r"(?i)\s*(?:!|-\*-|%%|noqa|nosec|nolint|type:|pylint|mypy:|pyright:|fmt:|isort:|ruff:|flake8|pragma|yapf:"
    r"|cython:|distutils:|sourcery|coding[:=]|vim?:|ex:|local variables:|spdx-|(?:end)?region\b|newslint:"
    r"|https?://\S+\s*$)|.*\bnoqa\b"
)
"""How comments begin that speak to tools."""


def is_code(lines: Sequence[str]) -> bool:
    """Whether lines are commented-out statements of Python, more than half of them if not all together."""
    whole = "\n".join(lines)
    if len(whole) > LONGEST_CODE or not CODEISH.search(whole):
        return False
    if _parses(whole):
        return True
    statements = [line for line in lines if CODEISH.search(line) and _parses(_completed(line))]
    return len(statements) * 2 > len(lines)


def parse_quietly(code: str) -> ast.Module:
    """The tree of some code, without the warnings that Python has for it.

    Raises:
        SyntaxError: it is no Python.
        ValueError, RecursionError, MemoryError: Python cannot parse it.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(code)


def _parses(code: str) -> bool:
    """Whether a text is Python, and not just a quotation."""
    try:
        tree = parse_quietly(dedent(code))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return bool(tree.body) and not (
        len(tree.body) == 1
        and all(isinstance(node, QUOTING) for node in ast.walk(tree))
        and any(isinstance(node, ast.Constant) and " " in str(node.value) for node in ast.walk(tree))
    )


def _completed(line: str) -> str:
    """A line of Python with what it may lack to be a statement."""
    line = line.strip()
    if DEPENDENT.fullmatch(line):
        return "pass"
    return f"{line} pass" if line.endswith(":") else line
