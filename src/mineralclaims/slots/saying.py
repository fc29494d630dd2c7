"""How a phrase stands to the verbs of saying of its sentence: as their subject or behind them, near the number or parted from it."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.party_words import titles, voices
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.saying_words import saying_kinds
from mineralclaims.slots.candidates import Candidate
from mineralclaims.text.tags import BE, QUANTITY, lemma

_ALWAYS = frozenset({"according", "reported", "said", "says"})
_GOING_ON = frozenset({"saying", "adding", "noting", "warning", "citing", "arguing", "telling", "claiming"})
"""The participles by which whoever spoke goes on: "the agency reported …, saying …"."""

_CALLS = frozenset({"call", "calls", "called", "calling"})
_ADDS = frozenset({"add", "adds", "added"})
_ADDED_WITHIN = 3
_FURTHER = frozenset({"further", "another", "additional", "about", "some", "nearly", "more", "extra"})
_CLAUSE_WITHIN = 8
_MODALS = frozenset({"would", "could", "will", "may", "might", "to"})
_CUES = ("threat", "propose")
_ENDS = frozenset({",", "$", "P"})


def saying_in(reading: Reading) -> list[int]:
    """Return the tokens of a sentence that say that somebody says or thinks something, found once."""
    if reading.saying is None:
        kinds = saying_kinds()
        reading.saying = [
            index
            for index, token in enumerate(reading.tokens)
            if token.low in _ALWAYS
            or (token.tag == "V" and lemma(token.low) in kinds and not _goes_through(reading, index) and not _ends(reading, index))
        ]
    return reading.saying


def _goes_through(reading: Reading, verb: int) -> bool:
    """Return whether "see" is what something goes through, or how it is foreseen ("would see its budget rise", "saw its profit fall", "are seen rising")."""
    low, lows = reading.lows[verb], reading.lows
    if low not in {"see", "saw", "seen"}:
        return False
    if low == "seen" and not BE.isdisjoint(lows[max(0, verb - 2) : verb]):
        return True
    return (low == "saw" and lows[verb + 1 : verb + 2] == ["its"]) or not _MODALS.isdisjoint(lows[max(0, verb - 2) : verb])


def _ends(reading: Reading, verb: int) -> bool:
    """Return whether a verb says nothing with the word behind it ("called off a sale", "added a further 39 tons")."""
    if reading.lows[verb] in _ADDS:
        return QUANTITY in [token.tag for token in reading.tokens[verb + 1 : verb + 1 + _ADDED_WITHIN]] and not _says_clause(
            reading, verb
        )
    return reading.lows[verb] in _CALLS and reading.lows[verb + 1 : verb + 2] in (["off"], ["in"], ["up"])


def _says_clause(reading: Reading, verb: int) -> bool:
    """Return whether a clause of its own follows a verb: "added 60% of it was sold", "added that"."""
    number = next(at for at in range(verb + 1, verb + 1 + _ADDED_WITHIN) if reading.tokens[at].tag == QUANTITY)
    between = reading.tokens[verb + 1 : number]
    if any(token.tag not in {"D", "A", "#"} and token.low not in _FURTHER for token in between):
        return True
    behind = reading.tokens[number + 1 : number + 1 + _CLAUSE_WITHIN]
    return any(token.tag in {"V", "X"} for token in behind)


def sure_sayings(reading: Reading) -> int:
    """Return how many of the verbs of saying of a sentence say little else, two at most."""
    tokens = reading.tokens
    sure = [index for index in saying_in(reading) if tokens[index].low in _ALWAYS or "say" in tokens[index].cue]
    return min(len(sure), 2)


def kind_of_saying(reading: Reading, verb: int) -> str:
    """Return whether a verb threatens or proposes, else whether it states, foretells, estimates or finds."""
    token = reading.tokens[verb]
    return next((kind for kind in _CUES if kind in token.cue), saying_kinds().get(lemma(token.low), "stating"))


def sayers(reading: Reading) -> dict[int, list[int]]:
    """Return the verbs of saying of each phrase that is the subject of some, by its first token, found once."""
    if reading.sayers is None:
        reading.sayers = {}
        said: Phrase | None = None
        for verb in saying_in(reading):
            if reading.lows[verb] == "according":
                continue
            going_on = said is not None and verb > 0 and reading.lows[verb] in _GOING_ON and reading.lows[verb - 1] == ","
            phrase = said if going_on else find_subject(reading, verb)
            if phrase is not None:
                reading.sayers.setdefault(phrase.first, []).append(verb)
                said = said or (phrase if "say" in reading.tokens[verb].cue else None)
    return reading.sayers


def as_subject(reading: Reading, candidate: Candidate, saying: list[int], k: int) -> list[str]:
    """Return the features of a candidate that is the subject of a verb of saying, or belongs to one."""
    by_phrase = sayers(reading)
    phrase = candidate.phrase
    verbs = by_phrase.get(phrase.first)
    label = "S"
    if verbs is None:
        holder = _belongs_to(phrase)
        verbs = by_phrase.get(holder.first) if holder is not None else None
        if holder is None or verbs is None:
            return []
        head = reading.lows[holder.last]
        sort = "voice" if head in voices() else "title" if head in titles() else "other"
        label = f"S{'poss' if phrase.possessed is holder else 'of'}_{sort}"
    found: list[str] = [label, f"{label}_{candidate.kind}"]
    at = bisect_left(saying, k)
    last = saying[at - 1] if at else -1
    for verb in verbs:
        low, kind = lemma(reading.lows[verb]), kind_of_saying(reading, verb)
        side = "L" if verb < k else "R"
        found += [f"{label}={low}", f"{label}{side}", f"{label}k={kind}_{side}", f"{label}={low}_{side}"]
        if verb < k:
            found += [
                f"{label}_near{verb == last:d}",
                f"{label}_{_parting(reading, verb, k)}",
                f"{label}={low}_n{_next(reading, verb)}",
                f"{label}k={kind}_n{_next(reading, verb)}",
            ]
        else:
            found += [f"{label}_post_{_next(reading, verb) in _ENDS:d}{_set_off(reading, phrase.first):d}"]
    return found


def _belongs_to(phrase: Phrase) -> Phrase | None:
    """Return the phrase that a phrase says the house of: "Citigroup's team", "analysts at Citigroup"."""
    if phrase.possessed is not None:
        return phrase.possessed
    return phrase.holder if phrase.before in {"at", "of", "from", "with", "for"} else None


def _next(reading: Reading, verb: int) -> str:
    """Return what follows a verb: a tag, "that", "$" for nothing."""
    if verb + 1 >= len(reading.tokens):
        return "$"
    token = reading.tokens[verb + 1]
    return "that" if token.low == "that" else "," if token.low in {".", ","} else token.tag


def _set_off(reading: Reading, first: int) -> bool:
    """Return whether a comma or quotation mark stands before a phrase, an article passed over."""
    at = first - 1
    if at >= 0 and reading.tokens[at].tag == "D":
        at -= 1
    joined = reading.phrase_ending(at - 1) if at > 0 and reading.lows[at] == "and" else None
    if joined is not None:  # "…, German and French officials"
        at = reading.link_before(joined)
    return at >= 0 and reading.lows[at] in {",", '"', "'"}


def _parting(reading: Reading, verb: int, k: int) -> str:
    """Return what stands between a verb of saying and a number: how many verbs (two at most), a semicolon, a relative word, a conjunction."""
    found = str(min(2, reading.verbs_between(verb + 1, k)))
    for index in reading.breaks_between(verb + 2, k):
        low = reading.lows[index]
        if low == ";":
            return f"{found};"
        if reading.tokens[index].tag == "R" and low != "that":
            found = f"{found[0]}r"
        elif low.isalpha() and len(found) == 1:
            found += "s"
    return found
