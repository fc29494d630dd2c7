"""The months, weekdays and counts of expressions of time, by their words."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"), ("july", "jul"),
         ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"), ("november", "nov"), ("december", "dec")), 1)
    for name in names
}  # fmt: skip
WEEKDAYS = {
    name: number for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "closing": 4,
    "last": 4,
}
STRETCHES = {(1, 3): {"quarter": 1}, (4, 6): {"quarter": 2}, (7, 9): {"quarter": 3}, (10, 12): {"quarter": 4}, (1, 6): {"half": 1}, (7, 12): {"half": 2}}  # fmt: skip
"""The first and the last month of quarters and halves."""
QUARTER_OF_MONTH = {"march": 1, "june": 2, "september": 3, "december": 4}
COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
