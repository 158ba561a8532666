"""Maps tasks to results in order, on several processors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newslint.runner.processors import processors
from newslint.runner.workers import Processor, WorkerPool

Task = TypeVar("Task")
Result = TypeVar("Result")

BATCH_BYTES = 200_000
"""Bytes of tasks that are handed to another process together."""
BATCH_TASKS = 50


def process_map(
    processor: Processor[Task, Result], tasks: Iterable[Task], processes: int | None = None
) -> Iterator[Result]:
    """Yield the result of each task in order, while others are processed.

    Few tasks are held at a time, so there may be any number. A task that crashes its process has the result
    of a failure. `processes` is the number of processors by default; with 1, no other process is started.
    """
    processes = processes or processors()
    batches = _batches(processor, tasks)
    if processes == 1:
        for batch in batches:
            yield from map(processor.process, batch)
        return
    yield from _map_in_pool(processor, batches, processes)


def _map_in_pool(
    processor: Processor[Task, Result], batches: Iterator[tuple[Task, ...]], processes: int
) -> Iterator[Result]:
    pool: WorkerPool[Task, Result] = WorkerPool(processor, processes)
    waiting = 0
    try:
        while True:
            while not waiting or pool.has_room:
                batch = next(batches, None)
                if batch is None:
                    break
                pool.submit(batch)
                waiting += 1
            if not waiting:
                return
            waiting -= 1
            yield from pool.take()
    finally:
        pool.close()


def _batches(processor: Processor[Task, Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += processor.size(task)
        if size >= BATCH_BYTES or len(batch) == BATCH_TASKS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
