"""Irregular past forms of English verbs. Own compilation."""

IRREGULAR_PAST = frozenset(
    """ate beat became began bent bet bit blew bought bound broke brought built burnt burst came cast caught
    chose clung cost crept cut dealt did drank drew drove dug fed fell felt fled flew fought found froze gave
    got grew had heard held hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met
    paid put quit ran rang read rode rose said sang sank sat saw sent set shed shone shook shot shut slept
    slid slung sold sought spent split spoke sprang spread stole stood struck stuck stung swam swept swore
    swung taught thought threw told took tore understood went withdrew woke won wore wound wrote""".split()
)
