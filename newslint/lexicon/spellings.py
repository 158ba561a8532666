"""American and British spellings of words. Own compilation.

Words that both spell alike in some sense (“glamorous”, “advertise”, “judgment” in court) are left out, and so
are words with another meaning in one of them (“practice”, “draft”, “tire” in Britain).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

OUR = (
    "armor behavior clamor color demeanor dishonor endeavor favor fervor flavor harbor honor humor labor "
    "misdemeanor neighbor odor parlor rancor rigor rumor savior savor splendor tumor valor vapor vigor"
).split()
OUR_ENDS = "| s ed ing ful fully less able ably er ers al ally hood hoods ly ite ites itism".replace(
    "|", ""
).split(" ")
IZE = (
    "apologize authorize capitalize categorize centralize characterize civilize colonize criticize "
    "customize decentralize demilitarize demonize demoralize destabilize digitize economize emphasize "
    "energize equalize familiarize fertilize finalize formalize galvanize generalize globalize "
    "harmonize hospitalize idolize immunize industrialize institutionalize jeopardize legalize "
    "legitimize liberalize localize marginalize maximize memorize militarize minimize mobilize "
    "modernize monopolize nationalize naturalize neutralize normalize optimize organize patronize "
    "penalize plagiarize polarize politicize popularize prioritize privatize publicize radicalize "
    "rationalize realize recognize reorganize revitalize revolutionize scrutinize socialize specialize "
    "stabilize standardize sterilize stigmatize subsidize summarize symbolize sympathize terrorize "
    "theorize traumatize urbanize utilize vandalize victimize visualize weaponize"
).split()
IZE_ENDS = "e es ed ing er ers ation ations".split()
DOUBLED = (
    "cancel channel counsel dial equal fuel grovel initial label level marshal model panel pedal "
    "quarrel rival shovel signal total travel tunnel unravel"
).split()
"""Verbs whose last letter is doubled in Britain but not in the United States."""
DOUBLED_ENDS = "ed ing er ers or ors".split()
PAIRS = """
    aging ageing  airplane aeroplane  airplanes aeroplanes  aluminum aluminium  analog analogue
    analyze analyse  analyzed analysed  analyzing analysing  anemia anaemia  anesthesia anaesthesia
    anesthetic anaesthetic  artifact artefact  artifacts artefacts  caliber calibre  catalog catalogue
    catalogs catalogues  center centre  centered centred  centers centres  centimeter centimetre
    centimeters centimetres  cozy cosy  defense defence  defenses defences  diarrhea diarrhoea
    enroll enrol  enrollment enrolment  epicenter epicentre  estrogen oestrogen  fiber fibre  fibers fibres
    fulfill fulfil  fulfillment fulfilment  gray grey  hemorrhage haemorrhage  installment instalment
    installments instalments  instill instil  jeweler jeweller  jewelers jewellers  jewelry jewellery
    kilometer kilometre  kilometers kilometres  leukemia leukaemia  liter litre  liters litres
    maneuver manoeuvre  maneuvered manoeuvred  maneuvering manoeuvring  maneuvers manoeuvres  meager meagre
    millimeter millimetre  millimeters millimetres  mold mould  moldy mouldy  mustache moustache
    offense offence  offenses offences  orthopedic orthopaedic  pajamas pyjamas  paralyze paralyse
    paralyzed paralysed  paralyzing paralysing  pediatric paediatric  pediatrician paediatrician
    pediatricians paediatricians  pedophile paedophile  pedophiles paedophiles  pedophilia paedophilia
    plow plough  plowed ploughed  plowing ploughing  plows ploughs  pretense pretence  saber sabre
    skeptic sceptic  skeptical sceptical  skeptically sceptically  skepticism scepticism  skeptics sceptics
    skillful skilful  skillfully skilfully  smolder smoulder  smoldering smouldering  somber sombre
    specter spectre  sulfur sulphur  theater theatre  theaters theatres  unauthorized unauthorised
    unrecognized unrecognised  willful wilful  woolen woollen
""".split()
ONE_WAY = """
    check cheque  checks cheques  curb kerb  curbs kerbs  license licence  licenses licences  meter metre
    meters metres  program programme  programs programmes  tire tyre  tires tyres
""".split()
"""Words whose American spelling has another meaning in Britain, where it stays."""


@cache
def american() -> dict[str, str]:
    """The British spelling of each American word."""
    return dict(_pairs())


@cache
def british() -> dict[str, str]:
    """The American spelling of each British word."""
    both = {theirs: ours for ours, theirs in _pairs()}
    return both | dict(zip(ONE_WAY[1::2], ONE_WAY[::2], strict=True))


def _pairs() -> Iterator[tuple[str, str]]:
    yield from zip(PAIRS[::2], PAIRS[1::2], strict=True)
    for word in OUR:
        for end in OUR_ENDS:
            yield word + end, f"{word[:-2]}our{end}"
    for word in IZE:
        for end in IZE_ENDS:
            yield word[:-1] + end, f"{word[:-2]}s{end}"
    for word in DOUBLED:
        for end in DOUBLED_ENDS:
            yield word + end, f"{word}l{end}"
