"""What holds for every text: the check that the fuzz target and the tests of its finds share."""

from __future__ import annotations

from datetime import date

from mineralclaims import Claims, Extractor, find_quantities
from mineralclaims.output.reading import claim_from_dict

EXTRACTORS = (Extractor(), Extractor(ton="interval"), Extractor(country="AU", types={"money", "grade"}))
PUBLISHED = (None, date(2025, 3, 31), date(1, 1, 1), date(9999, 12, 31))


class NotHeldError(AssertionError):
    """A promise that a text breaks."""


def hold(true: object, promise: str) -> None:
    """Refuse what is not as promised, also where Python runs without asserts."""
    if not true:
        raise NotHeldError(promise)


def check(text: str, setting: int = 0) -> Claims:
    """Return the claims of a text after a check of every promise.

    Args:
        text: any text.
        setting: chooses one of the extractors and one of the days.
    """
    extractor = EXTRACTORS[setting % len(EXTRACTORS)]
    claims = extractor.extract(text, published=PUBLISHED[setting % len(PUBLISHED)])
    end = 0
    for claim in claims:
        hold(claim.span.of(text) == claim.text != "", "a claim's text stands at its span")
        hold(end <= claim.span.start, "claims are in order and do not overlap")
        end = claim.span.end
        hold(claim.sentence.start <= claim.span.start <= claim.span.end <= claim.sentence.end, "a claim is in its sentence")
        for _, part in claim.parts():
            hold(part is None or part.span.of(text) == part.text != "", "a part's text stands at its span")
        for reason in claim.explain():
            hold(all(cue.span.of(text) == cue.text for cue in reason.cues), "a cue's text stands at its span")
        hold(claim_from_dict(claim.to_dict()) == claim, "a record reads back as its claim")
    hold(Claims.from_json(claims.to_json(), text, published=claims.published) == claims, "JSON reads back as its claims")
    if setting == 0:
        hold("<script" not in claims.to_html().casefold(), "HTML has no script")
    end = 0
    for mention in find_quantities(text):
        hold(mention.span.of(text) == mention.text != "", "a quantity's text stands at its span")
        hold(end <= mention.span.start, "quantities are in order and do not overlap")
        end = mention.span.end
        bounds = [bound for bound in (mention.quantity.low, mention.quantity.high) if bound is not None]
        hold(bounds and all(bound.is_finite() for bound in bounds) and bounds == sorted(bounds), "bounds are finite and in order")
    return claims
