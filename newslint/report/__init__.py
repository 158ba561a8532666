"""How reports are printed; one module a format."""
