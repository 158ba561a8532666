"""The rules; the path of each file is the name of its rule."""
