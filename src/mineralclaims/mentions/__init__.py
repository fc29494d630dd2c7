"""What is literally written: numbers, units, currency marks, qualifiers, dates, names, commodities."""
