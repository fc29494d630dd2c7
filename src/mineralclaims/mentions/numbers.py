"""Numbers as they are written: digits with separators, fractions, magnitude words and number words."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from mineralclaims.normalize.decimals import CONTEXT, MAX_DIGITS

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MAGNITUDES: dict[str, Decimal] = {
    word: Decimal(value)
    for words, value in (
        ("hundred", "100"), ("dozen dozens", "12"), ("thousand thousands", "1000"), ("lakh lakhs lac lacs", "100000"),
        ("million millions mln mn mio mil", "1000000"), ("crore crores", "10000000"),
        ("billion billions bln bn bil milliard", "1000000000"), ("trillion trillions tln trn tn", "1000000000000"),
        ("quadrillion", "1000000000000000"),
    )
    for word in words.split()
}  # fmt: skip
# Letters that are magnitudes only when glued to the digits ("$500m", "10k tonnes"), by the written letter.
GLUED: dict[str, Decimal] = {
    "k": Decimal(1000), "K": Decimal(1000), "m": Decimal(1000000), "M": Decimal(1000000), "MM": Decimal(1000000),
    "mm": Decimal(1000000), "b": Decimal(1000000000), "B": Decimal(1000000000), "t": Decimal(1000000000000),
    "T": Decimal(1000000000000), "cr": Decimal(10000000), "Cr": Decimal(10000000), "L": Decimal(100000),
}  # fmt: skip
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333333333", "⅔": "0.666666666667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875", "⅕": "0.2"}

# Digits: grouped by thousands (also the Indian way), plain, or a bare decimal; then an optional written fraction.
NUMERIC = re.compile(
    r"(?<![\w])(?<![\w][.,])(?<!\d/)"
    r"(?:\d{1,3}(?:,\d{2,3}){1,12}(?![\d])|\d{1,3}(?: \d{3}){1,5}(?![\d,.])|\d{1,39})(?:\.\d{1,38})?(?!\d)"
    r"(?:[ -](?=\d/)(?P<num>\d{1,2})/(?P<den>\d{1,2})(?![\d/])|(?P<vulgar>[½¼¾⅓⅔⅛⅜⅝⅞⅕]))?"
    r"|(?<![\w.])\.\d{1,38}(?!\d)|(?<!\w)[½¼¾⅓⅔⅛⅜⅝⅞⅕]"
)
_WORDS = "|".join([*(f"{tens}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?" for tens in _TENS), *sorted(_ONES, key=len, reverse=True)])
_BIG = "hundred|thousand|million|billion|trillion|mln|bln|lakh|crore|dozen"
# Number words; "a" and "half a" only before a magnitude. What follows decides whether it is a number at all.
WORDED = re.compile(
    rf"(?<![\w-])(?:(?P<half>half) (?:an?|of an?) (?={_BIG})|(?P<a>an?) (?=(?:{_BIG})\b)|(?P<word>{_WORDS})\b"
    rf"(?P<rest>(?:(?: and)?[ -](?:hundred|{_WORDS})\b){{0,3}}))(?P<halves> and an? (?P<part>half|quarter)\b)?",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(
    r"[\s-]{0,2}(?:(hundred|thousands?|millions?|billions?|trillions?|quadrillion|mln|mn|mio|bln|bn|tln|trn|lakhs?|lacs?|crores?|dozens?)(?![\w])"
    r"|(bn|mn|tn|MM|mm|[kKmMbBtTL]|[cC]r)(?![\w/]))",
    re.IGNORECASE,
)


@attrs.frozen
class Number:
    """A number in the text: its place, its value with the magnitude multiplied out, and how it was written."""

    start: int
    end: int
    value: Decimal
    worded: bool
    letter: str = ""
    magnitude: Decimal = Decimal(1)

    @property
    def plain(self) -> Decimal:
        """Return the value before the magnitude."""
        return CONTEXT.divide(self.value, self.magnitude)


def read_digits(match: re.Match[str]) -> Decimal | None:
    """Return the value of a match of NUMERIC, or None where it has more than 38 digits."""
    written = match.group()
    vulgar, den = match.group("vulgar"), match.group("den")
    extra = Decimal(0)
    if vulgar:
        written, extra = written[:-1], Decimal(_VULGAR[vulgar])
    elif den:
        if int(den) == 0:
            return None
        written = written[: match.start("num") - match.start() - 1]
        extra = CONTEXT.divide(Decimal(match.group("num")), Decimal(den))
    elif written in _VULGAR:
        return Decimal(_VULGAR[written])
    digits = written.replace(",", "").replace(" ", "")
    if len(digits) > MAX_DIGITS:
        return None
    return CONTEXT.add(Decimal(digits), extra) if extra else Decimal(digits)


def read_words(match: re.Match[str]) -> Decimal:
    """Return the value of a match of WORDED, before any magnitude word that follows."""
    if match.group("half"):
        return Decimal("0.5")
    total = 1
    if match.group("word"):
        total = 0
        for word in re.split(r"[\s-]+", f"{match.group('word')} {match.group('rest') or ''}".lower().strip()):
            if word == "hundred":
                total *= 100
            elif word in _ONES:
                total += _ONES[word]
            elif word in _TENS:
                total += _TENS[word]
    if match.group("halves"):
        return CONTEXT.add(Decimal(total), Decimal("0.5") if match.group("part").lower() == "half" else Decimal("0.25"))
    return Decimal(total)


def magnitude_after(text: str, at: int) -> tuple[int, Decimal, str] | None:
    """Return (end, factor, letter) of a magnitude at ``at``; ``letter`` is set where it is only a letter."""
    match = _MAGNITUDE.match(text, at)
    if match is None:
        return None
    word, letter = match.groups()
    if word:
        end, factor = match.end(), MAGNITUDES[word.lower()]
        again = _MAGNITUDE.match(text, end)
        if again and again.group(1) and again.group(1).lower() in {"crore", "crores", "million", "billion", "trillion", "lakh"} and factor in {100, 1000, 100000}:
            return again.end(), CONTEXT.multiply(factor, MAGNITUDES[again.group(1).lower()]), ""
        return end, factor, ""
    factor_of_letter = GLUED.get(letter) or MAGNITUDES.get(letter.lower())
    return (match.end(), factor_of_letter, letter) if factor_of_letter else None
