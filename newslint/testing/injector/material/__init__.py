"""Word material, all of it written for this package."""
