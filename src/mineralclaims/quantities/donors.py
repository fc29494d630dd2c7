"""Whose unit a bare number shares: one rule, one function, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.cases import NEAR, Case, comparable, said_once
from mineralclaims.quantities.elision_signs import Following, is_label
from mineralclaims.quantities.pieces import Piece

_LIST_LINK = re.compile(r"\s*,\s+|\s+(?:and|or)\s+|,\s+(?:and|or)\s+")
_LAST_LINK = re.compile(r"\s+(?:and|or|to)\s+|,? (?:and|then)(?: finally| then| eventually| later)? |/")
_TO_NEXT = re.compile(
    r"\s*(?:in [0-9]{4}\s*|,?\s*)?(?:from|to|and|versus|vs\.?|against|compared with|or|up from|down from)\s+"
    r"(?:(?:the|a|an|its|about|around|nearly|almost|over|previous|earlier|estimated|revised|current|record|some|just"
    r"|only|projected)\s+){0,3}"
)
_OF_THE = re.compile(r"\s+(?:out )?of\s+(?:the|its|a total|some)\s+(?:[a-z]+\s+)?")
_OF_TOTAL = re.compile(r"(?:\A|[.;]) ?of (?:the|its|a total of|some|these) \Z")
_OF_TOTAL_WITHIN = 16
_SAYS_PERCENT = re.compile(r"p(?:er ?cent|ct|oint)")
_BRACKET_CLOSES = re.compile(r"\)|\s+(?:a year|in|last|previously|vs|versus|the)\b")
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}\Z|0[0-9]")
_AGAINST = frozenset({"from", "against", "versus", "vs", "vs."})
_COMPARISONS = _AGAINST | {"than", "to", "compared", "at", "by"}
_COMPARED_WITH = _AGAINST | {"than", "with", "offered", "touching"}
_PER_GOODS = re.compile(
    r"(?: (?:an?|per) |/)(?:(?:metric |short |long )?ton(?:ne)?|barrel|bbl|pound|lb|ounce|oz|kilo|kg|litre|gallon|share)(?![a-z])"
)
_SAME_PREPOSITION = re.compile(
    r" (in|on|for|at|against) [^.;:()0-9]{2,40}? (?:and|but|while) (?:(?:about|only|just|another|a further|by|fell|rose|lost|gained) )?"
)
_LISTED_YEAR = re.compile(r"\bin (?:[a-z]+ )?[0-9]{4}(?:,|,? and) (?:(?:an?|mere|only|just|about|nearly|some|over|around) ){0,2}\Z")
_LETTERS_AFTER = _COMPARED_WITH | {"compared", "to", "after"}
_OF_ANOTHER = re.compile(r"\b(?:against|than|versus|vs|from) (?:the )?[a-z-]+(?: [a-z-]+)?'s \Z")
_RISING_TO = re.compile(
    r"\b(?:rising|increasing|growing|expanding|climbing|ramping up|falling|dropping|declining|shrinking|doubling) to (?:(?:about|some|nearly|around|over|just) )?\Z"
)
_LISTED_PLACE = re.compile(
    r"(?: of [a-z][a-z -]{1,24}?)? (to|from|in|for|by|via) (?:[a-z][a-z.'-]*)(?: [a-z][a-z.'-]*){0,2},? (?:and )?(?:(?:about|some|nearly|around|another) )?\Z"
)
_NEARER, _LINK_AT_MOST, _LIST_LINK_AT_MOST = NEAR // 2, 40, 8
_THREE, _FIVE, _TEN, _FORTY, _HUNDRED, _THOUSAND = Decimal(3), Decimal(5), Decimal(10), Decimal(40), Decimal(100), Decimal(1000)


def donor_of(case: Case) -> Piece | None:
    """Return the quantity whose unit the bare number shares, None where it is no quantity."""
    bare, around = case.bare, case.around
    if not (around.amounts or around.percent or around.behind or around.earlier):
        return None
    moved_by = bare.grouped and case.low.endswith(" by ", 0, bare.start)
    if bare.magnitude == 1 and not moved_by and (_YEAR.match(case.written) or is_label(case.low, bare.start)):
        by = case.low.endswith(" by ", 0, bare.start) and not _YEAR.match(case.written)
        return _list_member(case) if by and not bare.lettered else None  # "rose by 80 and 96 cents"
    rules = _RULES_FOR_LETTERS if bare.lettered else _RULES
    donor = next((donor for rule in rules if (donor := rule(case)) is not None), None)
    return donor if donor is None or donor.lettered or not bare.lettered else None


def _list_member(case: Case) -> Piece | None:
    """The last of a list has the unit of all: "10, 20 and 30 per cent"."""
    low, bare, behind, following = case.low, case.bare, case.around.behind, case.around.next_number
    if behind is None or following is None or following.start - bare.end > _LIST_LINK_AT_MOST:
        return None
    if behind.prefixed or behind.worded != bare.worded or low.startswith("between ", max(0, bare.start - 8)):
        return None
    if behind.kind == "percent" and behind.worded and not _SAYS_PERCENT.search(low, behind.start, behind.end):
        return None
    if following is behind:
        last = _LAST_LINK.fullmatch(low, bare.end, behind.start) and behind.kind != "multiple"
        return behind if last and comparable(bare, behind, _HUNDRED) else None
    near = behind.start - bare.end < 3 * _LIST_LINK_AT_MOST
    return behind if near and _LIST_LINK.fullmatch(low, bare.end, following.start) else None


def _with_letter(case: Case) -> Piece | None:
    """A number with a letter for its magnitude is compared with one like it: "8.2m tonnes, against 7.9m"."""
    signs = case.signs
    listed = _LISTED_YEAR.search(case.low, max(0, case.bare.start - _LINK_AT_MOST), case.bare.start)
    owned = _OF_ANOTHER.search(case.low, max(0, case.bare.start - _LINK_AT_MOST), case.bare.start)
    if case.counts_a_noun or not (listed or owned or signs.lead in _LETTERS_AFTER or case.written[0] in "+-"):
        return None
    return case.first(_FORTY if case.decimal else _FIVE, donors=[amount for amount in case.primary if amount.lettered])


def _with_letters(case: Case) -> Piece | None:
    """A number of billions in letters that counts no noun is money like the one before, whose currency is a word: "1.7bn euros … 1.9bn"."""
    if case.counts_a_noun or case.signs.counted or not case.written.endswith(("bn", "tn")):
        return None
    known = [*case.primary, *([case.around.earlier] if case.around.earlier is not None else [])]
    donor = known[0] if known else None
    if donor is None or donor.kind != "money" or not donor.lettered or donor.prefixed:
        return None
    return donor if comparable(case.bare, donor, _HUNDRED) else None


def _bracketed(case: Case) -> Piece | None:
    """A bracket holds the counterpart of an amount: "505,000 tonnes (504,000)", "Mexico (61 million)", "$2.4bn (2.1)"."""
    bare = case.bare
    if case.signs.lead != "(" or bare.low < 1 or not _BRACKET_CLOSES.match(case.low, bare.end):
        return None
    beside = case.beside
    if beside is not None and (case.decimal or bare.low >= _TEN) and said_once(bare, beside):
        return beside
    precise = case.large or case.decimal
    donor = case.first(_HUNDRED if precise else _FIVE)
    right_before = donor is not None and case.low[donor.end : bare.start].strip() == "("
    return donor if right_before or precise else None


def _part_of_total(case: Case) -> Piece | None:
    """A part is said of a total with its unit: "280 million of the 1.5 billion shekels"."""
    bare, behind = case.bare, case.around.behind
    if not case.large or case.signs.lead == "(":
        return None
    total = case.around.amounts[-1] if case.around.amounts else None
    if total is not None and _OF_TOTAL.search(case.low, max(0, total.start - _OF_TOTAL_WITHIN), total.start):
        part = case.signs.follows in {Following.NO_NOUN, Following.A_STOP} and bare.high < total.high
        return total if part and comparable(bare, total, _THOUSAND) else None
    if behind is None:
        return None
    of_the = _OF_THE.fullmatch(case.low, bare.end, behind.start)
    return behind if of_the and comparable(bare, behind, _THOUSAND) else None


def _compared_with_next(case: Case) -> Piece | None:
    """A word of comparison joins the number with the next: "lowered to 4.5 from six pct"."""
    bare, behind = case.bare, case.around.behind
    if behind is None or behind.kind == "multiple" or behind.start - bare.end > _LINK_AT_MOST or case.counts_a_noun:
        return None
    if case.signs.lead not in _COMPARISONS or not _TO_NEXT.fullmatch(case.low, bare.end, behind.start):
        return None
    if behind.kind == "percent":
        return behind if bare.magnitude == 1 and bare.low < _THOUSAND else None
    return behind if not behind.prefixed or case.large or case.decimal or bare.worded else None


def _of_them(case: Case) -> Piece | None:
    """The number is a part of an amount before: "700,000 of them"."""
    return case.first(_THOUSAND) if case.large and case.signs.follows == Following.OF_THEM else None


def _with_magnitude(case: Case) -> Piece | None:
    """A number such as "41 million" that counts nothing itself goes on from the amount before, or leads to the next."""
    bare, around = case.bare, case.around
    if bare.magnitude == 1 or case.signs.counted or case.counts_a_noun:
        return None
    known = case.primary
    if known and case.low[known[0].end : bare.start] == " to " and known[0].grouped and comparable(bare, known[0], _THOUSAND):
        return known[0]
    same = [amount for amount in known if CONTEXT.divide(amount.magnitude, amount.times) == bare.magnitude]
    if (donor := case.first(_THOUSAND, donors=same or known)) is not None:
        return donor
    earlier, money, behind = around.earlier, around.money, around.behind
    if earlier is not None and _is_large(earlier) and comparable(bare, earlier, _HUNDRED):
        return earlier
    if money is not None and money.magnitude == bare.magnitude and comparable(bare, money, _FIVE):
        return money  # "a surplus of $2 billion. It made 4 million tons. In May the surplus was 1.9 billion"
    if behind is None or behind.kind not in {"amount", "money"} or behind.magnitude == 1:
        return None
    return behind if behind.start - bare.end <= _NEARER and comparable(bare, behind, _HUNDRED) else None


def _parallel_amount(case: Case) -> Piece | None:
    """A number with set-off thousands goes on from an amount: "Norway with 640,000", "to 1,200 tonnes from 900"."""
    bare, around, signs = case.bare, case.around, case.signs
    if not bare.grouped or not signs.leads or case.counts_a_noun or case.after_percent:
        return None
    donor = case.first(_HUNDRED, donors=[amount for amount in around.amounts if _is_large(amount)])
    behind = around.behind
    if donor is not None or behind is None or behind.kind != "amount" or not behind.grouped:
        return donor
    near = behind.start - bare.end <= _LINK_AT_MOST and signs.follows == Following.A_STOP
    return behind if near and comparable(bare, behind, _HUNDRED) else None


def _rising_to(case: Case) -> Piece | None:
    """An amount is to become a number: "200 tons a year, rising to 400 by March"."""
    donor = case.around.amounts[0] if case.around.amounts else None
    if (
        donor is None
        or case.counts_a_noun
        or not _RISING_TO.search(case.low, max(donor.end, case.bare.start - _LINK_AT_MOST), case.bare.start)
    ):
        return None
    return donor if comparable(case.bare, donor, _TEN) else None


def _listed_by_place(case: Case) -> Piece | None:
    """A list of amounts by where they go: "40,000 tonnes to Spain, 30,000 to Italy and 20,000 to Greece"."""
    donor, bare = (case.around.amounts[0] if case.around.amounts else None), case.bare
    if donor is None or not case.large or donor.kind != "amount" or bare.start - donor.end > _NEARER:
        return None
    place = _LISTED_PLACE.fullmatch(case.low, donor.end, bare.start)
    if place is None or not case.low.startswith(f" {place.group(1)} ", bare.end):
        return None
    return donor if comparable(bare, donor, _HUNDRED) else None


def _level_of(case: Case) -> Piece | None:
    """An amount is followed by the level that it led to: "lead fell 700 tonnes to 24,500"."""
    bare, donor = case.bare, next(iter(case.around.amounts), None)
    if donor is None or donor.kind != "amount" or not bare.grouped or case.low[donor.end : bare.start] != " to " or donor.per:
        return None
    return donor if case.signs.follows == Following.A_STOP and comparable(bare, donor, _THOUSAND) and bare.low > donor.low else None


def _moved_to(case: Case) -> Piece | None:
    """A move in money led to a level, or a level was reached by a move: "seven stg to 402", "36.25 dlrs, up 1.75"."""
    amounts, bare = case.around.amounts, case.bare
    if not amounts or bare.magnitude != 1 or bare.worded or case.counts_a_noun or case.after_percent:
        return None
    if amounts[0].kind != "money" or amounts[0].magnitude != 1:
        return None
    between = case.low[amounts[0].end : bare.start]
    return amounts[0] if between == " to " or (between in {", up ", ", down "} and case.decimal) else None


def _compared_amount(case: Case) -> Piece | None:
    """A number of the same order is compared with an amount before: "499 stg a tonne against 489.50"."""
    bare, signs = case.bare, case.signs
    if bare.magnitude != 1 or case.counts_a_noun or case.after_percent:
        return None
    donor = case.first(_THREE, within=_NEARER)
    if donor is None:
        return None
    if signs.lead in {"at", "to"} and signs.follows == Following.A_STOP and donor.kind == "money":
        return donor
    compared = signs.lead in _COMPARED_WITH and (case.decimal or bare.grouped or bare.worded == donor.worded)
    return donor if compared or (case.decimal and signs.leads) else None


def _priced(case: Case) -> Piece | None:
    """A number per unit of goods is a price after other prices: "lead at $1.02 a pound and bismuth at 3.20 a pound"."""
    bare = case.bare
    if bare.magnitude != 1 or bare.worded or not _PER_GOODS.match(case.low, bare.end):
        return None
    donor = case.around.amounts[0] if case.around.amounts else None
    return donor if donor is not None and donor.kind == "money" and donor.magnitude <= 1 else None


def _sentence_before(case: Case) -> Piece | None:
    """A large number goes on from the sentence before: "… tonnes. Last year it mined 712,000."."""
    bare, around, signs, earlier = case.bare, case.around, case.signs, case.around.earlier
    if around.amounts or earlier is None or earlier.kind != "amount" or not bare.grouped or case.after_percent:
        return None
    alone = signs.leads == "word" and signs.follows == Following.A_STOP and not signs.counted
    return earlier if alone and _is_large(earlier) and comparable(bare, earlier, _THREE) else None


def _parallel_percent(case: Case) -> Piece | None:
    """A small number goes on from a percentage: "7.2 pct from 6.8", "Europe 26 and Japan 15 pct"."""
    bare, percent, signs = case.bare, case.around.percent, case.signs
    if percent is None or bare.start - percent.end > _NEARER or bare.low > _HUNDRED or case.large:
        return None
    if case.counts_a_noun:
        return None
    if case.around.amounts and case.around.amounts[0].start > percent.start:
        return None
    if signs.lead in _AGAINST or (signs.lead == "with" and "compared with" in case.low[percent.end : bare.start]):
        return percent if comparable(bare, percent, _HUNDRED) else None
    if case.decimal and comparable(bare, percent, _FORTY):
        pair = _SAME_PREPOSITION.fullmatch(case.low, percent.end, bare.start)
        if pair is not None and case.low.startswith(f" {pair.group(1)} ", bare.end):
            return percent
    if signs.follows != Following.A_STOP:
        return None
    behind = case.around.behind
    listed = behind is not None and behind.kind == "percent" and behind.start - bare.end < _NEARER
    by_decimal = signs.lead in {"by", "with"} and case.decimal and comparable(bare, percent, _FIVE)
    named = signs.leads == "name" and (case.decimal or comparable(bare, percent, _FORTY))
    return percent if by_decimal or named or (listed and signs.lead in {"for", "with"}) else None


def _is_large(piece: Piece) -> bool:
    """Return whether an amount has a magnitude, or thousands that are set off."""
    return piece.grouped or piece.magnitude >= _THOUSAND


_RULES: tuple[Callable[[Case], Piece | None], ...] = (
    _list_member,
    _bracketed,
    _part_of_total,
    _compared_with_next,
    _of_them,
    _with_magnitude,
    _parallel_amount,
    _listed_by_place,
    _rising_to,
    _level_of,
    _moved_to,
    _compared_amount,
    _priced,
    _sentence_before,
    _parallel_percent,
)
_RULES_FOR_LETTERS = (_list_member, _bracketed, _compared_with_next, _with_letter, _with_letters)
