"""Alerts that the desk of the Skarvik Courier sends to readers who asked for them.

The texts below were translated from the Norwegian edition in the spring of 2026. Editors may
change them; the names of the fields in braces must stay as they are.
"""

from gettext import gettext as _

# A reader gets at most three alerts a day. The limit is counted from midnight in Skarvik, and
# it does not hold for warnings of the harbour master.

FERRY = (
    "The ferry to Anholm will not sail today, because the harbour is closed. "
    "Passengers can travel by bus from the market square."
)
STORM = "Storm warning for the islands: winds of {speed} metres a second are expected tonight."
COURT = _("The judge has put off the the verdict until Monday, a clerk of the court said.")


def obituary(name: str, age: int, town: str) -> str:
    """Write the two sentences that an obituary begins with.

    Args:
        name: The full name of the person, without any title.
        age: In years; Mara Lind, who edits the page, wants it as a numeral.
        town: Where the person lived last.
    """
    return f"{name}, who taught half of {town} to swim, has died, at the age of {age}. “We miss her,” her family said."


def digest(stories: list[str]) -> str:
    """Join the stories of a day.

    >>> digest(["The pool opens.."])
    'The pool opens..'
    """
    if not stories:
        raise ValueError("There is nothing to tell today. Ask the night desk, which may know more.")
    return "\n".join(stories)
