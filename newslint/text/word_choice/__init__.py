"""Which words an archive would put where."""
