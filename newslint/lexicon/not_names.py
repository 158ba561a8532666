"""Capitalised words that are not part of a person's name. Own compilation."""

OPENERS = frozenset(
    """A About Above According Across Additionally After Again Against Ahead All Almost Along Already Also
    Although Amid Among An And Another Any Are Around As Asked At Away Back Based Because Before Behind
    Being Below Between Beyond Both But By Can Compared Could Currently Despite Did Do Does Down During
    Each Earlier Either Elsewhere Even Eventually Ever Every Everyone Except Few Finally First For
    Former From Further Given Had Has Have He Her Here Hers Him His How However I If In Including Indeed
    Inside Instead Into Is It Its Just Last Late Later Latest Less Let Like Many Meanwhile Maybe Might
    More Moreover Most Much Must My Near Nearly Neither Never New Next No Nobody None Nor Not Nothing
    Now Of Off Often On Once One Only Or Other Others Our Out Outside Over Perhaps Rather Recently
    Regardless Said Same Second Several She Should Similarly Since So Some Sometimes Soon Still Such
    Than That The Their Them Then There Therefore These They Third This Those Though Three Through
    Throughout Thus To Today Together Tomorrow Tonight Too Toward Towards Two Under Unlike Until Up Upon
    Us Very Was We Well Were What Whatever When Where Whereas Whether Which While Who Whoever Whom Whose
    Why With Within Without Would Yes Yesterday Yet You Your""".split()
)
"""Words that open a sentence and could be taken for part of the name after them."""

CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July
    September October November December Christmas Easter Ramadan""".split()
)

BODIES = frozenset(
    """Academy Act Agency Airlines Airport Alliance America Amendment Army Association Authority Avenue
    Award Awards Bank Bay Beach Board Bridge Britain Brigade Brothers Building Bureau Business Cabinet
    Campaign Castle Cathedral Center Centre Championship Charter China Church City Clinic Club Coalition
    Coast College Commission Committee Commons Commonwealth Community Company Conference Congress
    Constitution Convention Cooperation Corporation Corps Council County Court Creek Cup Daily Day
    Democrat Democratic Democrats Department District Division Doctrine East Economic Europe European
    Executive Fame Federal Federation Festival Force Forces Forest Forum Foundation France Fund Game
    Games Garden Gazette Germany Government Group Guard Guardian Hall Harbor Harbour Health Herald High
    Hill Hills Holdings Hong Hospital Hotel House Human Inc Independent Initiative Institute Institution
    International Island Islands Israel Journal Kingdom Lake League Library Limited Ltd Magazine Mail
    Market Medical Medicine Memorial Middle Ministry Mountain Movement Museum Nation National Nations
    News Newspaper North Northern Ocean Office Olympics Open Organization Organisation Pacific Palace
    Parliament Park Partners Party People Pentagon Plaza Police Post Press Prison Prize Project Radio
    Ranch Records Republic Republican Republicans Research Reserve Review River Road Rock Russia School
    Science Sciences Sea Security Senate Series Service Services Society South Southern Square Stadium
    State States Station Street Studies Studio Studios Summit Supreme System Team Television Theater
    Theatre Times Today Tower Town Treaty Tribune Trust Ukraine Union United University Valley Village
    Wall War Washington Week West Western White World""".split()
)
"""Bodies, places and papers: a run of capitals with one of these is not a person."""

FIRMS = frozenset(
    """Armani Barclays Bentley Bloomberg Boeing Bosch Cadbury Cargill Chanel Chase Chrysler Disney Dell
    Dior Ferrari Ford Gucci Harley Heinz Hermes Hilton Honda Kellogg Koch Kraft Lego Lilly Lloyds
    Lockheed Macy Marriott Martin Merck Morgan Nestle Northrop Pfizer Philips Porsche Prada Procter
    Schwab Siemens Suzuki Tesla Toyota Tyson Versace Walmart Wells""".split()
)
"""Firms named after a person."""

PLACES = frozenset(
    """Austin Charlotte Cleveland Columbus Dallas Denver Houston Jackson Jefferson Lincoln Madison Orlando
    Pasadena Washington""".split()
)
"""Places named after a person."""

BODIES_OF = frozenset(
    """Academy Agency Association Bank Bureau Chamber Church College Commission Committee Confederation
    Congress Council Court Department Federation Foundation Fund House Institute League Library Ministry
    Museum National Office Organisation Organization Party School Society Union University""".split()
)
"""Bodies whose name goes on after “of” or “for”: “Ministry of Health”."""

CAPITALS = frozenset(
    """Amsterdam Ankara Athens Baghdad Bangkok Beijing Beirut Belgrade Berlin Bern Brussels Bucharest Budapest
    Cairo Canberra Caracas Copenhagen Damascus Delhi Doha Dublin Geneva Hague Hanoi Havana Helsinki Islamabad
    Jakarta Jerusalem Kabul Khartoum Kiev Kyiv Lisbon London Madrid Manila Minsk Moscow Nairobi Oslo Ottawa
    Paris Prague Pretoria Pyongyang Rabat Riga Riyadh Rome Seoul Sofia Stockholm Taipei Tallinn Tbilisi Tehran
    Tokyo Tripoli Tunis Vienna Vilnius Warsaw Zagreb""".split()
)
"""Capital cities that stand for a government in the news."""

SPEAKING = frozenset("Congress Kremlin Labour Parliament Pentagon Downing Vatican Elysee Élysée".split())
"""Other seats and bodies of one word that are quoted."""

ADJECTIVES = frozenset(
    "Democratic Eastern Economic Federal Independent Northern Republican Southern Western".split()
)
"""Words of `BODIES` with which no body's name ends."""

STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Carolina Colorado Connecticut Dakota Delaware Florida
    Georgia Hampshire Hawaii Idaho Illinois Indiana Iowa Jersey Kansas Kentucky Louisiana Maine
    Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
    Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming""".split()
)

SOURCES = frozenset(
    """Amazon Apple Axios Bellingcat Breitbart BuzzFeed Exxon Facebook Gallup Google HuffPost Instagram
    Interfax Microsoft Netflix Newsweek Nielsen Politico ProPublica Quinnipiac Reuters Slate Snopes
    Sputnik Telegram Twitter Uber Vox Xinhua YouGov YouTube""".split()
)
"""Papers, agencies, pollsters and firms of one word that are quoted in the news."""
