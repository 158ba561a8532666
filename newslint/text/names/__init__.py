"""People, organisations and titles."""
