"""Near-copies of a story, found and compared by their words."""
