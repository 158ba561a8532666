"""Surnames of leaders who are often not introduced, with their pronouns."""

LEADERS = {
    "his": frozenset(
        """Albanese Assad Bennett Biden Bolsonaro Bukele Bush Castro Draghi Duda Duterte Erdogan Gaddafi
        Gorbachev Hollande Khamenei Kishida Lavrov Lukashenko Lula Macron Maduro Medvedev Mitterrand Modi
        Morawiecki Mubarak Netanyahu Obama Orban Orbán Petro Poroshenko Prigozhin Putin Rutte Saddam
        Sarkozy Scholz Shoigu Starmer Stoltenberg Sunak Trudeau Trump Tusk Yanukovych Yeltsin Zelensky
        Zelenskiy Zelenskyy""".split()
    ),
    "her": frozenset("Ardern Bachelet Kallas Meloni Merkel Rousseff Sheinbaum Tsai".split()),
}
