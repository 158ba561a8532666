"""The families of damage, a module each."""
