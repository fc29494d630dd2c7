"""How a phrase stands to the verbs of saying and the documents of its sentence, as a possible source of a number."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.phrases import NO_PHRASE, Phrase
from mineralclaims.mentions.saying_words import documents
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.saying import as_subject, kind_of_saying
from mineralclaims.text.sentences import MONTH_ABBREVIATIONS
from mineralclaims.text.tags import lemma
from mineralclaims.text.tokens import Token

_CLOSE, _BEHIND, _APPOSED = 4, 3, 22
_SUBJECT_AFTER = frozenset({"^", ",", '"', "but", "and", "N"})
PROGNOSES = frozenset({
    "forecast", "forecasts", "estimate", "estimates", "outlook", "projection", "projections", "prediction",
    "expectation", "expectations", "guidance",
})  # fmt: skip
"""What somebody makes or changes who foresees a number."""

_FROM = frozenset({"from", "by", "of"})
_GOES_WITH = frozenset({"in", "by", "on", "with", "through", "via"})


def speaks(reading: Reading, candidate: Candidate, speaker: tuple[Candidate, int], k: int) -> list[str]:
    """Return the features of whoever speaks, by the structure around the verb."""
    verb = lemma(reading.lows[speaker[1]])
    return [
        "spk",
        f"spk_{verb}_{'L' if speaker[1] < k else 'R'}",
        f"spk_{candidate.kind}",
        "spk!" if candidate is speaker[0] else "spk~",
    ]


def source_features(reading: Reading, candidate: Candidate, saying: list[int], k: int) -> list[str]:
    """Return how a candidate stands to the verbs of saying; nothing where it does not at all."""
    tokens, phrase = reading.tokens, candidate.phrase
    first, last = phrase.first, phrase.last
    found = as_subject(reading, candidate, saying, k)
    side = "L" if last < k else "R"
    after = bisect_left(saying, last + 1)
    for index in saying[bisect_left(saying, first - _CLOSE - 2) : bisect_left(saying, last + _APPOSED + 1, after)]:
        verb = lemma(tokens[index].low)
        if verb == "according":
            if 0 < first - index <= _CLOSE + _dated(tokens, index + 2, first) and tokens[index + 1].low == "to":
                found += ["acc", f"acc_{candidate.kind}", f"acc{side}"]
            continue
        between = "L" if index < k else "R"
        kind = kind_of_saying(reading, index)
        if (
            0 < index - last <= 3
            and not any([token.tag == "Q" for token in tokens[last + 1 : index]])
            and not _passed(reading, phrase, index)
        ):
            found += [
                "sv",
                f"sv={verb}",
                f"sv{side}{between}",
                f"sv_{candidate.kind}",
                f"sv={verb}_{between}",
                f"svgap{index - last}",
                f"svk={kind}_{between}",
                f"svk={kind}_{candidate.kind}",
            ]
            if verb == "say":
                found.append(f"said_{candidate.kind}")
        elif 0 < index - last <= _APPOSED and first == _apposed(reading, index):
            found += ["apposed", f"apposed={verb}", f"apposed{side}{between}", f"apposed_{candidate.kind}"]
        elif 0 < first - index <= _BEHIND and (index + 1 == first or tokens[index + 1].tag == "D"):
            found += ["vs", f"vs={verb}", f"vs{side}{between}", f"vs_{candidate.kind}", f"vsk={kind}_{between}"]
    _add_documents(reading, candidate, side, found)
    if found and after < len(saying) and saying[after] < k:
        found.append("sayL")
    return found


def _passed(reading: Reading, phrase: Phrase, verb: int) -> bool:
    """Return whether a phrase before a verb only goes with its subject or the clause ("The bank, in its report, said", "In its report the bank said")."""
    subject = find_subject(reading, verb)
    if subject is None or subject is phrase or phrase.holder is subject or phrase.before not in _GOES_WITH:
        return False
    return reading.tokens[phrase.last].low in documents()


def _dated(tokens: list[Token], begin: int, first: int) -> int:
    """Return by how much further a source may stand for the day that it is dated by ("according to a Dec. 21 report")."""
    return 2 if first - begin <= _CLOSE and any(token.low in MONTH_ABBREVIATIONS for token in tokens[begin:first]) else 0


def _add_documents(reading: Reading, candidate: Candidate, side: str, found: list[str]) -> None:
    """Add how a candidate stands to reports, data and forecasts: one itself, or who made it."""
    tokens, phrase = reading.tokens, candidate.phrase
    first, last = phrase.first, phrase.last
    if phrase.before == "by" and first >= 2 and (tokens[first - 2].cue or tokens[first - 1].low != "by"):
        found += ["by", *(f"by:{cue}" for cue in tokens[max(0, first - 2)].cue[:2])]
    if phrase.before in _FROM and first >= 2 and _behind_document(tokens, first):
        found += ["docfrom", f"docfrom={phrase.before}", f"docfrom_{candidate.kind}"]
    if _foretells(reading, last):
        found += ["foretells", f"foretells_{candidate.kind}"]
    head = tokens[last]
    if head.low in documents():
        found += ["doc", f"doc{side}", f"doc={head.low}", f"doc_{candidate.kind}"]
    elif phrase.possessed is not None and tokens[phrase.possessed.last].low in documents():
        found += ["docof", f"docof{side}"]
    elif "source" in head.cue and found:
        found.append("src")


def _behind_document(tokens: list[Token], first: int) -> bool:
    """Return whether a phrase says whose data or report it is ("figures from the ministry")."""
    return any(token.low in documents() for token in tokens[max(0, first - _CLOSE) : first - 1])


def _foretells(reading: Reading, last: int) -> bool:
    """Return whether a phrase is who makes or changes a forecast ("the agency raised its estimate of …")."""
    tokens = reading.tokens
    if last + 1 >= len(tokens) or tokens[last + 1].tag != "V" or PROGNOSES.isdisjoint(reading.lows):
        return False
    return not PROGNOSES.isdisjoint(reading.lows[last + 2 : last + 2 + _CLOSE])


def _apposed(reading: Reading, verb: int) -> int:
    """Return the first token of the subject that an apposition separates from its verb ("X, head of Y at Z, said")."""
    if verb and reading.tokens[verb - 1].low != ",":
        return -1
    if reading.apposition is None:
        reading.apposition = next(
            (
                phrase
                for phrase in reading.phrases
                if phrase.before in _SUBJECT_AFTER and reading.lows[phrase.last + 1 : phrase.last + 2] == [","]
            ),
            NO_PHRASE,
        )
    return reading.apposition.first if reading.apposition.last < verb else -1
