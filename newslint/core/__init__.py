"""Positions, sources, diagnostics and the disk cache: what every other room builds on."""
