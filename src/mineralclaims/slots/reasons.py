"""Why each field of a claim has its value: the strongest cues of the winning choice, in words, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from mineralclaims.claims.decide import Decision
from mineralclaims.claims.explanation import Explanation, Later, Reason
from mineralclaims.claims.linear import Model, model
from mineralclaims.claims.scene import Scene
from mineralclaims.quantities.model import Quantity, QuantityMention
from mineralclaims.slots.fill import Filled
from mineralclaims.slots.source_words import source_mention
from mineralclaims.slots.wording import object_mention, subject_mention
from mineralclaims.spans import Mention
from mineralclaims.text.tags import DETERMINER
from mineralclaims.text.tokens import Token

_STRONGEST = 3
_MUCH_LESS = 5
"""How many times as much the strongest feature may weigh as one that is still named."""
_PLAIN = "asserted"
# What the features of candidates mean, by the first prefix that fits.
_MEANINGS: tuple[tuple[str, str], ...] = (
    ("beside", "named with the number"), ("unit", "by its unit"), ("null", "nothing in reach is named"), ("gsp", "owner of the subject"), ("gs", "subject of the governing verb"), ("ms", "subject of the main verb"),
    ("acc", "after 'according to'"), ("sv", "subject of a verb of saying"), ("said", "subject of a verb of saying"), ("vs", "right after a verb of saying"),
    ("apposed", "subject of a verb of saying, with an apposition"), ("doc", "a document or data that says it"), ("src", "a source by its noun"),
    ("topic", "the topic of the text"), ("name", "a name said before"), ("prev", "settled by the claim before"),
    ("most", "the name that the text is about"), ("home", "the country that the text names most"),
    ("land", "the country that the text is about"), ("focus", "the company that the text is about"), ("wide", "with what hangs on it"),
    ("spk", "who speaks in the sentence"), ("S", "subject of a verb of saying"), ("next_", "speaks in the next sentence"), ("resolved", "what the word stands for"),
    ("m", "settled by an earlier claim"), ("h", "a time of the sentence before"), ("o", "an earlier period of the text"), ("by", "the agent after 'by'"),
    ("adjL", "directly before the number"), ("L_", "before the number"), ("L", "before the number"), ("R", "after the number"),
    ("k=", "kind of phrase"), ("b=", "by the word before it"), ("insubj", "part of the subject"), ("inobj", "part of the object"), ("symbol", "chemical symbol"), ("s", "named before"),
    ("d0", "beside the number"), ("d", "near the number"),
)  # fmt: skip
_SETTLED_BY = {
    "text": "other words of the text say which",
    "country": "of a country that the text names",
    "amounts": "as other amounts of the text",
    "commodity": "by the commodity",
    "setting": "by the setting of the extractor",
    "default": "nothing says which, by default",
}
_CUE = re.compile(r"(?:a\|)?(l{1,2}|r{1,2}s?|l[01]|r[01]|gs|ms|L|Lb|Lq|R|Rb|Rq|L1|Lb1|Lq1)[:<](\w+)\Z")
_WORD = re.compile(r"(?:a\|)?(?:v|L|Lb|R|Rb|L1|R1)=(.+)\Z")


@attrs.frozen
class Trace:
    """What decided a claim."""

    scene: Scene
    decision: Decision
    filled: Filled

    def explain(self) -> Explanation:
        """Return the reasons, the type first."""
        return Explanation(tuple(_reasons(self)))


@attrs.frozen
class ToldHere(Later):
    """The reasons of a claim that this process has found: pickled as the reasons themselves, as the settings and words stay here."""

    def __reduce__(self) -> tuple[type[Explanation], tuple[tuple[Reason, ...]]]:
        """Pickle as the reasons themselves."""
        return Explanation, (self.explain().reasons,)


def type_reason(scene: Scene, decision: Decision) -> Reason:
    """Return why a quantity has its type, or has none: the rule, and the words that spoke most for it."""
    names = _top(model("type"), decision.features, decision.type)
    return Reason("type", decision.type, decision.rule, tuple(_cues(scene, names)))


def _reasons(trace: Trace) -> Iterable[Reason]:
    """Yield the reason of every field that has a value."""
    scene, decision, filled = trace.scene, trace.decision, trace.filled
    mention = scene.reading.quantities[scene.position]
    yield type_reason(scene, decision)
    yield from _quantity_reasons(scene, mention)
    if filled.aspect is not None:
        names = _top(model(f"aspect_{decision.type}"), decision.features, filled.aspect)
        yield Reason("aspect", filled.aspect, "cues and parties", tuple(_cues(scene, names)))
    parties = (
        ("subject", filled.subject, subject_mention(filled.subject, decision.type, filled.aspect, scene)),
        ("object", filled.object, object_mention(filled.object, decision.type) if filled.object is not None else None),
        ("attribution", filled.attribution, source_mention(filled.attribution)),
    )
    for field, option, party in parties:
        if option is not None and party is not None:
            yield Reason(field, party.text, _describe(field, option.features, decision.type), (party, *_verb(scene, field)))
    commodity = filled.commodity
    if commodity.value is not None:
        tokens = scene.reading.tokens
        cues = (_mention(scene, tokens[commodity.first].start, tokens[commodity.last].end),) if commodity.first >= 0 else ()
        yield Reason("commodity", commodity.value, _describe("commodity", commodity.features, decision.type), cues)
    if filled.modality == _PLAIN:
        yield Reason("modality", _PLAIN, "nothing makes it less than a statement")
    else:
        names = _top(model("modality"), filled.modality_features(), filled.modality)
        yield Reason("modality", filled.modality, "cues that govern the number", tuple(_cues(scene, names)))
    if filled.date.value is not None:
        span = filled.date.span
        yield Reason(
            "date",
            str(filled.date.value),
            _describe("date", filled.date.features, decision.type),
            (_mention(scene, span.start, span.end),) if span else (),
        )
    for field, value, place in (("category", filled.category[0], filled.category[1]), ("basis", filled.basis[0], filled.basis[1])):
        if value is not None:
            yield Reason(field, value, "stated beside the number", _place(scene, place))


def _place(scene: Scene, place: tuple[int, int] | None) -> tuple[Mention, ...]:
    """Return the words of a range of tokens, nothing where another sentence says it."""
    tokens = scene.reading.tokens
    return (_mention(scene, tokens[place[0]].start, tokens[place[1]].end),) if place is not None else ()


def _quantity_reasons(scene: Scene, mention: QuantityMention) -> Iterable[Reason]:
    """Yield the words that gave bounds, approximation, denominator, unit and currency."""
    for field, span in mention.cues:
        words = _mention(scene, span.start, span.end)
        yield Reason(field, _said(mention.quantity, field), "said beside the number", (words,))
    if mention.quantity.settled_by is not None:
        rule = _SETTLED_BY[mention.quantity.settled_by]
        yield Reason("unit", mention.quantity.unit, rule, (Mention(mention.text, mention.span),))
    elif mention.quantity.ton_kind is not None:
        open_ton = f", converts as {mention.quantity.ton}" if mention.quantity.ton_kind == "unstated" else ""
        rule = f"{mention.quantity.ton_kind} ton{open_ton}"
        yield Reason("unit", mention.quantity.unit, rule, (Mention(mention.text, mention.span),))


def _said(quantity: Quantity, field: str) -> str:
    """Return the value of a field of a quantity; ``bounds`` are written as the whole number."""
    return str(quantity) if field == "bounds" else str(getattr(quantity, field))


def _mention(scene: Scene, start: int, end: int) -> Mention:
    """Return a piece of the text."""
    return Mention.at(scene.reading.document.text, start, end)


def _top(decided: Model, names: Iterable[str], label: str) -> list[str]:
    """Return the features that spoke most for a label, without those that spoke much less than the first."""
    weights = decided.weights
    scored = [(weights[name].get(label, 0), name) for name in names if name in weights]
    ranked = sorted(scored, key=lambda item: (-item[0], item[1]))[: 2 * _STRONGEST]
    return [name for weight, name in ranked if weight > 0 and weight * _MUCH_LESS >= ranked[0][0]]


def _cues(scene: Scene, names: Iterable[str]) -> Iterable[Mention]:
    """Yield the words behind features, each once, at most three."""
    seen: set[int] = set()
    for name in names:
        index = _token_of(scene, name)
        if index is not None and index not in seen and len(seen) < _STRONGEST and _tells(scene.reading.tokens[index]):
            seen.add(index)
            token = scene.reading.tokens[index]
            yield _mention(scene, token.start, token.end)


def _tells(token: Token) -> bool:
    """Return whether a word tells a reader something: no mark and no article."""
    return token.low[0].isalnum() and token.tag != DETERMINER


def _token_of(scene: Scene, name: str) -> int | None:
    """Return the token that a feature is about, the nearest that fits."""
    tokens, k = scene.reading.tokens, scene.k
    cue = _CUE.match(name)
    if cue is not None:
        side, wanted = cue.groups()
        if side in {"gs", "ms"}:
            phrase = scene.subject if side == "gs" else scene.main
            return phrase.last if phrase is not None else None
        places = range(k - 1, -1, -1) if side[0] in "lL" else range(k + 1, len(tokens))
        return next((index for index in places if wanted in tokens[index].cue or tokens[index].low == wanted), None)
    word = _WORD.match(name)
    if word is None:
        return None
    if name.removeprefix("a|").startswith("v="):
        return scene.verb if scene.verb >= 0 else None
    places = range(k - 1, -1, -1) if name.removeprefix("a|").startswith("L") else range(k + 1, len(tokens))
    return next((index for index in places if tokens[index].low == word.group(1)), None)


def _verb(scene: Scene, field: str) -> Iterable[Mention]:
    """Yield the governing verb, for the subject."""
    if field == "subject" and scene.verb >= 0:
        token = scene.reading.tokens[scene.verb]
        yield _mention(scene, token.start, token.end)


def _describe(field: str, names: Iterable[str], claim_type: str) -> str:
    """Return in words the strongest feature of a choice."""
    table = model(field).of(claim_type)
    strongest = sorted(names, key=lambda name: (-table.get(name, 0), name))
    return next((meaning for name in strongest for prefix, meaning in _MEANINGS if name.startswith(prefix)), "by its place")
