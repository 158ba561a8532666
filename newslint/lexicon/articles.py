"""Words around “a” and “an” that show a slip. Own compilation."""

from __future__ import annotations

NO_NOUN = frozenset(
    "own only other others each every all any some such it its itself up out off away again".split()
)
"""Before these, the article itself is wrong."""
UNCOUNTABLE = frozenset(
    "advice access information equipment evidence importance industry interest oil energy".split()
)
"""Nouns with an initial vowel sound that take no article unless another noun follows."""
POSSESSIVE = frozenset(
    "my your his her its our their whose the this that these those no any some each every".split()
)
BEFORE_A_NOUN = frozenset(
    """
    about above across after against along among and around as at became be been before behind being below
    beside between beyond but by become becomes call called despite during except for from gave give given
    gives got had has have having in inside into is it's it’s led like made make makes near not of off on onto
    or out outside over paid past per put quite received rather said saw sent such than that's that’s then
    through to took take takes toward towards under until unlike up upon used via was were what while with
    within without won write wrote yet there's there’s he's he’s she's she’s only just also almost nearly
    """.split()
)
"""Words after which “an” is an article, not a typo for “and”, “any” or “as”."""
