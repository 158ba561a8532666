"""Applies fixes until nothing changes, and verifies the result."""
