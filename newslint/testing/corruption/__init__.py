"""Damages clean copy at known positions, a kind of damage for each rule.

The kinds are a floor: they show whether rules still find what they found. Nothing here uses the tables or
expressions of rules, but its authors knew them; `testing/injector` tells how much of unseen damage is found.
"""
