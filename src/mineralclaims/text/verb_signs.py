"""What right behind a word shows whether it is a verb: an object, a measure, a time, a verb to come."""

from __future__ import annotations

from mineralclaims.text.tags import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    NOUN,
    NUMBER,
    PREPOSITION,
    QUANTITY,
    SIGN,
    VERB,
    words,
)
from mineralclaims.text.tokens import Token

FLOWS = frozenset({"exports", "imports", "supplies", "purchases"})
"""What names trade as often as it says what is done."""

_NOUNS_AT_MOST = 5
_SOON = 7
_PERIODS = frozenset({"week", "month", "year", "quarter", "monday", "tuesday", "wednesday", "thursday", "friday"})
_SPANS = _PERIODS | {"spring", "summer", "autumn", "winter", "season"}
_TIMED = 2
_SHOWING = frozenset({"show", "suggest", "put", "indicate", "point", "imply", "have", "range", "vary", "cut", "beat", "say"})
_MADE_BY = frozenset({"by", "from", "at", "of"})
_DATA = frozenset({
    "data", "figures", "statistics", "records", "numbers", "survey", "surveys", "poll", "report", "reports",
    "estimates", "analysis",
})  # fmt: skip
_DATA_REACH = 4
_SUBJECT_AT_MOST, _SEVERAL_AT_MOST, _STRUCK_WITHIN = 7, 10, 4
_OF_SUBJECT, _SETS_OFF = frozenset("NDAS"), frozenset({VERB, QUANTITY, NUMBER, "R"})
_SUBJECT_BEFORE, _DESCRIBED_WITHIN = 3, 12
_DESCRIBING = frozenset({"N", "A", "D", "P", "S", "#"})
_AMOUNTS = frozenset(
    {"tons", "tonnes", "barrels", "ounces", "pounds", "gallons", "millions", "thousands", "billions", "lots", "plenty"}
)
_RATES = frozenset({"year", "day", "month", "week", "quarter", "hour"})
_YEAR = 4
_GOES_ON_WITHIN = 16
_DONE_TO_AMOUNTS = frozenset({
    "yield", "ship", "pump", "mine", "use", "burn", "pay", "draw", "cut", "store", "haul", "load", "process", "pour", "net", "save",
})  # fmt: skip
"""Verbs that take an amount, though they are nouns too; "demand" and "lead" with one behind "and" are rather nouns."""
_BEFORE_VERBS = frozenset({
    "also", "already", "often", "always", "usually", "typically", "generally", "normally", "regularly", "routinely", "now", "currently",
    "recently", "still", "rarely", "seldom", "sometimes", "frequently", "subsequently", "thereby", "thus",
})  # fmt: skip
_PLURALS = frozenset({"people", "men", "women", "children", "police", "media", "data", "staff", "cattle"})
_SURVEYS = frozenset({"sampling", "drilling", "trenching", "mapping"})
_OF_SURVEYS = frozenset({
    "channel", "chip", "soil", "grab", "rock", "core", "diamond", "infill", "surface", "trench", "bulk", "step-out", "exploration", "rc",
    "circulation", "face", "underground", "aircore", "auger", "scout", "sonic", "resource", "development",
})  # fmt: skip

_FOCUS = frozenset({"alone", "itself"})


def is_shown(tokens: list[Token], index: int, after: Token | None) -> bool:
    """Return whether "show" is what the noun before does: "figures show", "data compiled by Calder Analytics shows."; not "a trade show"."""
    last = index - 1
    if tokens[index].low == "show" and (tokens[last].low.endswith("s") or tokens[last].low == "data"):
        return True
    if not tokens[last].name or not (after is None or after.tag == SIGN):
        return False
    while last > 0 and (tokens[last].name or tokens[last].tag == DETERMINER):
        last -= 1
    near = [token.low for token in tokens[max(0, last - _DATA_REACH) : last]]
    return tokens[last].low in _MADE_BY and not _DATA.isdisjoint(near)


def is_done_by_several(tokens: list[Token], index: int) -> bool:
    """Return whether the base form of a verb has its plural subject before "of": "exporters of ore pay a levy", not "barrels of oil export a year"."""
    if index < _SUBJECT_BEFORE or tokens[index - 2].low != "of" or tokens[index - 1].name:
        return False
    head, after = tokens[index - 3], tokens[index + 1 : index + 3]
    plural = head.low.endswith("s") and head.tag == NOUN and not head.low.endswith("ss") and head.low not in _AMOUNTS
    return plural and bool(after) and (after[0].tag == QUANTITY or (after[0].tag == DETERMINER and after[-1].low not in _RATES))


def closes_apposition(tokens: list[Token], index: int) -> bool:
    """Return whether a verb stands behind the comma that ends a description: "its owner, a Perth firm, holds 8%", not "ores, metals, holds"."""
    if index < _SUBJECT_BEFORE or tokens[index - 1].low != ",":
        return False
    for at in range(index - 2, max(0, index - _DESCRIBED_WITHIN), -1):
        if tokens[at].low == ",":
            return tokens[at + 1].tag == DETERMINER and tokens[at - 1].tag == NOUN and at + 2 < index - 1
        if tokens[at].tag not in _DESCRIBING:
            return False
    return False


def is_dated(tokens: list[Token], index: int) -> bool:
    """Return whether a day or a period that is told by "this" or "last" stands right before a token: "last week", "earlier this month"."""
    return index > 1 and tokens[index - 1].low in _PERIODS and tokens[index - 2].low in {"this", "last"}


def is_timed(tokens: list[Token], index: int) -> bool:
    """Return whether only a time stands between a word and the verb of the sentence: "imports last month rose", "exports this year are"."""
    behind = tokens[index + 1 : index + 4]
    return (
        len(behind) > _TIMED
        and behind[0].low in {"last", "this", "next"}
        and behind[1].low in _SPANS
        and is_finite(behind[2])
        and behind[2].low not in words().nouns_too
    )


def by_much(tokens: list[Token], start: int) -> bool:
    """Return whether a few nouns and "by" with a number follow: what "cut" is the verb of in "rain cut coal output by 5%"."""
    for index in range(start, min(start + _NOUNS_AT_MOST, len(tokens) - 1)):
        if tokens[index].low == "by":
            return index > start and tokens[index + 1].tag == QUANTITY
        if tokens[index].low in words().closed or not tokens[index].low[:1].isalpha():
            return False
    return False


def verb_ahead(tokens: list[Token], start: int) -> bool:
    """Return whether a verb follows soon that can only be one, before any number or sign."""
    for token in tokens[start : start + _SOON]:
        if token.tag in {QUANTITY, SIGN}:
            return False
        if words().closed.get(token.low) == AUXILIARY or (
            words().verbs.get(token.low) == "past" and token.low not in words().nouns_too
        ):
            return True
    return False


def opens_clause(tokens: list[Token], index: int, kind: str, after: Token | None) -> bool:
    """Return whether "that" before a noun opens a clause that somebody says, of which the noun is the subject.

    That is so before the verb of the clause ("forecasts that demand will rise"), and behind a verb ("said that exports rose"); there only
    a plural can be a verb after all ("ships they own that supply the mills").
    """
    if after is not None and after.low in _FOCUS and index + 2 < len(tokens):
        after = tokens[index + 2]  # "that block alone could yield"
    if after is None:
        return False
    said = index > 1 and tokens[index - 2].tag == VERB
    if kind == "s":
        return is_finite(after) or (said and not opens_object(after))
    return said or words().closed.get(after.low) == AUXILIARY


def foretells(before: Token, after: Token | None) -> bool:
    """Return whether somebody estimates something, rather than something being an estimate: "the bank estimates demand at …"."""
    if after is None or not after.low[0].isalpha() or after.low in words().closed or after.low in _SHOWING:
        return False
    return (before.name or before.low in words().foretellers) and words().verbs.get(after.low) not in {"s", "past"}


def is_finite(after: Token | None) -> bool:
    """Return whether a word can only be the verb of the sentence, so that the one before it is its subject ("Mining contributes")."""
    if after is None:
        return False
    return words().closed.get(after.low) == "X" or words().verbs.get(after.low) in {"s", "past"}


def is_set_off(after: Token | None) -> bool:
    """Return whether a sign follows that sets a noun off, or says that it owns something."""
    return after is not None and after.low in {",", "(", "'s", "'"}


def opens_object(after: Token | None) -> bool:
    """Return whether a token can begin what follows a verb."""
    if after is None:
        return False
    if after.tag == QUANTITY:
        return True
    if after.low == "that":
        return True
    closed = words().closed.get(after.low)
    return closed in {"D", "A", "P", "O"} and after.low not in {"of", "and", "in", "for"}


def resumes(tokens: list[Token], index: int) -> bool:
    """Return whether the subject that opens a sentence waits for its verb behind what two commas set off: "Orwin, based in Perth, ships"."""
    if tokens[index - 1].low != ",":
        return False
    opens = next((at for at in range(min(index - 1, _SUBJECT_AT_MOST)) if tokens[at].low == ","), 0)
    if not opens or opens + 1 >= index - 1 or any(token.tag not in _OF_SUBJECT for token in tokens[:opens]):
        return False
    return tokens[opens + 1].tag in _SETS_OFF and all(token.tag not in {AUXILIARY, SIGN} for token in tokens[opens + 1 : index - 1])


def resumes_with_amount(tokens: list[Token], index: int) -> bool:
    """Return whether several, told of before a comma, do something with the amount behind a word: "The pits at Arden, with 5 Mt, cover a tenth of"."""
    if tokens[index - 1].low != "," or index + 1 >= len(tokens) or tokens[index + 1].tag != QUANTITY:
        return False
    opens = next((at for at in range(min(index - 1, _SEVERAL_AT_MOST)) if tokens[at].low == ","), 0)
    places = next((at for at in range(opens) if tokens[at].tag == PREPOSITION), opens)
    if not places or opens + 1 >= index - 1 or any(token.tag not in _OF_SUBJECT for token in tokens[:places]):
        return False
    head = tokens[places - 1]
    several = head.tag == NOUN and not head.name and head.low.endswith("s")
    return several and all(token.tag not in {AUXILIARY, SIGN} for token in tokens[opens + 1 : index - 1])


def strikes(tokens: list[Token], index: int) -> bool:
    """Return whether a name behind a word suffers something: "Norway hit Turkey with", "hit Chinese buses with"."""
    if tokens[index].low != "hit" or not tokens[index - 1].name or not tokens[index + 1].name:
        return False
    return any(token.low == "with" for token in tokens[index + 2 : index + 2 + _STRUCK_WITHIN])


def has_amount(tokens: list[Token], index: int) -> bool:
    """Return whether a noun is told with its amount: "reserves of 214 million tonnes"."""
    near = [token.low for token in tokens[index + 1 : index + 2]]
    return near == ["of"] and any(token.tag == QUANTITY for token in tokens[index + 2 : index + 4])


def is_survey(before: Token, token: Token) -> bool:
    """Return whether a form of a verb names a way to look for ore by the word before it: "channel sampling at Pelham returned"."""
    return token.low in _SURVEYS and before.low in _OF_SURVEYS


def is_count(after: Token) -> bool:
    """Return whether a word is a number that counts things, no year: "cut 300 jobs", "hit 12 metres"."""
    return after.tag == NUMBER and not (len(after.low) == _YEAR and after.low.startswith(("19", "20")))


def is_nowadays(tokens: list[Token], index: int, kind: str) -> bool:
    """Return whether a noun with "now" stands before a word in "s": "Orwin now forecasts revenue of"."""
    return kind == "s" and index > 1 and tokens[index - 1].low in {"now", "currently", "still"} and tokens[index - 2].tag == NOUN


def is_done_often(tokens: list[Token], index: int, kind: str) -> bool:
    """Return whether a noun and an adverb of verbs stand before a form that agrees with the noun: "the firm also markets", "mergers often trigger"."""
    if index < 2 or tokens[index - 1].low not in _BEFORE_VERBS or tokens[index - 2].tag != NOUN:
        return False
    several = is_plural(tokens[index - 2])
    return kind == "past" or (kind == "base" and several) or (kind == "s" and not several)


def is_plural(token: Token) -> bool:
    """Return whether a noun is in the plural: "mergers", "people"; not "business"."""
    return token.low in _PLURALS or (token.low.endswith("s") and not token.low.endswith(("ss", "us", "is")))


def goes_on_doing(tokens: list[Token], index: int) -> bool:
    """Return whether a word behind "and" with an amount goes on what somebody will or is to do: "to treat 5 tons of ore and yield 3 tons"."""
    behind = [token.tag for token in tokens[index + 1 : index + 3]]
    if tokens[index].low not in _DONE_TO_AMOUNTS or (behind[:1] != [QUANTITY] and behind != [ADVERB, QUANTITY]):
        return False
    for at in range(index - 2, max(0, index - _GOES_ON_WITHIN) - 1, -1):
        if tokens[at].tag == AUXILIARY or (tokens[at].low == "to" and tokens[at + 1].tag == VERB):
            return True
        if tokens[at].low in {",", ";", ":"}:
            return False
    return False
