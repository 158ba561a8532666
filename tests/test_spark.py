"""newslint in Spark: the same rows as on the command line, whatever happens to workers."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newslint.cli import FAILED, main

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]

ROWS = 2_000
RULES = ["double-word", "double-period", "html-entity", "spun-article"]
TEXTS = (
    "Police shut the the bridge.. Nobody was hurt.",
    "The ferry sailed on Monday.\n\nIt had forty people on board.",
    "Oak &amp; Elm closed the the shop.",
    "<p>Oak &amp;amp; Elm closed.</p>\n<p>It it rained..</p>",
    "The mayor mentioned that it rained.\n\nA baker mentioned it.\n\nNobody came, she mentioned.",
)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    sql = pytest.importorskip("pyspark.sql", reason="pip install 'newslint[spark]'")
    if not shutil.which("java"):
        pytest.skip("Java is missing")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            sql.SparkSession.builder.master("local[2,4]")  # a task is tried four times
            .config("spark.ui.enabled", "false")
            .config("spark.driver.memory", "512m")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, some of them bad rows."""
    texts: list[bytes | None] = [f"{TEXTS[n % len(TEXTS)]} It is {n}.".encode() for n in range(ROWS)]
    texts[7], texts[8] = None, b"x" * 2_000_001
    table = pa.table(
        {
            "id": [f"a{n}" for n in range(ROWS)],
            "text": pa.array(texts, pa.binary()).cast(pa.string()),
            "site": [f"s{min(n % 20, 2)}" for n in range(ROWS)],  # nine of ten from one site
        }
    )
    file = tmp_path_factory.mktemp("articles") / "news.parquet"
    pq.write_table(table, file, row_group_size=500)
    return file


def by_command(file: Path, out: Path, mode: str) -> list[dict[str, object]]:
    args = [
        "corpus",
        str(file),
        "--out",
        str(out),
        "--mode",
        mode,
        "--select",
        ",".join(RULES),
        "-j",
        "1",
        "-q",
    ]
    assert main(args) == FAILED  # for the two bad rows
    (folder,) = [out / {"check": "findings"}.get(mode, "rows" if mode == "fix" else "grades")]
    return pq.read_table(folder).to_pylist()


def ordered(rows: list[dict[str, object]]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def test_findings_and_grades_are_those_of_the_command(
    spark: SparkSession, articles: Path, tmp_path: Path
) -> None:
    from newslint.corpus import spark as newslint_spark

    df = spark.read.parquet(str(articles)).repartition(6, "site")  # one holds nearly all rows
    found = [row.asDict() for row in newslint_spark.check(df, select=RULES).collect()]
    assert ordered(found) == ordered(by_command(articles, tmp_path / "check", "check"))
    assert {row["id"] for row in found if row["error"]} == {"a7", "a8"}
    grades = [row.asDict() for row in newslint_spark.grade(df, select=RULES).collect()]
    expected = by_command(articles, tmp_path / "grade", "grade")
    for row in expected:
        del row["decision"]
    assert ordered(grades) == ordered(expected)


def test_fixed_rows_survive_a_worker_that_is_killed(
    spark: SparkSession, articles: Path, tmp_path: Path
) -> None:
    from newslint.corpus import spark as newslint_spark

    mark = str(tmp_path / "killed")

    def kill_once(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number, batch in enumerate(batches):
            if number == 2:
                try:
                    os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
                except FileExistsError:
                    pass
                else:
                    os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    df = spark.read.parquet(str(articles))
    fixed = newslint_spark.fix(df.mapInArrow(kill_once, df.schema), select=RULES)
    assert fixed.columns == ["id", "text", "site", "damage", "left", "verdicts", "rules", "error"]
    rows = [row.asDict() for row in fixed.collect()]
    assert Path(mark).exists()
    expected = by_command(articles, tmp_path / "fix", "fix")
    assert ordered([{name: row[name] for name in ("id", "text", "site")} for row in rows]) == ordered(
        expected
    )
    assert sum(bool(row["rules"]) for row in rows) > ROWS / 2


def test_a_wrong_call_is_refused_before_anything_runs(spark: SparkSession) -> None:
    from newslint.corpus import spark as newslint_spark

    df = spark.createDataFrame([("a", "The ferry sailed.")], "id string, body string")
    with pytest.raises(KeyError, match="no column “text”; there are id, body"):
        newslint_spark.check(df)
    with pytest.raises(LookupError, match="did you mean “double-word”"):
        newslint_spark.grade(df, text="body", select=["double-wrd"])
