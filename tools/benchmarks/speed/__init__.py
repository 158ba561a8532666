"""What `tools/benchmarks/peers.py` measures: a chapter of `docs/speed.md` a module, and what they share."""
