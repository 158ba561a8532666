"""Rules applied to the articles of a file."""
