"""Every way in which every case of every rule must hold: a module a format."""

from newslint.forms import docx, plain

FORMS = (*plain.FORMS, *docx.FORMS)
"""All of them; a new reader joins by adding its own."""
