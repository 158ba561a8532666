"""Positions, sources, diagnostics and caches, the base of all other rooms."""
