"""Finds out in one pass which rules can match in a text.

A rule's `trace` matches wherever it has a finding. What a trace requires is worked out from the expression
itself: words that must occur (`literals`), or else a looser expression that an automaton can search for
together with those of other rules (`looser`). Neither ever misses a match; both may raise a false alarm, and
then the rule itself finds nothing.
"""
