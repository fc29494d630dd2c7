"""Who the text names as the source of a number: speakers, reports, data; also across the sentences of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mineralclaims.claims.groups import NOTHING, Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import short_for_bodies
from mineralclaims.mentions.phrases import NO_PHRASE
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.course import opens_paragraph, tense_of
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Possible
from mineralclaims.slots.speakers import speaker_for
from mineralclaims.spans import Mention
from mineralclaims.text.tokens import Token

_CLOSE, _APPOSED, _REACH = 4, 22, 60
_SPEAKERS_BACK, _NAMES_BACK = 5, 30
_SUBJECT_AFTER = frozenset({"^", ",", '"', "but", "and", "N"})
_OPENINGS = frozenset({"he", "she", "it", "they", '"'})
_ALWAYS_SAY = frozenset({"reported", "said", "says"})
_AWAITING = frozenset({
    "expecting", "projecting", "predicting", "forecasting", "estimating", "anticipate", "anticipates", "anticipated",
    "anticipating", "calculates", "forecasts", "forecast",
})  # fmt: skip
_KINDS_OF_SAYING = ("forecast", "estimate", "threat", "propose")
_PROGNOSES = frozenset({
    "forecast", "forecasts", "estimate", "estimates", "outlook", "projection", "projections", "prediction",
    "expectation", "expectations", "guidance",
})  # fmt: skip
_FROM = frozenset({"from", "by", "of"})
_SAY_NOUNS = frozenset({
    "data", "figures", "report", "statement", "survey", "estimates", "poll", "study", "statistics", "calculations",
    "filing", "note", "forecast", "forecasts", "projections", "analysis", "assessment", "records", "document",
    "documents", "press", "release",
})  # fmt: skip


def attribution_options(scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the possible sources of a number."""
    reading = scene.reading
    options: list[Possible] = []
    saying = _saying(reading)
    quoted = discourse.document.quoted(reading.tokens[scene.k].start)
    speaker = speaker_for(reading, scene.k) if reading.speaking else None
    for candidate, group in _related(reading, saying, scene.k, quoted, speaker):
        mention = discourse.refers(candidate) if candidate.referring else _in_full(candidate, discourse)
        if mention is not None or candidate.kind != "pronoun":
            options.append((group, candidate.bare, candidate, mention))
    speakers = discourse.speakers
    says = min(len(saying), 2)
    course = (_bearing(scene, discourse), tense_of(scene), opens_paragraph(reading))
    opening = reading.lows[0] if reading.lows[0] in _OPENINGS else ""
    for rank, memory in enumerate(speakers[-1:-3:-1]):
        options.append(
            (
                _remembered(rank, min(reading.number - memory.sentence, 3), says, quoted, scene.position > 0, opening, course),
                memory.group,
                memory,
                None,
            )
        )
    side = "" if speaker is None else "L" if speaker[1] < scene.k else "R"
    options.append(
        (
            _nobody(says, quoted, min(reading.number - speakers[-1].sentence, 3) if speakers else -1, side, course),
            NOTHING,
            None,
            None,
        )
    )
    return options


def _bearing(scene: Scene, discourse: Discourse) -> str:
    """Return whether the claim before has a source, and how far back it is; "" for none."""
    last = discourse.last_claim
    had = last.settled is not None and last.settled.attribution.mention is not None
    return last.bearing(scene.reading.number, had=had)


_Course = tuple[str, str, bool]


def _in_full(candidate: Candidate, discourse: Discourse) -> Mention | None:
    """Return the name of a body that a text goes on about with one word of it ("the Chamber"), None where it is said in full."""
    word = candidate.reading.lows[candidate.last]
    if candidate.first != candidate.last or word not in short_for_bodies() or not candidate.reading.tokens[candidate.last].name:
        return None
    for memory in (*discourse.speakers[: -_SPEAKERS_BACK - 1 : -1], *discourse.names[: -_NAMES_BACK - 1 : -1]):
        words = memory.mention.text.lower().split()
        if len(words) > 1 and word in words:
            return memory.mention
    return None


@cache
def _remembered(rank: int, gap: int, says: int, quoted: bool, later: bool, opening: str, course: _Course) -> Group:
    """Return the features of a speaker remembered."""
    bearing, tense, opens = course
    found = [f"m{rank}", f"m{rank}_{gap}", f"m{rank}_{gap}_says{says}", f"m{rank}_{gap}_q{quoted:d}", f"mf{later:d}_{gap}"]
    found += [f"m{rank}_{tense}_says{says}", f"m{rank}_{gap}_par{opens:d}"]
    if bearing:
        found += [f"m{rank}_{bearing}", f"m{rank}_{bearing}_says{says}", f"m{rank}_{gap}_{bearing}"]
    return Group((*found, f"m_open_{opening}") if gap == 1 and opening else tuple(found))


@cache
def _nobody(says: int, quoted: bool, gap: int, side: str, course: _Course) -> Group:
    """Return the features of naming no source; ``gap`` is how far the last speaker is, -1 where there is none, ``side`` where somebody speaks."""
    found = ["null", f"null_says{says}", f"null_q{quoted:d}", f"null_says{says}_q{quoted:d}", f"null_first{gap < 0:d}"]
    bearing, tense, opens = course
    found += [f"null_{tense}_says{says}", f"null_par{opens:d}"]
    if bearing:
        found += [f"null_{bearing}", f"null_{bearing}_says{says}"]
    if side:
        found += ["null_spk", f"null_spk_{side}"]
    return Group((*found, f"null_gap{gap}_says{says}") if gap >= 0 else tuple(found))


def _related(
    reading: Reading,
    saying: list[int],
    k: int,
    quoted: bool,
    speaker: tuple[Candidate, int] | None,
) -> list[tuple[Candidate, Group]]:
    """Return the candidates that stand in some relation to saying, with their features; found once for all numbers between the same verbs and phrases."""
    if reading.sources is None:
        # Which candidates there are depends on no number, only on which side of it they stand.
        tokens, prognoses = reading.tokens, not _PROGNOSES.isdisjoint(reading.lows)
        reading.sources = [
            candidate
            for candidate in candidates(reading)
            if not candidate.phrase.time
            and not (candidate.kind == "trail" and tokens[candidate.first - 1].low == "of")
            and (
                saying
                or prognoses
                or (phrase := candidate.phrase).before == "by"
                or phrase.possessed is not None
                or tokens[phrase.last].low in _SAY_NOUNS
            )
            and _features(reading, candidate, saying, 0)
        ]
        reading.turns = sorted({*saying, *(candidate.last for candidate in reading.sources)})
    key = (bisect_left(reading.turns, k), quoted, -1 if speaker is None else speaker[1])
    known = reading.related.get(key)
    if known is None:
        known = reading.related[key] = []
        for candidate in reading.sources if speaker is None else _with_speaker(reading, speaker[0]):
            if abs(candidate.last - k) > _REACH:
                continue
            features = _features(reading, candidate, saying, k)
            if speaker is not None and candidate.phrase is speaker[0].phrase:
                features += _speaks(reading, candidate, speaker, k)
            known.append((candidate, _SOURCES[(*features, f"quoted_{features[0]}") if quoted else tuple(features)]))
    return known


def _with_speaker(reading: Reading, speaker: Candidate) -> list[Candidate]:
    """Return the sources of a sentence with whoever speaks in it, however far from the verb."""
    known = reading.sources or []
    return [*known, *[one for one in candidates(reading) if one.phrase is speaker.phrase and one not in known]]


_SOURCES: Groups[tuple[str, ...]] = Groups(Group)


def _speaks(reading: Reading, candidate: Candidate, speaker: tuple[Candidate, int], k: int) -> list[str]:
    """Return the features of whoever speaks, by the structure around the verb."""
    verb = reading.lows[speaker[1]]
    return [
        "spk",
        f"spk_{verb}_{'L' if speaker[1] < k else 'R'}",
        f"spk_{candidate.kind}",
        "spk!" if candidate is speaker[0] else "spk~",
    ]


def _saying(reading: Reading) -> list[int]:
    """Return the tokens of a sentence that say that somebody says something."""
    if reading.saying is None:
        reading.saying = [
            index for index, token in enumerate(reading.tokens)
            if (token.tag == "V" and "say" in token.cue) or token.low == "according" or (token.low in _ALWAYS_SAY) or (token.tag == "V" and token.low in _AWAITING)
        ]  # fmt: skip
    return reading.saying


def _features(reading: Reading, candidate: Candidate, saying: list[int], k: int) -> list[str]:
    """Return how a candidate stands to the verbs of saying; nothing where it does not at all."""
    tokens, phrase = reading.tokens, candidate.phrase
    first, last = phrase.first, phrase.last
    found: list[str] = []
    side = "L" if last < k else "R"
    after = bisect_left(saying, last + 1)
    for index in saying[bisect_left(saying, first - _CLOSE) : bisect_left(saying, last + _APPOSED + 1, after)]:
        verb = tokens[index].low
        if verb == "according":
            if 0 < first - index <= _CLOSE and tokens[index + 1].low == "to":
                found += ["acc", f"acc_{candidate.kind}", f"acc{side}"]
            continue
        between = "L" if index < k else "R"
        kind = next((cue for cue in _KINDS_OF_SAYING if cue in tokens[index].cue), "say")
        if 0 < index - last <= 3 and not any(token.tag == "Q" for token in tokens[last + 1 : index]):
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
            if verb in {"said", "says"}:
                found.append(f"said_{candidate.kind}")
        elif 0 < index - last <= _APPOSED and first == _apposed(reading, index):
            found += ["apposed", f"apposed={verb}", f"apposed{side}{between}", f"apposed_{candidate.kind}"]
        elif 0 < first - index <= 3 and (index + 1 == first or tokens[index + 1].tag == "D"):
            found += ["vs", f"vs={verb}", f"vs{side}{between}", f"vs_{candidate.kind}", f"vsk={kind}_{between}"]
    _add_documents(reading, candidate, side, found)
    if found and after < len(saying) and saying[after] < k:
        found.append("sayL")
    return found


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
    if head.low in _SAY_NOUNS:
        found += ["doc", f"doc{side}", f"doc={head.low}", f"doc_{candidate.kind}"]
    elif phrase.possessed is not None and tokens[phrase.possessed.last].low in _SAY_NOUNS:
        found += ["docof", f"docof{side}"]
    elif "source" in head.cue and found:
        found.append("src")


def _behind_document(tokens: list[Token], first: int) -> bool:
    """Return whether a phrase says whose data or report it is ("figures from the ministry")."""
    return any(token.low in _SAY_NOUNS for token in tokens[max(0, first - _CLOSE) : first - 1])


def _foretells(reading: Reading, last: int) -> bool:
    """Return whether a phrase is who makes or changes a forecast ("the agency raised its estimate of …")."""
    tokens = reading.tokens
    if last + 1 >= len(tokens) or tokens[last + 1].tag != "V" or _PROGNOSES.isdisjoint(reading.lows):
        return False
    return not _PROGNOSES.isdisjoint(reading.lows[last + 2 : last + 2 + _CLOSE])


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
