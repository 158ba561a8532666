"""The chapters of `docs/speed.md`, one module each, for `tools/benchmarks/peers.py`."""
