"""The claims of one text, in its order, with the text that they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.errors import RecordError
from mineralclaims.output import html, json_lines, reading, records, tables

if TYPE_CHECKING:
    import os

    import pandas as pd
    import polars as pl
    import pyarrow as pa


def _as_tuple(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claims)


@attrs.frozen(repr=False)
class Claims(Sequence[Claim]):
    """An immutable sequence of claims that knows its text.

    Attributes:
        claims: the claims, in the order of the text.
        text: the text that their spans count in.
        published: the day of the text that relative dates were resolved against, or None.
    """

    claims: tuple[Claim, ...] = attrs.field(converter=_as_tuple)
    text: str
    published: date | None = None

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Claims: ...
    def __getitem__(self, index: int | slice) -> Claim | Claims:
        """Return one claim, or several with the same text."""
        return attrs.evolve(self, claims=self.claims[index]) if isinstance(index, slice) else self.claims[index]

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self.claims)

    def __iter__(self) -> Iterator[Claim]:
        """Go through the claims in the order of the text."""
        return iter(self.claims)

    def __repr__(self) -> str:
        """Return how many claims of each type there are."""
        counts = Counter(claim.type for claim in self.claims)
        named = ", ".join(f"{counts[each.type]} {each.type}" for each in CLAIM_TYPES if counts[each.type])
        return f"<Claims {len(self)}{f': {named}' if named else ''}>"

    def of(self, *types: type[Claim]) -> Claims:
        """Return the claims of these types, such as ``of(ReserveEstimate, OreGrade)``.

        Raises:
            TypeError: an argument is not a claim class.
        """
        for each in types:
            if not (isinstance(each, type) and issubclass(each, Claim)):
                raise TypeError(f"Claims.of wants claim classes such as ReserveEstimate, not {each!r}")
        return attrs.evolve(self, claims=tuple(claim for claim in self.claims if isinstance(claim, types)))

    def to_dicts(self) -> list[records.Record]:
        """Return the flat record of each claim; its numbers are ``Decimal``."""
        return [records.claim_to_dict(claim) for claim in self.claims]

    def to_json(self) -> str:
        """Return the records as a JSON array; a ``Decimal`` is a JSON number of the same digits."""
        return json_lines.to_json(self.to_dicts())

    def to_jsonl(self) -> str:
        """Return the records as JSON Lines."""
        return json_lines.to_jsonl(self.to_dicts())

    def to_arrow(self) -> pa.Table:
        """Return an Arrow table with a row for each claim, in the schema of ``mineralclaims.arrow`` (extra ``arrow``)."""
        return tables.to_arrow(self.to_dicts())

    def to_pandas(self) -> pd.DataFrame:
        """Return the Arrow table as a pandas frame; bounds are ``Decimal`` (extra ``pandas``)."""
        return tables.to_pandas(self.to_dicts())

    def to_polars(self) -> pl.DataFrame:
        """Return the Arrow table as a Polars frame; bounds are ``Decimal(38, 12)`` (extra ``polars``)."""
        return tables.to_polars(self.to_dicts())

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """Return a page with the text, its claims marked, a filter, a table and the estimates that disagree.

        The page is one file that needs no network and runs no script; ``mineralclaims.report.to_html`` writes several
        documents with an index.

        Args:
            path: where to write the page too, in UTF-8.
        """
        page = html.page({"": html.Document(self.text, self.claims, self.published)}, "Claims")
        if path is not None:
            Path(path).write_text(page, encoding="utf-8")
        return page

    def _repr_html_(self) -> str:
        return html.fragment(self.text, self.claims)

    @classmethod
    def from_dicts(cls, dicts: Iterable[Mapping[str, Any]], text: str, *, published: date | None = None) -> Claims:
        """Return the claims that records of ``to_dicts`` stand for.

        Args:
            dicts: the records.
            text: the text that they were extracted from.
            published: the day of the text.

        Raises:
            RecordError: a record does not read back, or its words do not stand at its span of this text.
        """
        claims = cls(tuple(map(reading.claim_from_dict, dicts)), text, published)
        for claim in claims:
            parts = [part for _, part in claim.parts() if part is not None]
            for words, span in [(claim.text, claim.span), *((part.text, part.span) for part in parts)]:
                if span.of(text) != words:
                    raise RecordError(f"the text has {span.of(text)!r} at {span.start}:{span.end}, not {words!r}")
        return claims

    @classmethod
    def from_json(cls, document: str, text: str, *, published: date | None = None) -> Claims:
        """Return the claims that ``to_json`` has written; arguments and errors as for ``from_dicts``."""
        dicts = json_lines.loads(document)
        if not isinstance(dicts, list):
            raise RecordError(f"the JSON is no array of records but {str(dicts)[:60]!r}")
        return cls.from_dicts(dicts, text, published=published)
