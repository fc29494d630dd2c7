"""Shares of electricity: what they are about is what makes it, never a fuel that the text around tells of."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.slots.named import named_in
from mineralclaims.slots.parties import Option
from mineralclaims.spans import Mention

_MADE = frozenset({
    "generation", "output", "production", "supply", "supplies", "mix", "consumption", "demand", "use", "needs", "capacity", "generated",
    "produced",
})  # fmt: skip

OF_POWER = ("power",)
"""The feature of there being no commodity, as a share is of electricity."""


def of_power(
    chosen: CommodityOption, scene: Scene, claim_type: str, subject: Mention | None, whole: Option | None
) -> CommodityOption:
    """Return the chosen commodity; none where a share is of electricity and what makes it is no fuel: "dams supply 65% of electricity"."""
    if claim_type != "share" or chosen.value is None or whole is None or whole.mention is None:
        return chosen
    return CommodityOption(None, OF_POWER) if _is_power(whole.mention.text) and not _burns(scene, chosen.value, subject) else chosen


def _is_power(text: str) -> bool:
    """Return whether words say electricity or the making of it: "the country's power supply"."""
    words = text.lower().split()
    made = len(words) > 1 and words[-1] in _MADE
    said = words[-2] if made else words[-1]
    return said == "electricity" or (said == "power" and len(words) > 1)


def _burns(scene: Scene, value: str, subject: Mention | None) -> bool:
    """Return whether a fuel makes the share: the subject says so, or what stands behind the number where there is no subject: "coal-fired plants"."""
    reading, position = scene.reading, scene.position
    if subject is not None and subject.span.start < reading.start:
        return True
    of_it = [one for one in named_in(reading)[0] if one.value in value.split("; ")]
    if subject is not None:
        return any([one.within(subject) for one in of_it])
    end = reading.at[position + 1] if position + 1 < len(reading.at) else len(reading.tokens)
    return any([scene.k < one.first < end for one in of_it])
