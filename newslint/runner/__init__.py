"""From paths to reports: files found, checked in several processes, cached and written."""
