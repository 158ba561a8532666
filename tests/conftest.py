"""What all tests share."""

from __future__ import annotations

import os
from tempfile import mkdtemp

os.environ.setdefault("NEWSLINT_CACHE_DIR", mkdtemp(prefix="newslint-tests-"))
