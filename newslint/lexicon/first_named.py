"""People whom the news calls by their given name, and rulers who have no other. Our own table."""

FIRST_NAMED = frozenset(
    """Adele Bernie Beto Beyonce Boris Camilla Catherine Charles Chelsea Diana Felipe Francis Harald Harry
    Hillary Ivanka Jared Jeb Kamala Kate Letizia Margrethe Meghan Melania Michelle Mitt Naruhito
    Oprah Pete Philip Rihanna Rishi Rudy Serena Tiger Venus William""".split()
)
