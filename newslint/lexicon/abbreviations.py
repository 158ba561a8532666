"""Abbreviations whose full stop does not end a sentence, in lower case.

Gathered by hand from news copy and style guides; facts of the language, no source to credit.
"""

from __future__ import annotations

_LINES = """
al approx assoc atty aug av ave avg blvd bros ca calif capt cf co comdr conn corp dem dems dept det dist
ed eds ehf elev ff fol esp est etc ext fig figs ft gen gov govt gp hon hrs ibid inc incl intl jan jr lat lb
lbs ltd mass max messrs min mins minn misc miss mr mrs ms mt natl nos oct op orgs oz pct penn plc pop pp prof
pt pts pty pvt rd rep reps rev sec sen sens sept seq sgt sp spp sq sr st supp tel tenn treas univ viz vol
vols vs wash yr yrs
"""
ABBREVIATIONS = frozenset(_LINES.split())
