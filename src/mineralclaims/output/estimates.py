"""Several estimates of one thing: claims of one type about the same subject and commodity, in one unit, by source and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.errors import UnitError
from mineralclaims.normalize.currencies import is_currency
from mineralclaims.normalize.units import convert, parse_unit
from mineralclaims.spans import Mention

_TYPES = frozenset(claim_type.type for claim_type in CLAIM_TYPES) - {"change"}
"""A change has no thing that several sources could measure again."""
_ARTICLES = ("the ", "a ", "an ")


@attrs.frozen
class Estimate:
    """One claim as an interval in the unit of its group.

    Attributes:
        low: the lower bound, None where the text says none.
        high: the upper bound, None where the text says none.
        source: who says it: the source that the text names, else the name of the document, else ``the text``.
        document: the name of the document, "" where there is one only.
        claim: the claim itself.
    """

    low: Decimal | None
    high: Decimal | None
    source: str
    document: str
    claim: Claim

    @property
    def date(self) -> str:
        """Return the period that the number holds for, "" where the text settles none."""
        return "" if self.claim.date is None else str(self.claim.date)


@attrs.frozen
class Estimates(Sequence[Estimate]):
    """What several claims say of one thing, by date and then by source.

    Attributes:
        type: the type of the claims.
        thing: what they are about, in words.
        unit: the unit of all bounds.
        per: the denominator of a rate, or None.
        estimates: the estimates.
    """

    type: str
    thing: str
    unit: str
    per: str | None
    estimates: tuple[Estimate, ...]

    def __getitem__(self, index: int | slice) -> Estimate | Sequence[Estimate]:  # type: ignore[override]
        """Return one estimate, or several."""
        return self.estimates[index]

    def __len__(self) -> int:
        """Return how many estimates there are."""
        return len(self.estimates)

    def __iter__(self) -> Iterator[Estimate]:
        """Go through the estimates by date and source."""
        return iter(self.estimates)

    def __repr__(self) -> str:
        """Return what is estimated and how often."""
        return f"<Estimates {self.thing}: {len(self)} in {self.unit}{f' per {self.per}' if self.per else ''}>"

    def to_svg(self) -> str:
        """Return a drawing with a bar for each estimate, as an SVG file of its own; light or dark as the reader's system."""
        from mineralclaims.output.intervals import to_svg  # noqa: PLC0415 - the drawing builds on the estimates

        return to_svg(self, alone=True)

    def _repr_html_(self) -> str:
        from mineralclaims.output.html import division  # noqa: PLC0415 - the page builds on the estimates
        from mineralclaims.output.intervals import to_svg  # noqa: PLC0415

        return division(to_svg(self))


def group_estimates(documents: Iterable[tuple[str, Iterable[Claim]]]) -> list[Estimates]:
    """Return the things of which there are several different estimates, those with the most first.

    Claims are about one thing when type, aspect, commodity, subject, object, category, basis and denominator are the same (of
    subject and object the id of an own vocabulary, where they have one) and their units convert into one another. What one source says twice with the same bounds and date counts once.

    Args:
        documents: pairs of a document's name, "" where there is one only, and its claims.
    """
    groups: dict[tuple[object, ...], list[tuple[str, Claim]]] = {}
    for name, claims in documents:
        for claim in claims:
            if claim.type in _TYPES and claim.subject is not None:
                groups.setdefault(_thing(claim), []).append((name, claim))
    found = [_group(members) for members in groups.values() if len(members) > 1]
    differing = (group for group in found if len({(each.low, each.high) for each in group}) > 1)
    return sorted(differing, key=lambda group: -len(group))


def _thing(claim: Claim) -> tuple[object, ...]:
    quantity, ids = claim.quantity, claim.ids
    names = (ids.get("subject") or _key(claim.subject), ids.get("object") or _key(claim.object))
    dimension = _dimension(quantity.unit)
    return (claim.type, claim.aspect, claim.commodity, *names, claim.category, claim.basis, dimension, quantity.per)


def _key(part: Mention | None) -> str:
    """Return words in a form in which the same name is the same."""
    words = "" if part is None else " ".join(part.text.casefold().split())
    return next((words.removeprefix(article) for article in _ARTICLES if words.startswith(article)), words)


@lru_cache(maxsize=256)
def _dimension(unit: str) -> str:
    """Return what a unit measures; a currency, or a unit without an exact factor, only itself."""
    if is_currency(unit):
        return unit
    try:
        known = parse_unit(unit)
    except UnitError:
        return unit
    return unit if known.factor is None else known.dimension


def _group(members: Sequence[tuple[str, Claim]]) -> Estimates:
    first = members[0][1]
    unit = first.quantity.unit
    seen: dict[tuple[object, ...], Estimate] = {}
    for name, claim in members:
        low, high = (_in(bound, claim.quantity.unit, unit) for bound in (claim.quantity.low, claim.quantity.high))
        source = claim.attribution.text if claim.attribution is not None else name or "the text"
        estimate = Estimate(low, high, source, name, claim)
        seen.setdefault((low, high, _key(claim.attribution) or source, estimate.date), estimate)
    ordered = sorted(seen.values(), key=lambda estimate: (estimate.date, estimate.source.casefold()))
    return Estimates(first.type, _named(first), unit, first.quantity.per, tuple(ordered))


def _in(bound: Decimal | None, unit: str, wanted: str) -> Decimal | None:
    return bound if bound is None or unit == wanted else convert(bound, unit, wanted)


def _named(claim: Claim) -> str:
    """Return the thing in words: "Ostravia: lithium, reserves"."""
    said = [claim.commodity, claim.aspect or claim.type, claim.category, claim.basis]
    words = ", ".join(part for part in said if part)
    return f"{claim.subject}: {words}{f' ({claim.object})' if claim.object is not None else ''}"
