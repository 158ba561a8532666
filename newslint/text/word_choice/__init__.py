"""Word choice, judged by a model of an archive."""
