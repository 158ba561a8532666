"""Every way in which every case of every rule must hold: a module a format."""

from newslint.forms import html, plain

FORMS = (*plain.FORMS, *html.FORMS)
"""All of them; a new reader joins by adding its own."""
