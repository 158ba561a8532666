"""User settings: what newslint starts, and where it sends texts.

They are in the user's own file or in the environment, never in the checked tree.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.config.tables import convert, keys_of, known_keys, read_toml
from newslint.core.errors import ConfigError
from newslint.engines.languagetool.options import LanguageToolOptions

FILE = "newslint.toml"
KEYS = keys_of(LanguageToolOptions)


class _File(Struct, frozen=True):
    languagetool: LanguageToolOptions = field(default_factory=LanguageToolOptions)


def user_file() -> Path:
    """The path of the user's configuration, which need not exist."""
    from platformdirs import user_config_path

    return user_config_path("newslint") / FILE


def is_user_file(file: Path) -> bool:
    """Whether a file is the user's configuration, not a project's."""
    return file.parent.name == "newslint" and file == user_file()


def variable(key: str) -> str:
    """The environment variable that sets a key of `[languagetool]`."""
    return f"NEWSLINT_LT_{key.upper().replace('-', '_')}"


def refuse(table: dict[str, Any], file: Path) -> None:
    """Reject user settings in a project's `[languagetool]` table.

    Raises:
        ConfigError: there are some; the message says where they belong.

    """
    for key in table:
        if key in KEYS:
            raise ConfigError(
                f"{file}: languagetool.{key}: only the user may set this, not a file of the project; "
                f"move it to {user_file()} or set {variable(key)}"
            )


def languagetool() -> LanguageToolOptions:
    """The user's settings for LanguageTool; the environment overrides the file.

    Raises:
        ConfigError: the file or a variable is invalid.

    """
    options = _from_file(user_file())
    for key in KEYS:
        if text := os.environ.get(variable(key)):
            name = key.replace("-", "_")
            given = convert({name: text}, LanguageToolOptions, variable(key), strict=False)
            options = replace(options, **{name: getattr(given, name)})
    return options


def _from_file(file: Path) -> LanguageToolOptions:
    if not file.is_file():
        return LanguageToolOptions()
    table = known_keys(read_toml(file), keys_of(_File), file)
    if isinstance(server := table.get("languagetool"), dict):
        table["languagetool"] = known_keys(server, KEYS, file, "languagetool.")
    return convert(table, _File, str(file)).languagetool
