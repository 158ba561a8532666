"""Countries that take no article in English. Source: own compilation."""

COUNTRIES = frozenset(
    """
    Afghanistan Argentina Australia Austria Belarus Belgium Brazil Bulgaria Canada Chile China Colombia
    Cuba Denmark Egypt Estonia Finland France Germany Greece Hungary Iceland India Indonesia Iran Iraq
    Ireland Israel Italy Japan Jordan Kazakhstan Kenya Latvia Lithuania Malaysia Mexico Moldova Morocco
    Nigeria Norway Pakistan Poland Portugal Qatar Romania Russia Serbia Singapore Slovakia Slovenia
    Spain Sweden Switzerland Syria Taiwan Thailand Tunisia Turkey Ukraine Venezuela Vietnam Yemen
    """.split()
)
