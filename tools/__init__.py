"""Commands for developers of newslint."""
