"""What a page left in a text: lines and stretches that belong to the site, judged by shape and word class."""
