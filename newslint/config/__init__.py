"""The configuration: its schema, its discovery, and its effect on each file."""
