"""The configuration of a project: one TOML table in the nearest file."""
