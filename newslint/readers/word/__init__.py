"""What is inside a Word file: the archive, its members' text, and the way back to their bytes."""
