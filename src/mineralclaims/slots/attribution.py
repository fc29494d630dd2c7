"""Who the text names as the source of a number: speakers, reports, data; also across the sentences of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mineralclaims.claims.groups import NOTHING, Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene, find_subject
from mineralclaims.mentions.party_words import short_for_bodies
from mineralclaims.mentions.phrases import NO_PHRASE, Phrase
from mineralclaims.mentions.saying_words import documents
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.course import tense_of
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.foreseers import foreseer
from mineralclaims.slots.parties import Possible
from mineralclaims.slots.saying import as_subject, kind_of_saying, saying_in, sure_sayings
from mineralclaims.slots.sources_by_form import forecaster, source_by_form
from mineralclaims.slots.speakers import speaker_for
from mineralclaims.slots.ties import lead_of
from mineralclaims.spans import Mention
from mineralclaims.text.sentences import MONTH_ABBREVIATIONS
from mineralclaims.text.tags import lemma
from mineralclaims.text.tokens import Token

_CLOSE, _BEHIND, _APPOSED, _REACH = 4, 3, 22, 60
_SPEAKERS_BACK, _NAMES_BACK = 5, 30
_SUBJECT_AFTER = frozenset({"^", ",", '"', "but", "and", "N"})
_OPENINGS = frozenset({"he", "she", "it", "they", '"'})
_PROGNOSES = frozenset({
    "forecast", "forecasts", "estimate", "estimates", "outlook", "projection", "projections", "prediction",
    "expectation", "expectations", "guidance",
})  # fmt: skip
_FROM = frozenset({"from", "by", "of"})
_GOES_WITH = frozenset({"in", "by", "on", "with", "through", "via"})
_BASES = frozenset({"from", "against", "("})


def attribution_options(scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the possible sources of a number."""
    reading = scene.reading
    options: list[Possible] = []
    by_form = source_by_form(reading, scene.k) or forecaster(scene) or foreseer(scene)
    if by_form is not None:
        named = discourse.refers(by_form) if by_form.referring else _in_full(by_form, discourse)
        if named is not None or by_form.kind != "pronoun":
            return [(_BY_FORM, by_form.bare, by_form, named)]
    saying = saying_in(reading)
    quoted = discourse.document.quoted(reading.tokens[scene.k].start)
    speaker = speaker_for(reading, scene.k) if saying else None
    for candidate, group in _related(reading, saying, scene.k, quoted, speaker):
        mention = discourse.refers(candidate) if candidate.referring else _in_full(candidate, discourse)
        if mention is not None or candidate.kind != "pronoun":
            options.append((group, candidate.bare, candidate, mention))
        if mention is not None and candidate.referring and candidate.first < candidate.last:
            # "The central bank" may be what it says, and no bank that was named before.
            options.append((_LITERAL[group.names], candidate.bare, candidate, candidate.mention))
    speakers = discourse.speakers
    says = sure_sayings(reading)
    course = (_bearing(scene, discourse), tense_of(scene), reading.opens_paragraph, lead_of(reading, scene.k) in _BASES)
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
    if not says and speaker is None:
        coming = discourse.speaker_after(reading.number)
        if coming is not None and (not speakers or speakers[-1].mention.text != coming.mention.text):
            options.append((_to_come(quoted, len(speakers) > 0, course), coming.group, coming, None))
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


_BY_FORM = Group(("form",))
_Course = tuple[str, str, bool, bool]


def _in_full(candidate: Candidate, discourse: Discourse) -> Mention | None:
    """Return the name of a body that a text goes on about with one word of it ("the Chamber"), None where it is said in full."""
    tokens = candidate.reading.tokens
    if tokens[candidate.last].name and candidate.last - candidate.first < 2:
        whole = antecedents_of(discourse.document).cast.whole(candidate.mention.text)
        if whole is not None:
            return Mention.at(discourse.document.text, *whole)
    word = candidate.reading.lows[candidate.last]
    if candidate.first != candidate.last or word not in short_for_bodies() or not candidate.reading.tokens[candidate.last].name:
        return None
    for memory in (*discourse.speakers[: -_SPEAKERS_BACK - 1 : -1], *discourse.names[: -_NAMES_BACK - 1 : -1]):
        words = memory.words.lower().split()
        if len(words) > 1 and word in words:
            return memory.mention
    return None


@cache
def _remembered(rank: int, gap: int, says: int, quoted: bool, later: bool, opening: str, course: _Course) -> Group:
    """Return the features of a speaker remembered."""
    bearing, tense, opens, base = course
    found = [f"m{rank}", f"m{rank}_{gap}", f"m{rank}_{gap}_says{says}", f"m{rank}_{gap}_q{quoted:d}", f"mf{later:d}_{gap}"]
    found += [f"m{rank}_{tense}_says{says}", f"m{rank}_{gap}_par{opens:d}"]
    found += [f"m{rank}_base_says{says}", f"m{rank}_base_{bearing}"] * base
    if bearing:
        found += [f"m{rank}_{bearing}", f"m{rank}_{bearing}_says{says}", f"m{rank}_{gap}_{bearing}"]
    return Group((*found, f"m_open_{opening}") if gap == 1 and opening else tuple(found))


@cache
def _to_come(quoted: bool, heard: bool, course: _Course) -> Group:
    """Return the features of a speaker whom only the sentence after names; ``heard`` says whether anybody spoke before."""
    bearing, tense, opens, _ = course
    found = [f"next_q{quoted:d}", f"next_q{quoted:d}_heard{heard:d}", f"next_{tense}", f"next_par{opens:d}_q{quoted:d}"]
    return Group((*found, f"next_{bearing}_q{quoted:d}"))


@cache
def _nobody(says: int, quoted: bool, gap: int, side: str, course: _Course) -> Group:
    """Return the features of naming no source; ``gap`` is how far the last speaker is, -1 where there is none, ``side`` where somebody speaks."""
    found = ["null", f"null_says{says}", f"null_q{quoted:d}", f"null_says{says}_q{quoted:d}", f"null_first{gap < 0:d}"]
    bearing, tense, opens, base = course
    found += [f"null_{tense}_says{says}", f"null_par{opens:d}"]
    found += [f"null_base_says{says}", f"null_base_{bearing}"] * base
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
            if (not candidate.phrase.time or tokens[candidate.last].low in documents())
            and not (candidate.kind == "trail" and tokens[candidate.first - 1].low == "of")
            and (
                saying
                or prognoses
                or (phrase := candidate.phrase).before == "by"
                or phrase.possessed is not None
                or tokens[phrase.last].low in documents()
            )
            and _features(reading, candidate, saying, 0)
        ]
        reading.turns = sorted({*saying, *(candidate.last for candidate in reading.sources)})
    base = lead_of(reading, k) in _BASES
    key = (
        bisect_left(reading.turns, k), bisect_left(reading.verbs, k), bisect_left(reading.breaks, k),
        quoted, -1 if speaker is None else speaker[1], base,
    )  # fmt: skip
    known = reading.related.get(key)
    if known is None:
        known = reading.related[key] = []
        for candidate in reading.sources if speaker is None else _with_speaker(reading, speaker[0]):
            if abs(candidate.last - k) > _REACH:
                continue
            features = _features(reading, candidate, saying, k)
            if speaker is not None and candidate.phrase is speaker[0].phrase:
                features += _speaks(reading, candidate, speaker, k)
            if base:
                features.append(f"base_{features[0]}")
            known.append((candidate, _SOURCES[(*features, f"quoted_{features[0]}") if quoted else tuple(features)]))
    return known


def _with_speaker(reading: Reading, speaker: Candidate) -> list[Candidate]:
    """Return the sources of a sentence with whoever speaks in it, however far from the verb."""
    known = reading.sources or []
    listed = candidates(reading)
    return [
        *known,
        *[
            one
            for one in (*listed, speaker)
            if one.phrase is speaker.phrase and one not in known and (one is not speaker or one not in listed)
        ],
    ]


_SOURCES: Groups[tuple[str, ...]] = Groups(Group)


def _literal(names: tuple[str, ...]) -> Group:
    """Return the features of words that could refer to a name, taken for what they say."""
    return Group((*names, "literal", f"literal_{names[0]}"))


_LITERAL: Groups[tuple[str, ...]] = Groups(_literal)


def _speaks(reading: Reading, candidate: Candidate, speaker: tuple[Candidate, int], k: int) -> list[str]:
    """Return the features of whoever speaks, by the structure around the verb."""
    verb = lemma(reading.lows[speaker[1]])
    return [
        "spk",
        f"spk_{verb}_{'L' if speaker[1] < k else 'R'}",
        f"spk_{candidate.kind}",
        "spk!" if candidate is speaker[0] else "spk~",
    ]


def _features(reading: Reading, candidate: Candidate, saying: list[int], k: int) -> list[str]:
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
