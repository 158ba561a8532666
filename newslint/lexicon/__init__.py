"""Data that rules read: words, titles, names, each table with its source and licence."""
