"""From paths to reports: discovers, checks, caches and writes files."""
