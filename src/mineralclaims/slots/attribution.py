"""Who the text names as the source of a number: speakers, reports, data; also across the sentences of a quotation."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Option
from mineralclaims.claims.scene import Scene

_SAY_NOUNS = frozenset({"data", "figures", "report", "statement", "survey", "estimates", "poll", "study", "statistics", "calculations", "filing", "note", "forecast", "forecasts", "projections", "analysis", "assessment", "records", "document", "documents", "press", "release"})


def attribution_options(scene: Scene, discourse: Discourse) -> list[Option]:
    """Return the possible sources of a number."""
    reading, k = scene.reading, scene.k
    options = []
    saying = _saying(reading)
    quoted = discourse.document.quoted(reading.tokens[k].start)
    for candidate in candidates(reading):
        features = _features(reading, candidate, saying, k)
        if not features:
            continue
        if quoted:
            features.append(f"quoted_{features[0]}")
        mention = discourse.refers(candidate)
        if mention is None:
            if candidate.kind == "pronoun":
                continue
            mention = candidate.mention
        options.append(Option(mention, tuple(features), candidate))
    opening = reading.tokens[0].low
    says = f"says{min(len(saying), 2)}"
    for rank, memory in enumerate(discourse.speakers[-1:-3:-1]):
        gap = min(reading.number - memory.sentence, 3)
        features = [f"m{rank}", f"m{rank}_{gap}", f"m{rank}_{gap}_{says}", f"m{rank}_{gap}_q{quoted:d}", f"mf{scene.position > 0:d}_{gap}"]
        if gap == 1 and opening in {"he", "she", "it", "they", '"'}:
            features.append(f"m_open_{opening}")
        options.append(Option(None, tuple(features), None, memory))
    nothing = ["null", f"null_{says}", f"null_q{quoted:d}", f"null_{says}_q{quoted:d}", f"null_first{not discourse.speakers:d}"]
    if discourse.speakers:
        nothing.append(f"null_gap{min(reading.number - discourse.speakers[-1].sentence, 3)}_{says}")
    options.append(Option(None, tuple(nothing)))
    return options


def _saying(reading: Reading) -> list[int]:
    """Return the tokens of a sentence that say that somebody says something."""
    if reading.saying is None:
        reading.saying = [
            index for index, token in enumerate(reading.tokens)
            if (token.tag == "V" and "say" in token.cue) or token.low == "according" or (token.low in {"reported", "said", "says"})
        ]  # fmt: skip
    return reading.saying


def _features(reading: Reading, candidate: Candidate, saying: list[int], k: int) -> list[str]:
    """Return how a candidate stands to the verbs of saying; nothing where it does not at all."""
    tokens, phrase = reading.tokens, candidate.phrase
    first, last = phrase.first, phrase.last
    found: list[str] = []
    side = "L" if last < k else "R"
    for index in saying:
        verb = tokens[index].low
        if verb == "according":
            if 0 < first - index <= 4 and tokens[index + 1].low == "to":
                found += ["acc", f"acc_{candidate.kind}", f"acc{side}"]
            continue
        between = "L" if index < k else "R"
        if 0 < index - last <= 3 and not any(token.tag == "Q" for token in tokens[last + 1 : index]):
            found += ["sv", f"sv={verb}", f"sv{side}{between}", f"sv_{candidate.kind}", f"sv={verb}_{between}", f"svgap{index - last}"]
            if verb in {"said", "says"}:
                found.append(f"said_{candidate.kind}")
        elif 0 < index - last <= 22 and first == _apposed(reading, index):
            found += ["apposed", f"apposed={verb}", f"apposed{side}{between}", f"apposed_{candidate.kind}"]
        elif 0 < first - index <= 3 and (index + 1 == first or tokens[index + 1].tag in "D"):
            found += ["vs", f"vs={verb}", f"vs{side}{between}", f"vs_{candidate.kind}"]
    if phrase.before == "by" and first >= 2 and (tokens[first - 2].cue or tokens[first - 1].low != "by"):
        found += ["by", *(f"by:{cue}" for cue in tokens[max(0, first - 2)].cue[:2])]
    head = tokens[last]
    if head.low in _SAY_NOUNS:
        found += ["doc", f"doc{side}", f"doc={head.low}", f"doc_{candidate.kind}"]
    elif phrase.possessed is not None and tokens[phrase.possessed.last].low in _SAY_NOUNS:
        found += ["docof", f"docof{side}"]
    elif "source" in head.cue and (found or candidate.kind == "base"):
        found += ["src", f"src{side}_{'sv' if found else 'n'}"]
    if found and any(place < k and place > last for place in saying):
        found.append("sayL")
    return found


def _apposed(reading: Reading, verb: int) -> int:
    """Return the first token of the subject that an apposition separates from its verb ("X, head of Y at Z, said")."""
    if verb and reading.tokens[verb - 1].low != ",":
        return -1
    for phrase in reading.phrases:
        if phrase.last < verb and phrase.before in {"^", ",", '"', "but", "and", "N"}:
            sign = reading.tokens[phrase.last + 1].low if phrase.last + 1 < verb else ""
            if sign == ",":
                return phrase.first
    return -1
