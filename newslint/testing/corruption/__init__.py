"""Damages clean copy in known places, to measure rules.

The damage is made from what is known of each kind, with words and places of its own; nothing here reads the
rules' tables or expressions, so that their results mean something.
"""
