"""Files of data sets: a module a format, which reads rows and writes them back."""
