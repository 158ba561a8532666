"""Renderers that write an article as a file, by format."""

from newslint.testing.renderers import csv, docx, html, json, jsonl, markdown, plain, python, xml

FORMS = (
    *plain.FORMS,
    *markdown.FORMS,
    *html.FORMS,
    *json.FORMS,
    *jsonl.FORMS,
    *csv.FORMS,
    *xml.FORMS,
    *docx.FORMS,
    *python.FORMS,
)
"""All forms; a new format adds its own."""
