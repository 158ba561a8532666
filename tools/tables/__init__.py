"""Programs that measure and write tables of the package."""
