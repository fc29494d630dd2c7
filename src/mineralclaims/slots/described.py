"""What a candidate is by its own words and those around it, whichever number is asked about."""

from __future__ import annotations

from functools import lru_cache

from mineralclaims.claims.groups import Group
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.noun_classes import noun_class
from mineralclaims.mentions.party_words import country_words, organisations, suffixes, titles
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.text.tags import ADVERB, PREDICATE

_WIDE, _HEAD = 4, 2
_REMEMBER_AT_MOST = 20_000


def described(reading: Reading, first: int, last: int, phrase: Phrase, kind: str) -> tuple[Group, Group]:
    """Return the features of a candidate that do not depend on the number, as of the sentence itself and as remembered later."""
    tokens, lows = reading.tokens, reading.lows
    head = tokens[last]
    low = head.low
    before = phrase.before if phrase.before in _BEFORE else "N"
    countries = country_words()
    country = low in countries or (kind == "lead" and lows[first] in countries)
    commodity = reading.commodity_tokens
    material = 0
    if commodity and not commodity.isdisjoint(range(first, last + 1)):
        material = 2 if last in commodity else 1
    titled = not titles().isdisjoint(lows[phrase.first : last + 1])
    possessed = phrase.possessed
    behind = phrase.last + 1
    while behind + 1 < len(tokens) and tokens[behind].tag == ADVERB and tokens[behind + 1].tag in _BEHIND_ADVERBS:
        behind += 1  # "Orwin currently holds"
    after = tokens[behind].low if behind < len(tokens) else "$"
    if behind < len(tokens) and after not in _AFTER:
        after = tokens[behind].tag
    opens = first == 0 or (first == 1 and tokens[0].tag == "D")
    width = last - first
    word = _about_word(low, head.name, head.cue)
    holder = phrase.last if kind in {"lead", "part"} else None
    if holder is None:
        holding = possessed or phrase.holder
        holder = None if holding is None else holding.last
    sort = ""
    if head.name and not country and kind != "pronoun":
        written = reading.document.folded[tokens[first].start : head.end]
        sort = antecedents_of(reading.document).cast.kind_of(written)
    key = (
        word, kind, before, min(_WIDE, width), country, material, titled, None if holder is None else tokens[holder].cue,
        possessed is not None, phrase.possessor is not None, after, opens, sort,
    )  # fmt: skip
    known = _KNOWN.get(key)
    if known is None:
        known = _remember(key)
    return known


_Key = tuple[tuple[str, ...], str, str, int, bool, int, bool, tuple[str, ...] | None, bool, bool, str, bool, str]
_KNOWN: dict[_Key, tuple[Group, Group]] = {}


def _remember(key: _Key) -> tuple[Group, Group]:
    """Work out the features of a key, without and with what joins the aspect of the claim."""
    word, kind, before, width, country, material, titled, holder, possessed, owned, after, opens, sort = key
    head = "com!" if material == _HEAD else "country" if country else sort or word[-1]
    found = [*word, f"k={kind}", f"b={before}", f"n={width}", f"{kind}_{'name' if 'name' in word else 'low'}_{before}"]
    found += ["country"] * country + ["com"] * (material > 0) + ["com!"] * (material == _HEAD) + ["titled"] * titled
    own = ""
    if holder is not None:
        by = kind if kind in {"lead", "part"} else "poss" if possessed else before
        cues = holder[:2] or ("none",)
        own = cues[0]
        found += ["own", f"own_{by}", *(f"own={cue}" for cue in cues), *(f"own_{by}={cue}" for cue in cues)]
    if possessed:
        found.append("poss")
    found += ["possd"] * owned + [f"a={after}"] + ["first"] * opens + [f"is={sort}"] * bool(sort)
    if len(_KNOWN) >= _REMEMBER_AT_MOST:
        _KNOWN.clear()
    names = tuple(found)
    joined = (head, f"own={own}") if own else (head,)
    made = _KNOWN[key] = (Group(names, joined, head, own), Group(names, head=head))
    return made


@lru_cache(maxsize=8192)
def about_name(words: str, sort: str) -> Group:
    """Return the static features of a name that is known by its words and what it is known to be."""
    low = words.lower().split()
    last = low[-1] if low else ""
    found = ["name", f"n={min(len(low) - 1, _WIDE)}", "heard"]
    if last in suffixes():
        found.append("org")
    if last in country_words() or words.lower() in country_words():
        found.append("country")
    if any(word in titles() for word in low):
        found.append("titled")
    if sort and "country" not in found:
        found.append(f"is={sort}")
    return Group(tuple(found), head="country" if "country" in found else sort or "name")


@lru_cache(maxsize=8192)
def _about_word(low: str, name: bool, cues: tuple[str, ...]) -> tuple[str, ...]:
    """Return the features of a head word, the one that stands for its class last."""
    found = ["name" if name else f"h={low}"]
    if low in suffixes() and name:
        found.append("org")
    if low in organisations():
        found.append("orgword")
    found += [f"hc={cue}" for cue in reversed(cues)]
    if not cues and not name:
        found.append(f"hc={noun_class(low)}")
    return tuple(found) if not name or cues else (*found[1:], "name")


_BEHIND_ADVERBS = PREDICATE | {ADVERB}
_BEFORE = frozenset({
    "of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "than", "and", "or", ",", "^",
    "between", "into", "over", ":", "(", "which", "that",
})  # fmt: skip
_AFTER = frozenset({"'s", "of", "in", ",", "said", "(", ":", "and", "to", "at", "by"})
