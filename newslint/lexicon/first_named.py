"""People known by their given name, and rulers without another. Own compilation."""

FIRST_NAMED = frozenset(
    """Adele Bernie Beto Beyonce Boris Camilla Catherine Charles Chelsea Diana Felipe Francis Harald Harry
    Hillary Ivanka Jared Jeb Kamala Kate Letizia Margrethe Meghan Melania Michelle Mitt Naruhito
    Oprah Pete Philip Rihanna Rishi Rudy Serena Tiger Venus William""".split()
)
