"""Commands for those who work on newslint itself."""
