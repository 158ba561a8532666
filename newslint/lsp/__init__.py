"""The language server, which editors start."""
