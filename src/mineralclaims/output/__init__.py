"""Claims as records, JSON Lines, CSV, tables, HTML and lines on a terminal."""
