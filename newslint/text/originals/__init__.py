"""A copy beside its original: what was changed, and what is missing."""
