"""A flat record back to a claim: every value is checked, and the error names the one that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn, get_args

from mineralclaims.claims.base import Claim, Modality
from mineralclaims.claims.types import BY_NAME
from mineralclaims.errors import DateError, RecordError
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.output.records import IDS, RECORD_KEYS
from mineralclaims.quantities.model import Quantity, TonKind
from mineralclaims.spans import Mention, Span

_MOST_DIGITS = 100  # before and after the point: more would make an expanded number fill the memory


def claim_from_dict(record: Mapping[str, Any]) -> Claim:
    """Return the claim that a record of ``Claim.to_dict`` stands for, equal to the one that was written.

    Args:
        record: all keys of the record; other keys, such as the ``path`` of the command line, are left aside.

    Raises:
        RecordError: a key is missing or a value is not accepted; the message names both.
    """
    if not isinstance(record, Mapping):
        raise RecordError(f"a record is a mapping of keys to values, not {_shown(record)}")
    missing = [key for key in RECORD_KEYS if key not in record]
    if missing:
        raise RecordError(f"the record lacks {', '.join(missing)}")
    claim_type = BY_NAME.get(_words(record, "type"))
    if claim_type is None:
        _refuse(record, "type", f"one of {', '.join(BY_NAME)}")
    if record["aspect"] not in (None, *claim_type.aspects):
        _refuse(record, "aspect", f"null{''.join(f', {aspect}' for aspect in claim_type.aspects)}")
    place = _mention(record, "text", Span(_offset(record, "start"), _offset(record, "end")))
    return claim_type(
        span=place.span,
        text=place.text,
        sentence=_span(record, "sentence_span"),
        quantity=_quantity(record),
        commodity=_words_or_none(record, "commodity"),
        subject=_part(record, "subject"),
        object=_part(record, "object"),
        aspect=record["aspect"],
        attribution=_part(record, "attribution"),
        modality=_modality(record),
        date=_date(record),
        category=_words_or_none(record, "category"),
        basis=_words_or_none(record, "basis"),
        entry_ids=_ids(record),
    )


def _ids(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    ids = record.get(IDS, {})
    if isinstance(ids, Mapping) and all(isinstance(word, str) for item in ids.items() for word in item):
        return tuple(ids.items())
    return _refuse(record, IDS, "a mapping of fields to ids")


def _refuse(record: Mapping[str, Any], key: str, wanted: str) -> NoReturn:
    raise RecordError(f"{key} is {_shown(record[key])}, but must be {wanted}")


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}..."


def _words(record: Mapping[str, Any], key: str) -> str:
    value = record[key]
    return value if isinstance(value, str) else _refuse(record, key, "a string")


def _words_or_none(record: Mapping[str, Any], key: str) -> str | None:
    return None if record[key] is None else _words(record, key)


def _quantity(record: Mapping[str, Any]) -> Quantity:
    low, high = _number(record, "low"), _number(record, "high")
    if low is None and high is None:
        _refuse(record, "low", "a number where high is null")
    if not isinstance(record["approximate"], bool):
        _refuse(record, "approximate", "true or false")
    if record["ton_kind"] not in (None, *get_args(TonKind)):
        _refuse(record, "ton_kind", f"null, {', '.join(get_args(TonKind))}")
    return Quantity(
        low=low,
        high=high,
        unit=_words(record, "unit"),
        approximate=record["approximate"],
        per=_words_or_none(record, "per"),
        ton_kind=record["ton_kind"],
    )


def _number(record: Mapping[str, Any], key: str) -> Decimal | None:
    value = record[key]
    if value is None:
        return None
    number = _as_number(value)
    if number is None:
        wanted = f"null, a Decimal or an int of at most {_MOST_DIGITS} digits; read JSON with parse_float=Decimal"
        _refuse(record, key, wanted)
    return number


def _as_number(value: object) -> Decimal | None:
    """Return a finite number of sensible size as a ``Decimal``, anything else as None."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return None
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_MOST_DIGITS or number.adjusted() > _MOST_DIGITS:
        return None
    return number


def _as_offset(value: object) -> int | None:
    """Return a non-negative whole number as an ``int``, anything else as None."""
    number = _as_number(value)
    return int(number) if number is not None and number >= 0 and number == int(number) else None


def _offset(record: Mapping[str, Any], key: str) -> int:
    offset = _as_offset(record[key])
    return offset if offset is not None else _refuse(record, key, "an offset in code points")


def _span(record: Mapping[str, Any], key: str) -> Span:
    value = record[key]
    if isinstance(value, list | tuple) and len(value) == 2:
        start, end = map(_as_offset, value)
        if start is not None and end is not None and start <= end:
            return Span(start, end)
    _refuse(record, key, "[start, end]")


def _part(record: Mapping[str, Any], name: str) -> Mention | None:
    if record[name] is None and record[f"{name}_span"] is None:
        return None
    return _mention(record, name, _span(record, f"{name}_span"))


def _mention(record: Mapping[str, Any], key: str, span: Span) -> Mention:
    words = _words(record, key)
    if span.end - span.start != len(words):
        _refuse(record, key, f"the {span.end - span.start} code points from {span.start} to {span.end}")
    return Mention(words, span)


def _modality(record: Mapping[str, Any]) -> Modality:
    try:
        return Modality(record["modality"])
    except ValueError:
        _refuse(record, "modality", f"one of {', '.join(Modality)}")


def _date(record: Mapping[str, Any]) -> PartialDate | None:
    words = _words_or_none(record, "date")
    if words is None:
        return None
    try:
        return PartialDate.parse(words)
    except DateError as error:
        raise RecordError(f"date is {_shown(words)}: {error}") from None
