"""Parts of a trade that are told of who has a role in it: "the main exporter is Kestovia (about 80%), followed by Tarnland"; a debt as a part of output."""

from __future__ import annotations

from mineralclaims.claims.besides import bracket_of
from mineralclaims.claims.scene import Scene

ROLES = {
    **dict.fromkeys(("exporter", "exporters"), "export"),
    **dict.fromkeys(("importer", "importers", "suppliers", "supplier"), "import"),
    **dict.fromkeys(("producer", "producers", "miner", "miners"), "production"),
    **dict.fromkeys(("consumer", "consumers"), "consumption"),
    **dict.fromkeys(("refiner", "refiners", "processor", "processors"), "processing"),
}
_IS = frozenset({"is", "are", "was", "were", "include", "included"})
_WITHIN, _SIZED_WITHIN, _RATIO_WITHIN = 22, 9, 10
_LARGE = frozenset({"main", "largest", "biggest", "leading", "top", "major", "dominant", "chief", "principal", "important"})
_APART = frozenset({";", "owned", "held", "controlled", "by", "which", "who"})
_OUTPUTS = frozenset({"gdp", "gnp"})


def role_of(scene: Scene) -> str | None:
    """Return the role that those before a bracket have, where the number stands alone in it: "the leading producers were Kestovia (60%) and Tarnland (12%)"."""
    reading = scene.reading
    if bracket_of(scene) < 0:
        return None
    begin = max(0, scene.k - _WITHIN)
    verb = next((index for index in range(scene.k - 1, begin, -1) if reading.lows[index] in _IS), -1)
    if verb < 0 or not _APART.isdisjoint(reading.lows[verb : scene.k]):
        return None
    role = next((low for low in reversed(reading.lows[max(0, verb - _SIZED_WITHIN) : verb]) if low in ROLES), None)
    if role is None or _LARGE.isdisjoint(reading.lows[max(0, verb - _SIZED_WITHIN) : verb]):
        return None
    return role


def is_ratio_to_output(scene: Scene) -> bool:
    """Return whether the number is how much debt there is for what a country makes: "the debt-to-GDP ratio will rise to 60%"."""
    lows, k = scene.reading.lows, scene.k
    near = lows[max(0, k - _RATIO_WITHIN) : k]
    if "ratio" not in near:
        return False
    at = near.index("ratio")
    before = near[:at]
    return "debt-to-gdp" in before or (before[-3:-1] == ["debt", "to"] and before[-1] in _OUTPUTS)
