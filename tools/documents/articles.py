"""Random articles in the forms that rules are tested in."""

from __future__ import annotations

from random import Random

from newslint.rules.base import Case
from newslint.testing.renderers import FORMS
from tools.documents.words import prose


def document(name: str, random: Random) -> bytes:
    """A headline and paragraphs that any form of a format can hold."""
    forms = [form for form in FORMS if form.format == name]
    while True:
        form, article = random.choice(forms), _article(random)
        if form.can_hold(Case(article)):
            return form.source(form.wrap(article)).encode()


def _article(random: Random) -> str:
    headline = [prose(random, 5)] if random.random() < 0.5 else []
    paragraphs = [prose(random) for _ in range(random.randint(1, 4))]
    return "\n\n".join([*headline, *paragraphs]) + random.choice(("", "\n"))
