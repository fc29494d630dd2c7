"""Two numbers that are one range: "25% to 50%", "5-7 billion dollars", "between $5 million and $7 million"."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from mineralclaims.mentions.change_words import moved_by, tells_change, tells_size, tells_spread
from mineralclaims.mentions.word_lists import words
from mineralclaims.normalize.currencies import currency
from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.pieces import Piece

_LINK = re.compile(
    r"\s?[-–]\s?|/|(?:-?\s{1,12}to\s{1,12}|-to-)"
    r"(?:as (?:much|high) as |about |around |over |nearly |almost |more than |some |roughly |just )?"
    r"|\s{1,12}(?:and|or)\s{1,12}(?:about |around |roughly |nearly |even |perhaps |possibly |maybe )?"
)
_FILLERS = frozenset({
    "about", "around", "roughly", "nearly", "just", "the", "current", "a", "an", "some", "approximately", "initial",
    "original", "earlier", "previous", "estimated", "planned", "projected", "present", "record", "low", "only",
    "revised",
})  # fmt: skip
_YEAR = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}")
_YEAR_BEFORE = re.compile(r"\b(?:19|20)[0-9]{2}[-–/]\Z")
_CLAUSE_END = re.compile(r"[.;!?](?=\s)")
_QUOTED = Decimal("1.1")
_CENTS = -2
_THOUSAND, _FIVE_THOUSAND = Decimal(1000), Decimal(5000)
_DAYS = 31
_BEFORE = 130
_SPREAD_WITHIN = 8
_LINK_AT_MOST = 28
_BY_TWO_OF = Decimal(3)
_FAR_APART, _BY_TWICE = Decimal(5), Decimal(2)
_BY_LITTLE = Decimal("1.5")
_TO_COME = frozenset({
    "will", "would", "could", "may", "might", "should", "can", "to", "expects", "expected", "expect", "forecast", "likely", "estimates", "estimated",
    "sees", "plans", "planned", "typically", "usually",
})  # fmt: skip
"""Beside what is not yet done, or never exactly, a range is as likely as a level."""


def join_ranges(low: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with neighbours that are one range joined; ``low`` is the unwrapped text in lower case."""
    joined: list[Piece] = []
    index, count = 0, len(pieces)
    while index < count:
        piece = pieces[index]
        if index + 1 < count and pieces[index + 1].start - piece.end <= _LINK_AT_MOST:
            both = _range(low, pieces, index)
            if both is not None:
                joined.append(both)
                index += 2
                continue
        joined.append(piece)
        index += 1
    return joined


def _range(low: str, pieces: list[Piece], index: int) -> Piece | None:
    """Return the range from a piece to the one behind it, or None where they are two quantities."""
    first, second = pieces[index], pieces[index + 1]
    link = _LINK.fullmatch(low, first.end, second.start)
    if (
        link is None
        or "\n" in link.group()
        or first.kind == "multiple"
        or (first.bare and second.bare and not _both_large(first, second))
    ):
        return None
    if not (first.single and second.single and _same_unit(first, second)):
        return None
    before = _words_before(low, first.start)
    if first.bare and _is_date(low, first, before):
        return None
    value, upper = _low_bound(first, second), second.low
    if value < _THOUSAND and second.grouped and _thousands_left_out(low, first, second, link.group()):
        value = tidy(CONTEXT.multiply(value, _THOUSAND))
    if second.bare:
        if first.mark is not None and first.mark.minor and second.magnitude != 1:
            return None
        if second.magnitude == 1 and first.magnitude != 1 and second.low < _THOUSAND:
            upper = tidy(CONTEXT.multiply(second.low, first.magnitude))
    if value > upper or not _says_range(low, pieces, index, link.group().strip("- \n").split(" ")[0], before):
        return None
    unit_of = second if first.bare or not second.bare else first
    return attrs.evolve(
        second,
        start=first.start,
        low=value,
        high=upper,
        unit=unit_of.unit,
        times=unit_of.times,
        kind=unit_of.kind,
        mark=unit_of.mark or first.mark,
        per=second.per or first.per,
        ton_kind=unit_of.ton_kind,
        worded=first.worded,
        prefixed=first.prefixed,
    )


def _both_large(first: Piece, second: Piece) -> bool:
    """Return whether two bare numbers can be a range whose unit is understood: "guidance of 120,000 to 140,000"."""
    if second.magnitude >= _THOUSAND:
        return second.low < CONTEXT.multiply(_low_bound(first, second), _FAR_APART)
    return (
        (first.grouped == second.grouped)
        and first.magnitude == second.magnitude == 1
        and (first.grouped or first.low.as_tuple().exponent == _CENTS)
    )


def _words_before(low: str, at: int) -> list[str]:
    """Return the words of the clause before ``at``."""
    window = low[max(0, at - _BEFORE) : at]
    ends = [match.end() for match in _CLAUSE_END.finditer(window)]
    return window[ends[-1] if ends else 0 :].split()


def _is_date(low: str, first: Piece, before: list[str]) -> bool:
    """Return whether a bare number is a year, the end of one ("2024-25") or the day of a month."""
    written = low[first.start : first.end]
    if first.magnitude == 1 and (_YEAR.fullmatch(written) or _YEAR_BEFORE.search(low, max(0, first.start - 6), first.start)):
        return True
    return bool(before) and before[-1] in words("month") and written.isdigit() and int(written[:3]) <= _DAYS


def _same_unit(first: Piece, second: Piece) -> bool:
    """Return whether both numbers count the same, an unwritten unit taken from the other."""
    if first.bare:
        return not second.prefixed
    if second.bare:
        return first.prefixed or first.kind == "money"
    if first.kind != second.kind:
        return False
    return first.unit == second.unit or (first.kind == "money" and same_currency(first, second))


def same_currency(one: Piece, other: Piece) -> bool:
    """Return whether two amounts of money can be in one currency: the same mark, or "US$" and "$"."""
    if one.mark is None or other.mark is None:
        return one.unit == other.unit
    if one.mark.code is not None and other.mark.code is not None:
        return one.mark.code == other.mark.code
    if one.mark.code is None and other.mark.code is None:
        return one.mark.noun == other.mark.noun
    code, noun = (one.mark.code, other.mark.noun) if one.mark.code is not None else (other.mark.code, one.mark.noun)
    known = currency(code or "")
    return noun in known.nouns or noun in known.minors


def _low_bound(first: Piece, second: Piece) -> Decimal:
    """Return the value of the first number, in the second one's magnitude where it has none of its own."""
    if first.magnitude == 1 and second.magnitude != 1:
        scaled = tidy(CONTEXT.multiply(first.low, second.magnitude))
        if scaled <= second.low:
            return scaled
    return first.low


def _thousands_left_out(low: str, first: Piece, second: Piece, link: str) -> bool:
    """Return whether the first of two numbers joined by a dash leaves out its thousands: "660-700,000 tonnes"."""
    if link not in {"-", "–"} or not low[second.start : second.end].lstrip("$€£").startswith(tuple("123456789")):
        return False
    whole = first.magnitude == 1 and second.magnitude == 1 and first.low.as_tuple().exponent == 0
    return whole and 0 < CONTEXT.multiply(first.low, _THOUSAND) < second.low < CONTEXT.multiply(first.low, _FIVE_THOUSAND)


def _says_range(low: str, pieces: list[Piece], index: int, link: str, before: list[str]) -> bool:
    """Return whether the words before and between say one range rather than two values."""
    first, second = pieces[index], pieces[index + 1]
    lead = next((word for word in reversed(before) if word not in _FILLERS), "")
    if link in {"and", "or", "/"}:
        return _is_linked(first, second, link, lead)
    if not link or link == "–":
        return True
    if lead == "from":
        spread = tells_spread(before[-_SPREAD_WITHIN:]) or not tells_change(before)
        return spread or _goes_on_to_another(low, pieces, index)
    moved = moved_by(before)
    if not moved:
        return True
    twice = first.kind == "amount" and (first.magnitude != 1 or second.magnitude == 1)  # "by 10,000 t to 25,000 t"
    far = _FAR_APART if first.bare else _BY_TWICE if twice else _BY_TWO_OF
    if first.kind != "percent" and not first.bare and _TO_COME.isdisjoint(before):
        far = _BY_LITTLE  # "has fallen by $12 billion to $30 billion": what is done is known
    near = second.low < CONTEXT.multiply(_low_bound(first, second), far)
    ahead = first.kind == "percent" and tells_size(before)
    return near and (first.bare or ((moved == "by" or ahead) and not second.bare))


def _is_linked(first: Piece, second: Piece, link: str, lead: str) -> bool:
    """Return whether "and", "or" or a slash says one range: "between 5 and 6", "5 or 6 percent", "402/405 dlrs"."""
    if link == "and":
        return lead.strip('("') == "between" or (
            lead == "from" and first.bare and not second.bare and first.magnitude in {1, second.magnitude}
        )
    if link == "or":
        return first.bare and second.kind != "money"
    return second.low < CONTEXT.multiply(first.low, _QUOTED)


def _goes_on_to_another(low: str, pieces: list[Piece], index: int) -> bool:
    """Return whether a second range follows: "from 5 to 7 per cent to 3 to 5 per cent"."""
    if index + 3 >= len(pieces):
        return False
    second, third, fourth = pieces[index + 1 : index + 4]
    links = low[second.end : third.start].strip(), low[third.end : fourth.start].strip()
    return links[0] == "to" and links[1] in {"to", "-", "–"}
