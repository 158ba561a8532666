"""People whom the news calls by their given name, and rulers who have no other. Our own table."""

FIRST_NAMED = frozenset(
    """Adele Alexandria Andrew Barack Bernie Beto Beyonce Bill Boris Camilla Catherine Charles Chelsea Diana
    Donald Edward Elizabeth Felipe Francis George Harald Harry Hillary Ivanka Jared Jeb Kamala Kate Letizia
    Liz Margrethe Mary Meghan Melania Michelle Naruhito Nicola Oprah Pete Philip Rihanna Rishi Rudy Theresa
    Tiger Venus Serena William""".split()
)
