"""Damage made on purpose: clean copy goes in, damaged copy with known answers comes out.

It is made from what is known of each kind of damage, with words and places of its own; nothing here reads the
rules' tables or expressions, so that what the rules find of it says something about them.
"""
