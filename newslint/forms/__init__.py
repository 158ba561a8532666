"""Every way in which every case of every rule must hold: a module a format."""

from newslint.forms import csv, json, jsonl, plain

FORMS = (*plain.FORMS, *json.FORMS, *jsonl.FORMS, *csv.FORMS)
"""All of them; a new reader joins by adding its own."""
