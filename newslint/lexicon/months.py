"""The names of months and days of the week in news."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""The short forms before a day; the other months have none."""
MONTH = "(?:" + "|".join([*MONTHS, *(name.replace(".", r"\.") for name in SHORT)]) + ")"
"""An expression for both forms."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""An expression for them."""
