"""What governs a number in its sentence: the verb to its left, that verb's subject, and the main clause's."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from mineralclaims.claims.clauses import behind_participle, governor, joined_to_skipped, joined_verb
from mineralclaims.claims.inserted_clauses import past_inserted
from mineralclaims.claims.opening_clauses import subject_to_come
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.relatives import antecedent, is_had_by, relative_of
from mineralclaims.mentions.party_words import country_words, measures
from mineralclaims.mentions.phrases import DESCRIBED, Phrase
from mineralclaims.text.tags import ADVERB, BEEN, OWN, PREDICATE, lemma

if TYPE_CHECKING:
    from mineralclaims.slots.relations import Near

_SKIP_BEFORE = frozenset({
    "of", "in", "on", "at", "for", "from", "to", "with", "by", "than", "against", "after", "between", "since", "during",
    "over", "into", "through", "under", "despite", "amid", "as", "within", "per", "including", "like", "below", "above",
    "versus", "without", "off", "near", "around", "across", "along", "alongside", "toward", "towards", "beyond", "throughout",
    "via", "about", "behind", "among", "amongst", "until", "excluding", "except", "besides", "outside", "inside", "following",
})  # fmt: skip
_OPENS_CLAUSE = frozenset({"as", "after", "before", "since", "than"})
_PARTICIPLES = frozenset(
    {"paid", "sold", "bought", "made", "built", "spent", "lent", "held", "cut", "set", "put", "hit", "found", "won", "sent", "lost"}
)
_AND = frozenset({"and", "or"})
_REACH = 60
_LONGEST_INSERTION = 45
_INSERTED = frozenset({"which", "who", "whose", "where", "a", "an", "the", "its", "his", "her", "whom"})
_ARTICLES = frozenset({"a", "an", "the"})
_AGE = 2
_ALONG = frozenset({"whether", "not", "both", "together", "along", "alongside", "jointly"})
_PARTICIPLE = ("ed", "wn")
_IRREGULAR = frozenset({
    "led", "held", "run", "built", "hurt", "hit", "beset", "made", "sold", "bought", "cut", "put", "set", "lost", "found", "sent", "paid",
    "kept", "left", "dug", "won", "fed", "spent", "lent", "struck", "bound", "taken", "driven", "given", "written", "chosen", "overseen",
    "begun", "dealt", "meant", "understood", "brought", "sought", "taught", "caught", "spun", "split", "hung",
})  # fmt: skip
_CLOSES_BRACKET = frozenset({")", ":", ",", ";"})
_OPENS_BRACKET = frozenset({"(", "."})
_DASHES = frozenset({"–", "-", "—"})
_NO_INSERTION = frozenset({'"', ";", ":", "–"})
_OTHER_CLAUSE = frozenset({"but", "while", "whereas", "although", "though"})
_RELATIVES = frozenset({"which", "whom", "whose"})


class Scene:
    """What surrounds one number in its sentence, found once and asked for every candidate."""

    __slots__ = (
        "head_after",
        "k",
        "levels",
        "main",
        "main_names",
        "near",
        "passive",
        "position",
        "reading",
        "second",
        "subject",
        "subject_names",
        "tense",
        "verb",
        "verb_cues",
        "verb_word",
    )

    def __init__(self, reading: Reading, position: int) -> None:
        """Look around quantity number ``position`` of the sentence."""
        self.reading = reading
        self.k = k = reading.at[position]
        self.position = position
        verbs = reading.verbs
        at = bisect_left(verbs, past_inserted(reading, position))
        self.verb = verbs[at - 1] if at and k - verbs[at - 1] < _REACH else -1
        self.second = verbs[at - 2] if at > 1 and k - verbs[at - 2] < _REACH else -1
        self.subject, self.subject_names = _subject_of(reading, self.verb, "gs")
        self.main, self.main_names = _subject_of(reading, self.second, "ms")
        self.near: list[Near] | None = None
        self.tense = ""
        self.head_after: str | None = None
        self.levels: set[str] | None = None
        tokens = reading.tokens
        if self.verb >= 0:
            verb = tokens[self.verb]
            self.verb_word, self.verb_cues = verb.low, verb.cue[:2]
            self.passive = (verb.low.endswith(("ed", "en", "wn")) or verb.low in _PARTICIPLES) and not BEEN.isdisjoint(
                reading.lows[max(0, self.verb - 3) : self.verb]
            )
        else:
            self.verb_word, self.verb_cues, self.passive = "none", (), False


def _subject_of(reading: Reading, verb: int, label: str) -> tuple[Phrase | None, tuple[str, ...]]:
    """Return the phrase that is most likely the subject of a verb, with features of its head, found once a verb."""
    if verb < 0:
        return None, ()
    known = reading.subjects.get((verb, label))
    if known is None:
        phrase = find_subject(reading, verb)
        known = reading.subjects[verb, label] = (phrase, _head_names(reading, verb, phrase, label))
    return known


def find_subject(reading: Reading, verb: int) -> Phrase | None:
    """Return the nearest phrase to the left of a verb outside prepositional phrases, appositions passed over; found once."""
    known = reading.subject_of
    if verb not in known:
        known[verb] = subject_to_come(reading, verb) or _find_subject(reading, verb)
    return known[verb]


def _find_subject(reading: Reading, verb: int) -> Phrase | None:
    """Look for the subject of a verb."""
    tokens = reading.tokens
    verb = governor(reading, verb)
    relative = relative_of(reading, verb)
    shared = joined_verb(reading, verb) if relative < 0 else -1
    if shared >= 0:
        return find_subject(reading, shared)
    limit = relative if relative >= 0 else before_insertion(reading, verb)
    fallback = None
    apposed = False
    phrases = reading.phrases
    for at in range(bisect_left(reading.phrase_ends, limit) - 1, -1, -1):
        phrase = phrases[at]
        if relative >= 0 and not phrase.time:
            return antecedent(reading, at, relative, verb)
        if (
            phrase.time
            or phrase.possessed is not None
            or _bracketed(reading, phrase)
            or tokens[phrase.last].low.endswith(DESCRIBED)
            or (tokens[phrase.last].low in measures() and tokens[phrase.first].low[0].isdigit())  # "Kestrel, 40 km from Elko, made"
        ):
            continue
        if relative < 0 and (_in_relative_clause(reading, phrase, verb) or is_had_by(reading, phrase, verb)):
            continue
        if relative < 0 and behind_participle(reading, phrase, verb):
            continue
        if _is_skipped(reading, phrase):
            fallback = fallback or (None if phrase.before == "as" else phrase)
            continue
        closes = (
            phrase.last == verb - 1
            or (tokens[verb - 1].low == ")" and tokens[phrase.last + 1].low == "(")
            or (phrase.of is None and fallback is not None and fallback.holder is phrase and fallback.last == verb - 1)
        )  # "with the main contract in Shanghai losing 2%"
        if phrase.before == "with" and closes and tokens[verb].low.endswith("ing"):
            return phrase  # "with Calder Power closing 3% higher"
        if phrase.before == "with" and fallback is not None and fallback.holder is phrase and tokens[verb].low.endswith("ing"):
            return phrase  # "with the contract in Perth closing 3% higher"
        if phrase.before in _SKIP_BEFORE and not (phrase.before in _OPENS_CLAUSE and _does(reading, phrase)):
            fallback = fallback or phrase
            continue
        if not apposed and phrase.before == "," and tokens[phrase.last + 1].low == "," and fallback is None:
            # "Brent crude, the global benchmark, rose": an apposition; the phrase before the comma is the subject.
            apposed, fallback = True, phrase
            continue
        if phrase.before in _AND and joined_to_skipped(reading, phrase, _SKIP_BEFORE):
            fallback = fallback or phrase
            continue
        its = phrase.first > 1 and tokens[phrase.first - 1].low in OWN
        if phrase.before == "and" and (tokens[phrase.first].name or its) and relative < 0 and phrase.possessor is None:
            joined = reading.phrase_ending(phrase.link - 1 if its else phrase.first - 2)
            if (
                joined is not None
                and tokens[joined.last].name
                and joined.before not in _SKIP_BEFORE
                and not (joined.first == joined.last and {tokens[joined.last].low, tokens[phrase.first].low} <= country_words())
            ):  # not "German and French officials"
                return joined
        return phrase
    return fallback


def _does(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a verb stands right behind a phrase and what it is of: "as shipments of oil climbed"; not "firms such as Orwin climbed"."""
    if phrase.link > 0 and reading.lows[phrase.link - 1] == "such":
        return False
    last = phrase
    while last.of is not None:
        last = last.of
    behind = [token.tag for token in reading.tokens[last.last + 1 : last.last + 3]]
    return bool(behind) and (behind[0] in PREDICATE or (behind[0] == ADVERB and behind[-1] in PREDICATE))


def _is_skipped(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase only goes with another: "output as a whole", "earnings from making fuel"."""
    if phrase.before == "as" and reading.lows[phrase.last] == "whole":
        return True
    tokens, before = reading.tokens, reading.link_before(phrase)
    return before > 0 and tokens[before].tag == "V" and tokens[before].low.endswith("ing") and tokens[before - 1].tag == "P"


def _in_relative_clause(reading: Reading, phrase: Phrase, verb: int) -> bool:
    """Return whether a phrase is the subject of a clause of its own before a verb: "the price at which goods were sold" was."""
    if phrase.before not in _RELATIVES and phrase.before != "that":
        return False
    at, tokens = bisect_left(reading.verbs, phrase.last), reading.tokens
    if at == len(reading.verbs) or reading.verbs[at] >= verb or "," in reading.lows[phrase.last : verb]:
        return False
    link = reading.link_before(phrase)
    return link > 0 and tokens[link - 1].tag in {"P", "N"}


def _bracketed(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase is all that stands in a pair of brackets: a ticker, an abbreviation, a place."""
    tokens, opens = reading.tokens, phrase.first - 1
    if opens < 0 or phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].low not in _CLOSES_BRACKET:
        return False
    if tokens[opens].low == ":":  # "(NYSE: ABC)"
        exchange = reading.phrase_ending(opens - 1)
        opens = opens - 1 if exchange is None else exchange.first - 1
    return opens >= 0 and tokens[opens].low in _OPENS_BRACKET


def before_insertion(reading: Reading, verb: int) -> int:
    """Return where the subject of a verb must end: before what commas set off between them ("X, head of Y at Z, said")."""
    tokens = reading.tokens
    close = verb - 1
    while close > 0 and (tokens[close].tag in {"A", "X", "G"} or tokens[close].low == "once"):
        close -= 1
    phrase = reading.phrase_ending(close)
    if phrase is not None and phrase.time:
        close = phrase.first - 1
        while close > 0 and tokens[close].tag in {"D", "P"}:
            close -= 1
    if close > 0 and tokens[close].low in _DASHES:
        return _before_dash(reading, close, verb)
    if close <= 0 or tokens[close].low != ",":
        return verb
    opens = -1
    for index in range(close - 1, max(0, close - _LONGEST_INSERTION), -1):
        low = tokens[index].low
        if low in _NO_INSERTION or (low in _OTHER_CLAUSE and opens >= 0):
            break
        following = tokens[index + 1]
        if following.tag in {"A", "Q"} and (tokens[index + 2].tag == "V" or tokens[index + 2].low in _ARTICLES):
            following = tokens[index + 2]  # ", wholly owned by the state,", ", 61% owned by Orwin,", ", now a group,"
        inserted = (
            following.low in _INSERTED
            or following.tag == "N"
            or (
                following.tag == "V"
                and (following.low.endswith(_PARTICIPLE) or following.low in _IRREGULAR or "say" in following.cue)
            )
            or following.tag == "P"
            or following.low in _ALONG
            or (following.tag == "Q" and not _RELATIVES.isdisjoint(reading.lows[index + 2 : index + 4]))
        )
        aged = low == "," and index > _AGE and tokens[index - 1].tag == "#" and tokens[index - _AGE].low == ","
        before = (
            reading.phrase_ending(index - 1 - aged * _AGE) if low == "," and inserted else None
        )  # "Ana Ruiz, 45, the head of Orwin,"
        fronted = before is not None and before.link == 0 and before.before in _SKIP_BEFORE  # "In Peru, Orwin, a venture, mined"
        if before is not None and not fronted and not (following.tag == "P" and before.time):
            opens = index - aged * _AGE
    return opens if opens > 0 else verb


def _before_dash(reading: Reading, close: int, verb: int) -> int:
    """Return where the subject must end of a verb behind the second of two dashes ("the areas -- A, B and C -- account for")."""
    lows = reading.lows
    low = lows[close]
    close -= lows[close - 1] == low
    for index in range(close - 2, max(0, close - _LONGEST_INSERTION), -1):
        if lows[index] == low:
            opens = index - (lows[index - 1] == low)
            return opens if reading.phrase_ending(opens - 1) is not None else verb
        if lows[index] in {";", ":"}:
            break
    return verb


def _head_names(reading: Reading, verb: int, phrase: Phrase | None, label: str) -> tuple[str, ...]:
    """Return the features of a subject: the cues of its head and of the word before it, alone and with the verb's."""
    if phrase is None:
        return ()
    tokens = reading.tokens
    head = tokens[phrase.last]
    found = [f"{label}:{cue}" for cue in head.cue]
    if not head.cue:
        found.append(f"{label}:{'NAME' if head.name else 'COM' if phrase.last in reading.commodity_tokens else lemma(head.low)}")
    if phrase.first != phrase.last:
        found.extend(f"{label}<{cue}" for cue in tokens[phrase.last - 1].cue[:2])
    if label == "gs" and tokens[verb].cue:
        found.extend(f"gsv:{cue}_{tokens[verb].cue[0]}" for cue in head.cue[:2])
    return tuple(found)
