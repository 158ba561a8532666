"""What is learned from an archive: words, boilerplate, calibration."""
