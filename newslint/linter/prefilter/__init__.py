"""Which rules can find something in a text at all: one pass over it asks that for all rules at once.

A rule says with its `trace` what no finding is without. What such an expression cannot match without is
worked out from the expression itself: words that must stand there (`literals`), or else a looser
expression that an automaton can look for together with those of other rules (`looser`). Neither ever
misses a match; both may raise a false alarm, and then the rule itself finds nothing.
"""
