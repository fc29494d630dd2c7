"""What all claims have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import attrs

if TYPE_CHECKING:
    from mineralclaims.claims.explanation import Explainable, Explanation
    from mineralclaims.normalize.dates import PartialDate
    from mineralclaims.output.records import Record
    from mineralclaims.quantities.model import Quantity
    from mineralclaims.spans import Mention, Span


class Modality(StrEnum):
    """How a claim is put forward, strongest first."""

    REJECTED = "rejected"
    CONDITIONAL = "conditional"
    PROPOSED = "proposed"
    FORECAST = "forecast"
    ESTIMATED = "estimated"
    ASSERTED = "asserted"


@attrs.frozen(kw_only=True, repr=False)
class Claim:
    """One number (or one range) with a unit, said of something.

    Attributes:
        span: where the quantity expression stands.
        text: the expression, verbatim.
        sentence: where its sentence stands.
        quantity: bounds, unit, approximation, denominator.
        commodity: canonical names joined with ``"; "``, or None.
        subject: who or what has the quantity; each type has its own word for it.
        object: what it is in, of or for, where the type has such a part.
        aspect: the guide's aspect; each type has its own word for it.
        attribution: the source that the text names, or None where the writer says it.
        modality: asserted, estimated, forecast, proposed, conditional or rejected.
        date: the date or period that the number holds for.
        category: reserve category in CRIRSCO or PRMS terms, as stated.
        basis: what an amount counts: ore, contained, oxide …
        entry_ids: the ids of the entries of an own vocabulary that were matched, each with its field; see ``ids``.
    """

    type: ClassVar[str] = ""
    aspects: ClassVar[tuple[str, ...]] = ()

    span: Span
    text: str
    sentence: Span
    quantity: Quantity
    commodity: str | None = None
    subject: Mention | None = None
    object: Mention | None = None
    aspect: str | None = None
    attribution: Mention | None = None
    modality: Modality = Modality.ASSERTED
    date: PartialDate | None = None
    category: str | None = None
    basis: str | None = None
    entry_ids: tuple[tuple[str, str], ...] = ()
    explanation: Explainable | None = attrs.field(default=None, eq=False, hash=False)

    @property
    def ids(self) -> dict[str, str]:
        """Return the ids of own entries by field: subject, object, attribution, commodity, unit."""
        return dict(self.entry_ids)

    def explain(self) -> Explanation:
        """Return which rules and cue words decided the type and each field."""
        from mineralclaims.claims.explanation import Explanation  # noqa: PLC0415 - only when asked

        return self.explanation.explain() if self.explanation is not None else Explanation(())

    def to_dict(self) -> Record:
        """Return the flat record of the guide; its numbers are ``Decimal``, its spans ``[start, end]``."""
        from mineralclaims.output.records import claim_to_dict  # noqa: PLC0415 - output builds on claims

        return claim_to_dict(self)

    def __repr__(self) -> str:
        """Return what a person wants to know, in one line."""
        parts = [f"{self.text!r}", str(self.quantity)]
        parts += [str(part) for part in (self.commodity, self.aspect) if part]
        parts += [f"{role}={part.text!r}" for role, part in self.parts() if part is not None]
        if self.modality is not Modality.ASSERTED:
            parts.append(self.modality.value)
        if self.date is not None:
            parts.append(str(self.date))
        return f"<{type(self).__name__} {', '.join(parts)}>"

    def parts(self) -> tuple[tuple[str, Mention | None], ...]:
        """Return the text parts with their names: subject, object, attribution."""
        return (("subject", self.subject), ("object", self.object), ("attribution", self.attribution))
