"""Groups told of by who leads them: "a consortium led by Orwin bought it" is the consortium led by Orwin, "a group led by Ana Ruiz" the group."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import given_names, suffixes, titles
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.actors import PERSON
from mineralclaims.slots.antecedents import antecedents_of

_GROUPS = frozenset({
    "group", "consortium", "investors", "investor", "banks", "lenders", "partnership", "syndicate", "creditors", "partners", "coalition",
    "alliance", "funds", "firms", "companies", "shareholders", "team", "vehicle", "bidders", "buyers", "sponsors", "backers", "countries",
    "producers", "makers", "miners",
})  # fmt: skip
LED = frozenset({"led", "headed", "chaired"})
"""What stands between a group and "by" with who leads it."""

_BEFORE_LEADER = 2


def led_group(reading: Reading, leader: Phrase) -> Phrase | None:
    """Return the group that a name behind "led by" leads; None where it leads none, or has a number of its own ("led by Orwin with 9%")."""
    lows, led = reading.lows, leader.link - 1
    if leader.before != "by" or led < 1 or lows[led] not in LED or not reading.tokens[leader.last].name:
        return None
    behind = lows[leader.last + 1 : leader.last + 2]
    group = reading.phrase_ending(led - 1)
    return None if behind in (["with"], ["at"], ["("]) or group is None or lows[group.last] not in _GROUPS else group


def ends_with_leader(reading: Reading, group: Phrase) -> int:
    """Return the last token of the leader that a group is told of by, where that is no person; -1 where there is none."""
    lows, led = reading.lows, group.last + 1
    if lows[led : led + 1] == [","] or led + _BEFORE_LEADER >= len(lows) or lows[led] not in LED or lows[led + 1] != "by":
        return -1
    leader = reading.whole_from(led + _BEFORE_LEADER)  # "Kesh's state oil firm"
    if leader is None or led_group(reading, leader) is not group or _may_be_person(reading, leader):
        return -1
    return leader.last


def _may_be_person(reading: Reading, leader: Phrase) -> bool:
    """Return whether who leads a group is a person by title or by what the text says of the name."""
    if not titles().isdisjoint(reading.lows[leader.first : leader.last]):
        return True
    tokens = reading.tokens
    first = next(at for at in range(leader.first, leader.last + 1) if tokens[at].name)  # "financier Ana Ruiz"
    written = reading.document.text[tokens[first].start : tokens[leader.last].end]
    if first < leader.last and tokens[first].low in given_names():
        return True
    return antecedents_of(reading.document).cast.kind_of(written) == PERSON and reading.lows[leader.last] not in suffixes()
