"""Word lists that rules read, each with its source and licence."""
