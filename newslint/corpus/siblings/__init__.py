"""Near-copies of the same story: found by their words, compared by what most of them say."""
