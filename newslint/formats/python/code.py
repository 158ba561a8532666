"""Detects code and tool directives in comments and docstrings."""

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
"""Features of Python statements that are rare in prose."""
DEPENDENT = pattern(r"(?:elif|else|except|finally|case)\b.*:")
QUOTING = (ast.Module, ast.Expr, ast.AnnAssign, ast.Tuple, ast.Constant, ast.Name, ast.expr_context)
"""The nodes of a quotation that happens to parse as Python."""
LONGEST_CODE = 20_000
"""Characters; longer text is not parsed."""
DIRECTIVE = pattern(
    r"(?i)\s*(?:!|-\*-|%%|noqa|nosec|nolint|type:|pylint|mypy:|pyright:|fmt:|isort:|ruff:|flake8|pragma|yapf:"
    r"|cython:|distutils:|sourcery|coding[:=]|vim?:|ex:|local variables:|spdx-|(?:end)?region\b|newslint:"
    r"|https?://\S+\s*$)|.*\bnoqa\b"
)
"""The beginning of a comment for a tool."""


def is_code(lines: Sequence[str]) -> bool:
    """Whether lines are Python statements, together or most of them singly."""
    whole = "\n".join(lines)
    if len(whole) > LONGEST_CODE or not CODEISH.search(whole):
        return False
    if _parses(whole):
        return True
    statements = [line for line in lines if CODEISH.search(line) and _parses(_complete(line))]
    return len(statements) * 2 > len(lines)


def parse_quietly(code: str) -> ast.Module:
    """Parse code without emitting warnings.

    Raises:
        SyntaxError: it is not Python.
        ValueError, RecursionError, MemoryError: Python cannot parse it.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(code)


def _parses(code: str) -> bool:
    """Whether a text is Python, and more than a quotation."""
    try:
        tree = parse_quietly(dedent(code))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return bool(tree.body) and not (
        len(tree.body) == 1
        and all(isinstance(node, QUOTING) for node in ast.walk(tree))
        and any(isinstance(node, ast.Constant) and " " in str(node.value) for node in ast.walk(tree))
    )


def _complete(line: str) -> str:
    """Complete the line of a compound statement."""
    line = line.strip()
    if DEPENDENT.fullmatch(line):
        return "pass"
    return f"{line} pass" if line.endswith(":") else line
