"""Adds a cache and manual pages to the wheel; see `tools/wheel_data.py` and `tools/man.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class WheelDataHook(BuildHookInterface[Any]):
    """Adds `newslint/built` and `share/man/man1` to a wheel, but not to an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, or warn that they are missing and the first run will be slower."""
        self._folders: list[str] = []
        if version == "editable":
            return
        self._add("tools.wheel_data", build_data["force_include"], "newslint/built")
        self._add("tools.man", build_data["shared_data"], "share/man/man1")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the files, which are in the wheel now."""
        for folder in self._folders:
            rmtree(folder, ignore_errors=True)

    def _add(self, module: str, included: dict[str, str], target: str) -> None:
        folder = mkdtemp(prefix="newslint-")
        self._folders.append(folder)
        try:
            build(module, folder)
            included[folder] = target
        except subprocess.CalledProcessError as error:
            self.app.display_warning(f"{target} is missing from the wheel: {error}")


def build(module: str, folder: str) -> None:
    """Let a module make its files in a separate process with an empty cache.

    Raises:
        CalledProcessError: a library is missing, or newslint is broken.

    """
    with TemporaryDirectory() as cache:
        environment = os.environ | {"NEWSLINT_CACHE_DIR": cache, "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-B", "-m", "tools.stable_hash", module, folder]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
