"""Titles before a name in English news. Own compilation.

The usage is that of AP and Reuters.
"""

HEADS = frozenset(
    """Adm. Administrator Admiral Alderman Ambassador Archbishop Attorney Auditor Ayatollah Baron Baroness
    Bishop Brig. Brigadier Capt. Captain Cardinal Chair Chairman Chairperson Chairwoman Chancellor Chaplain
    Chief Cmdr. Coach Col. Colonel Commander Commissioner Commodore Comptroller Congressman Congresswoman
    Constable Consul Controller Coroner Corporal Councillor Councilman Councilwoman Counsel Dame Dean
    Delegate Deputy Detective Director Dr Dr. Emir Emperor Empress Ensign Envoy Executive Father Fr. Gen.
    General Gov. Governor Imam Inspector Judge Justice King Lady Leader Lieutenant Lord Lt. Magistrate Maj.
    Major Marshal Mayor Minister Miss Mr Mr. Mrs Mrs. Ms Ms. Mufti Officer Ombudsman Patriarch Pope Premier
    President Prince Princess Prof. Professor Prosecutor Provost Queen Rabbi Rector Rep. Representative Rev.
    Reverend Secretary Sen. Senator Sergeant Sgt. Sheikh Sheriff Sir Speaker Spokesman Spokesperson
    Spokeswoman Sultan Superintendent Taoiseach Treasurer Undersecretary Vicar Warden Whip""".split()
)
"""The last word of a title, or the only one."""

MODIFIERS = frozenset(
    """Acting Affairs Agriculture Army Assembly Assistant Associate Attorney Bank Borough Brigadier Budget
    Business Cabinet Central Chief Children’s City Civil Climate Commerce Communications Communities
    Congressional Consumer County Court Crown Cultural Culture Defence Defense Democratic Deputy Detective
    Development Digital Disaster District Economic Economics Economy Education Emergency Emeritus Employment
    Energy Environment Equalities Equality European Executive External Families Federal Field Finance Fire
    First Fisheries Fleet Food Foreign Forestry Former Government Grand Health Home Homeland House Housing
    Immigration Industry Information Infrastructure Innovation Integration Intelligence Interim Interior
    International Judicial Junior Justice Labor Labour Land Legal Lieutenant Local Lord Lt. Major Majority
    Managing Migration Military Mines Minority Municipal National Navy Nuclear Oil Opposition Parliamentary
    Party Permanent Petroleum Petty Planning Police Press Prime Provincial Public Rear Regional Relations
    Republican Research Revenue Rural Science Security Senate Senior Service Shadow Social Solicitor Special
    Sport Sports Squadron Staff State Supreme Surgeon Tax Technology Tourism Town Trade Transport
    Transportation Treasury Urban Veterans Vice Water Welfare White Wing Women’s Works Youth""".split()
)
"""Words that may come before the last word of a title; alone they are not titles."""

TAILS = (
    r"[ -]General",
    r" of (?:State|Staff|Police|Parliament|Commerce|Energy|Education|Agriculture|Justice|Labor|Labour"
    r"|Defen[cs]e|Transportation|Homeland Security|Veterans Affairs|National Intelligence"
    r"|the (?:Treasury|Interior|House|Exchequer))",
)
"""Words that may follow the last word: "Secretary General", "Secretary of State"."""

OFFICES = (
    *("president", "vice president", "prime minister", "deputy prime minister", "foreign minister"),
    *("finance minister", "defence minister", "defense minister", "interior minister", "justice minister"),
    *("health minister", "foreign secretary", "chancellor", "premier", "king", "queen", "crown prince"),
    *("secretary general", "secretary-general", "secretary of state", "defense secretary", "home secretary"),
    *("treasury secretary", "attorney general", "senator", "governor"),
)
"""Offices with capitals before a name and without them elsewhere."""

CALLINGS = frozenset(
    """activist actor actress adviser advisor ambassador analyst artist attorney author banker billionaire
    biologist boss brother businessman businesswoman campaigner captain chairman chairwoman chancellor chief
    coach colleague columnist commander commissioner comedian composer conservationist co-founder cousin
    creator critic daughter defender dictator diplomat director doctor economist editor engineer envoy
    epidemiologist executive father filmmaker forward founder general goalkeeper governor historian husband
    inspector journalist judge king lawmaker lawyer leader manager mayor midfielder minister mogul mother
    musician neighbour neighbor novelist officer opponent owner painter partner philosopher photographer
    physicist pilot playwright poet politician pollster premier president producer professor prosecutor
    queen reporter representative researcher resident rival scholar scientist secretary senator sergeant
    singer sister soldier solicitor son speaker spokesman spokesperson spokeswoman sprinter strategist
    striker student successor superintendent teacher teammate teenager tycoon veteran victim virologist
    widow wife winger writer""".split()
)
"""Lower-case words before a name that say what somebody does, or is to others."""

WOMEN = frozenset(
    """Baroness Chairwoman Congresswoman Councilwoman Dame Empress Lady Miss Mrs Mrs. Ms Ms. Princess Queen
    Spokeswoman""".split()
)
MEN = frozenset(
    """Archbishop Baron Bishop Cardinal Chairman Congressman Councilman Emir Emperor Father Fr. Imam King
    Lord Mr Mr. Patriarch Pope Prince Rabbi Sheikh Sir Spokesman Sultan""".split()
)
"""Titles that show the gender of their holder."""
