"""Qualifiers around a number: what makes it a bound or an approximation."""

from __future__ import annotations

import re
from typing import Literal

import attrs

Effect = Literal["low", "high", "approximate", "none"]

_LOW = (
    "at least|over|more than|above|exceed|exceeds|exceeded|exceeding|in excess of|upwards? of|no less than|no fewer than|not less than|"
    "a minimum of|minimum of|greater than|higher than|surpass|surpasses|surpassed|surpassing|topped|topping|north of|better than|beyond|"
    "more than the|as little as|as low as|a low of|starting at|a floor of|larger than|worth over|past"
)
_HIGH = (
    "up to|as much as|as many as|as high as|at most|less than|fewer than|below|under|no more than|not more than|no higher than|a maximum of|"
    "maximum of|not exceeding|not to exceed|shy of|lower than|smaller than|capped at|limited to|restricted to|a ceiling of|as large as|a high of|at the most|short of"
)
_ABOUT = (
    "about|around|round|roughly|approximately|approx\\.?|some|nearly|almost|close to|circa|ca\\.?|c\\.|in the region of|in the neighbou?rhood of|"
    "in the order of|on the order of|near|nearer|an approximate|approximating|virtually|more or less|somewhere around|near to|closer to"
)
_BETWEEN = (
    "a|an|the|another|an additional|a further|additional|further|an estimated|estimated|an average of|average|a total of|only|just|even|an extra|extra|"
    "well|slightly|far|a whopping|a record|a combined|only just|possibly|perhaps|maybe|potentially|reportedly|probably|its|a price of|a hefty|a net|a rate of|the equivalent of"
)
_BEFORE = re.compile(
    rf"(?:(?<![\w])(?:(?P<low>{_LOW})|(?P<high>{_HIGH})|(?P<about>{_ABOUT})|(?P<none>{_BETWEEN}))\s+|(?P<sign>[~>≥<≤])\s?)\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\s-](?:or|and) (?:(?P<low>more|higher|greater|above|over|up|better|upwards?)|(?P<high>less|lower|fewer|below|under)|(?P<about>so|thereabouts))\b"
    r"|(?P<plus>\+(?!\w)|-plus\b| plus(?=\s(?:per|a)\b))|(?P<odd>-odd\b| odd\b)|,? (?P<most>at (?:the )?most|(?:at )?maximum)\b|,? (?P<least>at (?:the )?least|(?:at )?minimum)\b)",
    re.IGNORECASE,
)
# Words after which "about", "over" and "under" introduce a topic, not a quantity.
_TOPIC = re.compile(
    r"\b(?:talks?|talked|talking|worr(?:y|ies|ied)|concerns?|concerned|fears?|dispute|row|fight|clash|know|known|said|say|debate|questions?|asked|news|complain(?:ed|ts?)?|"
    r"uncertainty|feet|ft|metres|meters|m|drop|control|jitters|tensions?|anger|spat|battle|angst)\s+\Z",
    re.IGNORECASE,
)
_WINDOW = 26
_AT_MOST = 4


@attrs.frozen
class Qualifiers:
    """All qualifiers of one quantity, with the range that they and the quantity cover."""

    low_only: bool = False
    high_only: bool = False
    approximate: bool = False
    start: int = 0
    end: int = 0
    cues: tuple[tuple[str, int, int], ...] = ()

    @property
    def any(self) -> bool:
        """Return whether there is any effect at all."""
        return self.low_only or self.high_only or self.approximate


def qualifiers(text: str, start: int, end: int, after: int) -> Qualifiers:
    """Return the qualifiers of the expression ``text[start:end]``.

    Args:
        text: the folded text.
        start: where the expression begins.
        end: where it ends.
        after: where its denominator ends ("a year"), from where trailing qualifiers are read as well.
    """
    effects: set[str] = set()
    cues: list[tuple[str, int, int]] = []
    at = start
    definite = False
    for _ in range(_AT_MOST):
        match = _BEFORE.search(text, max(0, at - _WINDOW), at)
        if match is None:
            break
        effect = match.lastgroup or "none"
        definite = definite or match.group().strip().lower() in {"the", "its"}
        if effect == "sign":
            effect = {"~": "about", ">": "low", "≥": "low", "<": "high", "≤": "high"}[match.group("sign")]
        if effect != "none":
            if match.group().strip().lower() in {"about", "over", "under", "around"} and _TOPIC.search(text, max(0, match.start() - 16), match.start()):
                break
            if effect in {"low", "high"} and (effects & {"low", "high"} or (definite and match.group().rstrip().lower().endswith("than"))):
                break
            effects.add(effect)
            cues.append((effect, match.start(), match.end()))
            last = match.start()
        at = match.start()
    first = last if cues else start
    for position in (end, after):
        trailing = _AFTER.match(text, position)
        if trailing is not None:
            effect = {"plus": "low", "odd": "about", "most": "high", "least": "low"}.get(trailing.lastgroup or "", trailing.lastgroup or "")
            effects.add(effect)
            cues.append((effect, trailing.start(), trailing.end()))
            after = max(after, trailing.end())
            break
    return Qualifiers("low" in effects, "high" in effects and "low" not in effects, "about" in effects, first, after, tuple(cues))
