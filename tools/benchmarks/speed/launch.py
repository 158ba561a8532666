"""Runs a command and measures its cost, from a small process.

    python -I -S launch.py OUTPUT ERRORS COMMAND...

The memory of a process includes the time before it executed the command, so that a large parent would be
measured instead of a small child.
"""

import json
import os
import resource
import sys
import time

NOT_STARTED = 127
"""The exit code of a command that cannot be started, as in a shell."""


def main() -> None:
    """Run; print seconds of CPU and wall, peak kB, and exit code."""
    output, errors, *command = sys.argv[1:]
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        for path, number in (output, 1), (errors, 2):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        try:
            os.execvp(command[0], command)  # noqa: S606
        except OSError as error:
            os.write(2, str(error.strerror).encode())
            os._exit(NOT_STARTED)
    status = os.waitpid(child, 0)[1]
    wall = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "cpu": used.ru_utime + used.ru_stime,
                "wall": wall,
                "peak": used.ru_maxrss,
                "code": os.waitstatus_to_exitcode(status),
            }
        )
    )


main()
