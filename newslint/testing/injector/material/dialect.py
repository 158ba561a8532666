"""Spellings of the two sides of the Atlantic, for lower-case words only."""

_PAIRS = """
colour color|colours colors|favour favor|favours favors|favourite favorite|favourable favorable|honour honor
honours honors|honoured honored|labour labor|neighbour neighbor|neighbours neighbors|neighbouring neighboring
behaviour behavior|rumour rumor|rumours rumors|harbour harbor|armoured armored|centre center|centres centers
theatre theater|theatres theaters|fibre fiber|metres meters|kilometres kilometers|litres liters|defence defense
offence offense|offences offenses|licence license|organise organize|organised organized|organisation organization
organisations organizations|organising organizing|recognise recognize|recognised recognized|realise realize
realised realized|criticise criticize|criticised criticized|apologise apologize|apologised apologized
analyse analyze|analysed analyzed|emphasise emphasize|emphasised emphasized|privatise privatize
privatisation privatization|nationalise nationalize|stabilise stabilize|globalisation globalization
specialise specialize|specialised specialized|authorise authorize|authorised authorized|travelled traveled
travelling traveling|traveller traveler|travellers travelers|cancelled canceled|labelled labeled|modelling modeling
fuelled fueled|fuelling fueling|signalled signaled|counsellor counselor|jewellery jewelry|programme program
programmes programs|cheque check|tyres tires|sceptical skeptical|scepticism skepticism|catalogue catalog
dialogue dialogue|grey gray|plough plow|aluminium aluminum|enrol enroll|fulfil fulfill|instalment installment
manoeuvre maneuver|mould mold|pyjamas pajamas|storey story|ageing aging|judgement judgment
""".replace("\n", "|").split("|")

AMERICAN: dict[str, str] = {}
"""British spelling to American."""
BRITISH: dict[str, str] = {}
"""American spelling to British, where that is beyond doubt."""

_ONE_WAY = {"check", "story", "program", "programs", "license", "mold", "tires", "meters"}

for _pair in _PAIRS:
    if _pair.strip():
        _british, _american = _pair.split()
        if _british != _american:
            AMERICAN[_british] = _american
            if _american not in _ONE_WAY:
                BRITISH[_american] = _british
