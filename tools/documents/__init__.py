"""Random files, a module a format, each with a judge that reads it without newslint."""
