"""Words of every article, which show nothing of its subject. Own compilation."""

LINKS = frozenset(
    """a about after against also an and are as at because before but by can could did does during for from
    had has have if in into is it may might must of on or over said says should since so than that the their
    this to under until was were when where which while who will with would""".split()
)
"""Words of grammar: what can follow a noun that ends its phrase."""
COMMON = frozenset(
    """case country couple day days decade end fact first group hour issue kind last latter lot many matter
    member minute moment month most need next number official other part past people percent person place
    point president problem question rest same second side state statement system thing third time today top
    total two use very way week weekend woman word work world year years morning night room man men""".split()
)
"""Nouns that occur in every text."""
