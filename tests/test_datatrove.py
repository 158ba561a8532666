"""newslint in pipelines of datatrove."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import newslint

if TYPE_CHECKING:
    from datatrove.data import Document

SPUN = (
    "The mayor mentioned that folks were nonetheless there.\n\nHe stated it, a baker mentioned, as "
    "a result of the rain.\n\nNobody came, she mentioned, as he instructed them."
)
REST = "Nobody was hurt, said a man who had come by the bus."
TEXTS = {
    "damaged": f"Police shut the the bridge.. {REST}",
    "clean": "The ferry sailed on Monday.",
    "spun": SPUN,
    "ruined": "The the the.. it it...",
}


@pytest.fixture(autouse=True)
def _needs_datatrove() -> None:
    pytest.importorskip("datatrove", reason="pip install 'newslint[datatrove]'")


def test_a_pipeline_drops_and_fixes(tmp_path: Path) -> None:
    from datatrove.data import Document
    from datatrove.executor import LocalPipelineExecutor

    from newslint.corpus.datatrove import DamageFilter, DamageFormatter

    def collect(data: Iterable[Document], *_: int) -> Iterator[Document]:
        for doc in data:
            kept = {"id": doc.id, "text": doc.text, **doc.metadata["newslint"]}
            with (tmp_path / "kept.jsonl").open("a") as file:
                file.write(json.dumps(kept) + "\n")
            yield doc

    pipeline = [
        [Document(text, name) for name, text in TEXTS.items()],
        DamageFilter(drop=200, verdicts=["spun"]),
        DamageFormatter(),
        collect,
    ]
    LocalPipelineExecutor(pipeline, logging_dir=str(tmp_path / "logs")).run()
    kept = [json.loads(line) for line in (tmp_path / "kept.jsonl").read_text().splitlines()]
    assert {row["id"]: row["text"] for row in kept} == {
        "damaged": f"Police shut the bridge. {REST}",
        "clean": TEXTS["clean"],
    }
    assert kept[0]["rules"] == ["double-period", "double-word"]
    assert kept[0]["damage"] > 0
    by_step = json.loads((tmp_path / "logs/stats.json").read_text())
    counts = {name: stat for step in by_step for name, stat in step["stats"].items()}
    assert (counts["dropped_spun"], counts["dropped_damage"], counts["fixed"]) == (1, 1, 1)


def test_steps_refuse_wrong_names() -> None:
    from newslint.corpus.datatrove import DamageFilter, DamageFormatter

    for step in (DamageFilter, DamageFormatter):
        with pytest.raises(newslint.UnknownName, match="did you mean “double-word”"):
            step(select=("double-wrd",))
