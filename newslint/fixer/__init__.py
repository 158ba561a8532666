"""Fixes applied, repeated until stable, and verified by reading the result again."""
