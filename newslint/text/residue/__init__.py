"""Residue of pages: lines and stretches that belong to the site."""
