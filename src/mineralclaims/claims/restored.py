"""What was found in a text without its entities, with places in the text as it was given."""

from __future__ import annotations

from typing import overload

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.claims.explanation import Explainable, Explanation
from mineralclaims.spans import Mention, Span
from mineralclaims.text.entities import Decoded


@attrs.frozen
class Given:
    """The text as it was given, and what it is without entities.

    Attributes:
        text: the text as it was given.
        plain: the same without entities.
    """

    text: str
    plain: Decoded

    def span(self, span: Span) -> Span:
        """Return the place of a span."""
        return Span(self.plain.source(span.start), self.plain.source(span.end))

    @overload
    def mention(self, mention: Mention) -> Mention: ...
    @overload
    def mention(self, mention: None) -> None: ...
    def mention(self, mention: Mention | None) -> Mention | None:
        """Return a piece of the text."""
        if mention is None:
            return None
        span = self.span(mention.span)
        return Mention(span.of(self.text), span)

    def claim(self, claim: Claim) -> Claim:
        """Return a claim."""
        span = self.span(claim.span)
        return attrs.evolve(
            claim,
            span=span,
            text=span.of(self.text),
            sentence=self.span(claim.sentence),
            subject=self.mention(claim.subject),
            object=self.mention(claim.object),
            attribution=self.mention(claim.attribution),
            explanation=None if claim.explanation is None else _Restored(claim.explanation, self),
        )

    def explanation(self, explanation: Explanation) -> Explanation:
        """Return the reasons."""
        return Explanation(tuple(attrs.evolve(reason, cues=tuple(map(self.mention, reason.cues))) for reason in explanation))


@attrs.frozen
class _Restored:
    """The reasons of a claim, restored when asked for."""

    found: Explainable
    given: Given

    def explain(self) -> Explanation:
        """Return the reasons."""
        return self.given.explanation(self.found.explain())
