"""Files of data sets: a module reads and writes each format."""
