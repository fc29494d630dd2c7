"""Why a claim is what it is: for each field the rule and the cue words that decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, overload

import attrs

from mineralclaims.spans import Mention


class Explainable(Protocol):
    """What can say why a claim is what it is: the reasons themselves, or what they can be told from when asked."""

    def explain(self) -> Explanation:
        """Return the reasons."""


@attrs.frozen
class Reason:
    """One decision: which field, by which rule, on which words."""

    field: str
    value: str | None
    rule: str
    cues: tuple[Mention, ...] = ()

    def __str__(self) -> str:
        """Return one line for people."""
        cues = ", ".join(f"{cue.text!r} [{cue.span.start}:{cue.span.end}]" for cue in self.cues)
        return f"{self.field} = {self.value}: {self.rule}{f' — {cues}' if cues else ''}"


@attrs.frozen
class Explanation(Sequence[Reason]):
    """All decisions about one claim, the type first."""

    reasons: tuple[Reason, ...]

    @overload
    def __getitem__(self, index: int) -> Reason: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Reason]: ...
    def __getitem__(self, index: int | slice) -> Reason | Sequence[Reason]:
        """Return one reason, or several."""
        return self.reasons[index]

    def __len__(self) -> int:
        """Return how many decisions were made."""
        return len(self.reasons)

    def __iter__(self) -> Iterator[Reason]:
        """Go through the decisions, the type first."""
        return iter(self.reasons)

    def explain(self) -> Explanation:
        """Return the explanation itself."""
        return self

    def of(self, field: str) -> Reason | None:
        """Return the reason for one field, or None where nothing decided it."""
        return next((reason for reason in self.reasons if reason.field == field), None)

    def __str__(self) -> str:
        """Return one line a decision."""
        return "\n".join(map(str, self.reasons))


@attrs.define(eq=False)
class Retold:
    """What explains the claims of a text, found by reading it again when a reason is first asked for: few are, and all would be kept."""

    again: Callable[[], Sequence[Explainable]]
    _told: Sequence[Explainable] | None = None

    def explain(self, number: int) -> Explanation:
        """Return the reasons of claim ``number`` of the text."""
        if self._told is None:
            self._told = self.again()
        return self._told[number].explain()


@attrs.frozen
class Later:
    """The reasons of one claim, told when asked for."""

    retold: Retold
    number: int

    def explain(self) -> Explanation:
        """Return the reasons, the type first."""
        return self.retold.explain(self.number)
