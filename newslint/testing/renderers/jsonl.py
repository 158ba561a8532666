"""Articles as lines of JSON."""

from newslint.testing.renderers.form import Form
from newslint.testing.renderers.json import string

FORMS = (
    Form(
        "jsonl",
        lambda article: f'{{"id": 1, "text": "One."}}\r\n\r\n{{"id": 2, "text": {string(article)}}}\r\n',
        "jsonl",
    ),
    Form(
        "jsonl-astral",
        lambda article: f'{{"title": "The 𝒆vening edition", "text": {string(article)}}}\n',
        "jsonl",
    ),
)
