"""Who the text names as the source of a number: speakers, reports, data; also across the sentences of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mineralclaims.claims.groups import NOTHING, Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import short_for_bodies
from mineralclaims.mentions.saying_words import documents
from mineralclaims.slots.actors import PERSON
from mineralclaims.slots.announcements import announcer
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.course import tense_of
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.foreseers import foreseer
from mineralclaims.slots.nameless_voices import with_body
from mineralclaims.slots.parties import Possible
from mineralclaims.slots.saying import saying_in, sure_sayings
from mineralclaims.slots.source_features import PROGNOSES, source_features, speaks
from mineralclaims.slots.sources_beside import body_of, in_office, is_laid_to_somebody, is_quote_closed, maker_of, source_beside
from mineralclaims.slots.sources_by_form import forecaster, source_by_form
from mineralclaims.slots.sources_in_passing import source_in_passing
from mineralclaims.slots.speakers import is_named_office, speaker_for
from mineralclaims.slots.ties import BASE_LEADS, lead_of
from mineralclaims.spans import Mention
from mineralclaims.text.tags import RELATIVE

_REACH = 60
_SPEAKERS_BACK, _NAMES_BACK = 5, 30
_TELLING = frozenset({"told", "tells", "tell", "telling"})
_WRITER = "we"
_OPENINGS = frozenset({"he", "she", "it", "they", '"'})


def attribution_options(scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the possible sources of a number."""
    reading = scene.reading
    options: list[Possible] = []
    k = scene.k
    by_form = (
        forecaster(scene)
        or source_by_form(reading, k)
        or announcer(reading, k)
        or foreseer(scene)
        or source_in_passing(reading, k)
        or source_beside(reading, k)
    )
    if by_form is not None:
        named = discourse.refers(by_form) if by_form.referring else _in_full(by_form, discourse)
        if named is not None or by_form.kind != "pronoun":
            return [(_BY_FORM, by_form.bare, by_form, named)]
    saying = saying_in(reading)
    quoted = discourse.document.quoted(reading.tokens[scene.k].start)
    speaker = speaker_for(reading, scene.k) if saying else None
    if quoted and speaker is not None and speaker[1] > scene.k and is_quote_closed(reading, scene.k, speaker[1]):
        closer = speaker[0]
        if antecedents_of(discourse.document).cast.kind_of(closer.mention.text) == PERSON:
            return [(_BY_FORM, closer.bare, closer, None)]
    if speaker is not None and is_named_office(speaker[0]):
        return [(_BY_FORM, speaker[0].bare, speaker[0], _in_full(speaker[0], discourse))]
    for related, group in _related(reading, saying, scene.k, quoted, speaker):
        if reading.lows[related.phrase.link] in _TELLING and related.phrase.link >= 0:
            continue  # "he told the Lima Post"
        if (speaker is not None and _is_aside(related, *speaker)) or reading.lows[related.last] == _WRITER or _is_medium(related):
            continue
        candidate = maker_of(related) or with_body(related) or body_of(related) or in_office(related) or related
        mention = discourse.refers(candidate) if candidate.referring else _in_full(candidate, discourse)
        if mention is not None or candidate.kind != "pronoun":
            options.append((group, candidate.bare, candidate, mention))
        if mention is not None and candidate.referring and candidate.first < candidate.last:
            # "The central bank" may be what it says, and no bank that was named before.
            options.append((_LITERAL[group.names], candidate.bare, candidate, candidate.mention))
    speakers = discourse.speakers
    says = sure_sayings(reading)
    course = (_bearing(scene, discourse), tense_of(scene), reading.opens_paragraph, lead_of(reading, scene.k) in BASE_LEADS)
    opening = reading.lows[0] if reading.lows[0] in _OPENINGS else ""
    named_first = reading.lows[:2] == _ACCORDING_TO and not quoted  # then nobody who spoke before says it
    for rank, memory in enumerate(() if named_first else speakers[-1:-3:-1]):
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
    if options and is_laid_to_somebody(reading, scene.k):
        return options
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


def _is_aside(candidate: Candidate, speaker: Candidate, verb: int) -> bool:
    """Return whether a name stands in a relative clause between who speaks and the verb: Pelham in "Orwin, which digs at Pelham, said"."""
    reading = speaker.reading
    if not speaker.last < candidate.first < verb or reading.lows[verb - 1] != ",":
        return False
    return any(token.tag == RELATIVE for token in reading.tokens[speaker.last + 1 : candidate.first])


def _is_medium(candidate: Candidate) -> bool:
    """Return whether something is only what somebody said it in: "Orwin said in a statement"."""
    reading, link = candidate.reading, candidate.phrase.link
    return (
        link > 1 and reading.lows[link] == "in" and reading.lows[link - 1] == "said" and reading.lows[candidate.last] in documents()
    )


def _bearing(scene: Scene, discourse: Discourse) -> str:
    """Return whether the claim before has a source, and how far back it is; "" for none."""
    last = discourse.last_claim
    had = last.settled is not None and last.settled.attribution.mention is not None
    return last.bearing(scene.reading.number, had=had)


_ACCORDING_TO = ["according", "to"]
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
        tokens, prognoses = reading.tokens, not PROGNOSES.isdisjoint(reading.lows)
        reading.sources = [
            candidate
            for candidate in candidates(reading)
            if (not candidate.phrase.time or tokens[candidate.last].low in documents())
            and not (candidate.kind == "trail" and tokens[candidate.first - 1].low == "of")
            and not (candidate.first > 1 and reading.lows[candidate.first - 2 : candidate.first] == ["(", "see"])
            and (
                saying
                or prognoses
                or (phrase := candidate.phrase).before == "by"
                or phrase.possessed is not None
                or tokens[phrase.last].low in documents()
            )
            and source_features(reading, candidate, saying, 0)
        ]
        reading.turns = sorted({*saying, *(candidate.last for candidate in reading.sources)})
    base = lead_of(reading, k) in BASE_LEADS
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
            features = source_features(reading, candidate, saying, k)
            if speaker is not None and candidate.phrase is speaker[0].phrase:
                features += speaks(reading, candidate, speaker, k)
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
