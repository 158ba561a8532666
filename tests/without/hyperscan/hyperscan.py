"""Shadows Hyperscan on PYTHONPATH, as if the platform had no wheel of it."""

raise ModuleNotFoundError("No module named 'hyperscan'", name="hyperscan")
