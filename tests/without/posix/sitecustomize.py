"""On PYTHONPATH: Python without what Windows has not; as much of it as can be taken away here."""

import multiprocessing
import os
import signal
import sys

for module in ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"):
    sys.modules[module] = None
for name in (
    "SIGALRM",
    "SIGCONT",
    "SIGHUP",
    "SIGSTOP",
    "setitimer",
    "getitimer",
    "alarm",
    "ITIMER_REAL",
):
    delattr(signal, name)
for name in ("killpg", "uname", "geteuid", "getuid", "getgid", "sched_getaffinity"):
    delattr(os, name)
multiprocessing.set_start_method("spawn")
