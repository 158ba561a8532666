"""Damages clean news in ways that owe nothing to the rules.

Its authors saw no rule, so that what is found of its damage tells how much of unseen damage is found. A family
is a module, and registers variants with `damage` or `near`: a *finder* lists the places that an article offers,
a *writer* writes a clean sentence to plant in it, with `[[bad||good]]` where it is to be damaged. Near misses are
good English that resembles damage. `material/` has the words. Rules are not to be written from any of this.
"""
