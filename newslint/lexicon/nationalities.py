"""Nationalities as they are written before a title. Own compilation."""

NATIONALITIES = frozenset(
    """Afghan African Albanian Algerian American Angolan Arab Argentine Argentinian Armenian Asian Australian
    Austrian Azerbaijani Bahraini Bangladeshi Barbadian Belarusian Belarussian Belgian Beninese Bhutanese
    Bolivian Bosnian Botswanan Brazilian British Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian
    Canadian Catalan Chadian Chechen Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish
    Dominican Dutch Ecuadorean Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian European
    Fijian Filipino Finnish French Gabonese Gambian Georgian German Ghanaian Greek Greenlandic Grenadian
    Guatemalan Guinean Guyanese Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish
    Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovan Kurdish Kuwaiti Kyrgyz
    Laotian Latvian Lebanese Liberian Libyan Lithuanian Luxembourgish Macedonian Malagasy Malawian Malaysian
    Maldivian Malian Maltese Mauritanian Mauritian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican
    Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani Palestinian Panamanian
    Paraguayan Peruvian Philippine Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Saudi Scottish
    Senegalese Serbian Singaporean Slovak Slovakian Slovene Slovenian Somali Soviet Spanish Sudanese
    Surinamese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Togolese Tongan Tunisian Turkish
    Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian Zimbabwean""".split()
)

COUNTRY_LETTERS = r"U\.S\.|U\.K\.|U\.N\.|US|UK|UN|EU|NATO|UAE"
"""Abbreviations that are used before a title as a nationality is."""
