"""Features that always come together, with their scores remembered.

What is seen of a candidate is first put into a small key; the names of its features follow from the key alone. The same keys recur all
the time, so the features of a key and their sums of weights are worked out once and looked up from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from mineralclaims.claims.linear import Table

Key = TypeVar("Key")
_REMEMBER_AT_MOST = 20_000


class Group(dict[Table, int]):
    """Features that come together; as a mapping, their sum of weights in a table.

    Attributes:
        names: the features.
        joined: what also counts together with the aspect of the claim.
        head: of a phrase, what sort of thing its head names: a feature of it, or "" where that says nothing.
        own: of an owner ("OPEC's output", "OPEC output", "output of OPEC"), the first cue of what it owns, else "".
    """

    __slots__ = ("head", "joined", "names", "own")

    def __init__(self, names: tuple[str, ...], joined: tuple[str, ...] = (), head: str = "", own: str = "") -> None:
        """Make a group with no score known yet."""
        super().__init__()
        self.names = names
        self.joined = joined
        self.head = head
        self.own = own

    def __missing__(self, table: Table) -> int:
        """Work out the score in a table."""
        score = self[table] = table.score(self.names, self.joined)
        return score


NOTHING = Group(())
"""No features at all."""


class Groups(dict[Key, Group], Generic[Key]):
    """Groups by their keys, each made when first asked for; forgotten when they are too many."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Key], Group]) -> None:
        """Remember what ``make`` makes of keys."""
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Group:
        """Make the group of a key."""
        if len(self) >= _REMEMBER_AT_MOST:
            self.clear()
        group = self[key] = self._make(key)
        return group
