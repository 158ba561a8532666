"""A hook of MkDocs that puts the generated pages among those of `docs/`."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parents[2]))  # `mkdocs build` does not look there

from newslint.core.site import SITE
from tools import config_schema
from tools.site import pages


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the address of the site from its only definition."""
    config.site_url = f"{SITE}/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the pages of `docs/`, and add the generated ones."""
    schema = config_schema.FILE
    made = {**pages(), schema.name: schema.read_text("utf-8")}
    for path, text in made.items():
        if old := files.get_file_from_path(path):
            files.remove(old)
        files.append(File.generated(config, path, content=text))
    return files
