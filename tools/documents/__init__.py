"""Random files by format, each with a judge independent of newslint."""
