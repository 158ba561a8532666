"""Every way in which every case of every rule must hold: a module a format."""

from newslint.forms import markdown, plain

FORMS = (*plain.FORMS, *markdown.FORMS)
"""All of them; a new reader joins by adding its own."""
