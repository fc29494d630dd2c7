"""Records as JSON, with every ``Decimal`` as a JSON number of the same digits; no float on the way out or in."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from mineralclaims.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# written as \uXXXX: lone surrogates, which have no UTF-8 form, and what else ends a line for str.splitlines()
_TO_ESCAPE = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")


def dumps(value: object) -> str:
    """Return a record, or any value that records hold, as JSON on one line."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return _TO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
    if isinstance(value, dict):
        return f"{{{', '.join(f'{dumps(key)}: {dumps(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(dumps, value))}]"
    return json.dumps(value)


def to_json(records: Iterable[Mapping[str, object]]) -> str:
    """Return records as a JSON array, one record a line."""
    lines = ",\n ".join(map(dumps, records))
    return f"[{lines}]"


def to_jsonl(records: Iterable[Mapping[str, object]]) -> str:
    """Return records as JSON Lines, each line ended; nothing for no records."""
    return "".join(f"{dumps(record)}\n" for record in records)


def loads(document: str) -> Any:  # noqa: ANN401 - JSON is any value
    """Return a JSON value with all its numbers as ``Decimal``.

    Raises:
        RecordError: the document is not JSON.
    """
    try:
        return json.loads(document, parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse_constant)
    except (ValueError, ArithmeticError, RecursionError) as error:  # ArithmeticError: an exponent out of range
        raise RecordError(f"not JSON: {error}") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
