"""Finds out in one pass which rules can match in which texts.

A rule's `trace` matches wherever it has a finding. It is translated for Hyperscan, which searches for the
traces of all rules together. A translation never misses a match. It may raise a false alarm; then the rule
itself finds nothing.
"""
