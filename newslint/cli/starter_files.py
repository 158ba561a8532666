"""The texts that `newslint init` writes into files, or shows for them."""

from __future__ import annotations

import re

from newslint._version import __version__
from newslint.core.site import CONFIG_SCHEMA, SITE

REPOSITORY = "https://github.com/newslint/newslint"
CONFIGURATION = """\
# Keys: {site}/configuration/
{style}
# ignore = ["leftovers"]  # rules and categories not to run
# extend-exclude = ["archive/"]  # files and directories not to check
# accept = ["Walla Walla"]  # words and names that are right here
"""
HOOKS = """\
- repo: {repository}
  rev: v{version}
  hooks:
    - id: newslint-fix  # applies safe fixes
    - id: newslint  # reports the rest
"""
GITHUB = """\
name: newslint
on: [pull_request]
permissions:
  contents: read
jobs:
  newslint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - uses: newslint/newslint@v{version}
        with:
          paths: .
"""
GITLAB = """\
newslint:
  image: python:3.13-slim
  script:
    - pip install --quiet newslint=={version}
    - newslint check --output-file gitlab=gl-code-quality-report.json .
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""
LIST_OF_REPOSITORIES = re.compile(r"^repos:[ \t]*(?:#.*)?$", re.MULTILINE)
FIRST_ITEM = re.compile(r"^([ ]*)- +repo:", re.MULTILINE)


def own_file(style: str | None) -> str:
    """A whole `newslint.toml`, in which editors complete keys."""
    return f"#:schema {CONFIG_SCHEMA}\n{configuration(style)}"


def configuration(style: str | None) -> str:
    """The keys of newslint."""
    line = f'style = "{style}"' if style else '# style = "ap"  # a house style'
    return CONFIGURATION.format(site=SITE, style=line)


def hooks() -> str:
    """The entry for `.pre-commit-config.yaml`."""
    return HOOKS.format(repository=REPOSITORY, version=__version__)


def hook_file() -> str:
    """A whole `.pre-commit-config.yaml`."""
    return "repos:\n" + _indent(hooks(), "  ")


def pipeline(service: str) -> str:
    """The job of a CI service."""
    return (GITHUB if service == "github" else GITLAB).format(version=__version__)


def with_table(text: str, style: str | None) -> str:
    """A `pyproject.toml` with the configuration at its end."""
    return f"{_with_line_end(text)}\n[tool.newslint]\n{configuration(style)}"


def with_hooks(text: str) -> str | None:
    """A `.pre-commit-config.yaml` with our hooks, or None if that is uncertain."""
    import yaml

    first = FIRST_ITEM.search(text)
    if not LIST_OF_REPOSITORIES.search(text) or not first:
        return None
    longer = _with_line_end(text) + _indent(hooks(), first[1])
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            return None  # aliases of aliases could unfold to any size
        wanted = yaml.safe_load(text)
        wanted["repos"] += yaml.safe_load(hooks())
        return longer if yaml.safe_load(longer) == wanted else None
    except (yaml.YAMLError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _indent(text: str, by: str) -> str:
    return "".join(by + line for line in text.splitlines(keepends=True))


def _with_line_end(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
