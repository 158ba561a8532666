"""Configuration: its schema, where it is found, and what it means for each file."""
