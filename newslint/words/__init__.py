"""What a newsroom's own archive teaches: which words stand where, and which stand for one another."""
