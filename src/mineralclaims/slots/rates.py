"""What stands around a rate or a part: whose tariff it is, what it is on, the whole of a share, what a stake is in."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from mineralclaims.claims.besides import bracket_of
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.countries import blocs, names_of_demonyms
from mineralclaims.mentions.noun_classes import noun_class
from mineralclaims.mentions.party_words import changes, country_words, referring, verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.coordination import respective
from mineralclaims.slots.met_by import meets
from mineralclaims.slots.owned_at_last import owned_at_last
from mineralclaims.slots.papers import SECURITIES, is_issued
from mineralclaims.text.tags import RELATIVE, lemma
from mineralclaims.text.tokens import Token

_RATE_AT = frozenset({"to", "from", "of", "at", "by"})
_IN = frozenset({"in", "on", "over"})
_ON = frozenset({"on", "against"})
_OF = frozenset({"of", "in"})
_RATE_ON, _RATES = _ON | {"for"}, frozenset({"rate", "rates"})
_PLACED = frozenset({"at", "in", "near"})
_NO_GOODS = frozenset({"entry", "top", "account", "average", "trade", "paper", "basis", "day", "condition", "grounds", "arrival"})
_PARTIES = frozenset(
    {"countries", "nations", "exporters", "producers", "suppliers", "importers", "partners", "companies", "others"}
)
_FLOWS = frozenset({"imports", "import", "exports", "shipments", "purchases", "deliveries", "sales", "range", "list"})
_OWNED_BY = ["owned", "by"]
_OWNED, _OWNED_WITHIN = frozenset({"owned", "held"}), 20
_SHORT_LANDS = frozenset({"u.s.", "us", "eu", "uk"})
"""Countries whose short names stand for their adjectives: "a U.S. tariff" is theirs, "the Brazil tariff" one on Brazil."""

_TRADED, _GOODS = frozenset({"import", "export"}), frozenset({"product", "stuff"})
_CLAUSE = 25
_IN_LISTS = frozenset({"N", "D", "C", ","})
_CHARGED_BY = _ON | {"from"}
_PARTS_AT_MOST = 4
_ENTERING = frozenset({"into", "entering"})


def tariff_of(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return whose tariff the number is the rate of ("the Indian tariff rate on tin to 12%", "Chile's 9% levy", "a 5% duty imposed by Chile")."""
    reading, tokens, k = scene.reading, scene.reading.tokens, scene.k
    listed = in_brackets_of(scene)
    if listed is not None:
        return listed
    if k > 1 and tokens[k - 1].tag == "S":
        return reading.phrase_ending(k - 2)
    charge = reading.phrase_from(k + 1)
    if charge is not None and charge.first == k + 1 and "tariff" in tokens[charge.last].cue:
        if charge.after in _ON and (tokens[k + 1].low in names_of_demonyms() or tokens[k + 1].low in _SHORT_LANDS):
            return charge, "lead"  # "a 39% U.S. tariff"
        by = charge.last + 2
        if by < len(tokens) and tokens[by - 1].tag == "V" and tokens[by].low == "by":
            return reading.phrase_from(by + 1)
        return None
    if k < 1 or tokens[k - 1].low not in _RATE_AT:
        return None
    at = bisect_left(reading.phrase_ends, k) - 1
    for phrase in reversed(reading.phrases[max(0, at - _PARTS_AT_MOST) : at + 1]):
        if any("tariff" in token.cue for token in tokens[phrase.first : phrase.last + 1]):
            owner = phrase.possessor
            if owner is not None:
                return owner if tokens[owner.last].name else None
            return _land_of(reading, phrase)
        if phrase.first < scene.verb and phrase is not scene.subject:
            break
    return None


def entered(scene: Scene) -> Phrase | None:
    """Return the country or bloc that goods come into, which charges the tariff on them: "raised levies on Indian imports into Brazil to 20%"."""
    reading, k = scene.reading, scene.k
    lows, tokens = reading.lows, reading.tokens
    for at in range(max(0, k - _CLAUSE), min(len(lows) - 1, k + _CLAUSE)):
        if tokens[at].tag == "Q" and at > k:
            return None
        if lows[at] in _ENTERING:
            phrase = reading.phrase_from(at + 1)
            if phrase is None or any(token.tag == "Q" for token in tokens[at:k]):
                continue
            words = " ".join(lows[phrase.first : phrase.last + 1])
            return phrase if words in country_words() or words in blocs() else None
    return None


def _land_of(reading: Reading, charge: Phrase) -> tuple[Phrase, str] | None:
    """Return the country or bloc that a charge begins with, what only describes it passed over: "the existing EU duty of 8%"."""
    at = charge.first
    while at < charge.last and not reading.tokens[at].name:
        at += 1
    named = reading.lows[at] in country_words() or reading.lows[at] in blocs()
    return (charge, "lead") if named and at < charge.last else None


def in_brackets_of(scene: Scene) -> Phrase | None:
    """Return the country that a number alone stands in brackets behind: "Kenya (20 percent) and the EU (an average of 30 percent) charge more"."""
    reading, opens = scene.reading, bracket_of(scene)
    phrase = reading.phrase_ending(opens - 1) if opens > 0 else None
    if phrase is None or phrase.time:
        return None
    words = " ".join(reading.lows[phrase.first : phrase.last + 1])
    return phrase if (words in country_words() or words in blocs()) and phrase.before not in _CHARGED_BY else None


def charged_in_list(scene: Scene) -> Phrase | None:
    """Return what the sentence says that tariffs are on, where the number is that of one country among several: "a tariff on tin, Peru (3%)"."""
    if in_brackets_of(scene) is None:
        return None
    reading = scene.reading
    for at, token in enumerate(reading.tokens[:-2]):
        if "tariff" in token.cue and reading.lows[at + 1] in _ON:
            return owned_at_last(reading, at + 2)
    return _opening(scene)


def goods_first(scene: Scene) -> Phrase | None:
    """Return the goods that open a sentence before who charges what on them: "For rubber, Kesh levies a 2 percent duty"."""
    reading, phrase = scene.reading, _opening(scene)
    if phrase is None or phrase.last in reading.commodity_tokens or noun_class(reading.lows[phrase.last]) in _GOODS:
        return phrase
    return phrase if any(goods.first <= phrase.last <= goods.last for goods in reading.goods) else None


def _opening(scene: Scene) -> Phrase | None:
    """Return what "for" opens the sentence with, set off by a comma before the number: "For rubber, ..."."""
    reading = scene.reading
    phrase = reading.phrase_from(1) if reading.lows[:1] == ["for"] else None
    if phrase is None or phrase.time or phrase.name or phrase.last >= scene.k:
        return None
    return phrase if "," in reading.lows[phrase.last : scene.k] else None


def _owned_before(reading: Reading, k: int) -> int:
    """Return where "owned" stands behind a comma before a part or a list of parts: "a mine, owned 60% by Orwin and 40% by Calder"; -1 for nowhere."""
    for index in range(k - 1, max(1, k - _OWNED_WITHIN), -1):
        if reading.lows[index] in _OWNED:
            return index if reading.lows[index - 1] == "," and reading.tokens[index + 1].tag in {"Q", "A"} else -1
        if reading.tokens[index].tag in {"V", "X"}:
            return -1
    return -1


def behind(scene: Scene) -> Phrase | None:
    """Return the whole of a part, or what a stake is in: "60% of the output", "a 30 percent stake in the Kesh field"."""
    reading, at = scene.reading, scene.k + 1
    tokens = reading.tokens
    if _OWNED_BY in (reading.lows[at : at + 2], reading.lows[at + 1 : at + 3]) and tokens[scene.k - 1].low == ",":
        return _set_off(reading, scene.k - 2)
    owned = _owned_before(reading, scene.k) if reading.lows[at : at + 1] == ["by"] else -1
    if owned > 1:
        return _set_off(reading, owned - 2) or _common(reading, owned - 2)
    if at < len(tokens) and tokens[at].low == "of":
        if reading.lows[at + 1 : at + 2] in (["which"], ["whom"]):
            return antecedent(scene)
        whole = owned_at_last(reading, at + 1)
        if whole is None or tokens[whole.last].low not in SECURITIES:
            return whole
        if is_issued(reading, whole):
            return owned_at_last(reading, whole.last + 4) if reading.lows[whole.last + 3 : whole.last + 4] == ["of"] else None
        return owned_at_last(reading, whole.last + 2) if whole.after in _OF else None
    noun = reading.phrase_from(at)
    if noun is None or noun.first > at + 1 or not {"stake", "royalty"} & set(tokens[noun.last].cue) or noun.after not in _IN:
        return None
    return owned_at_last(reading, noun.last + 2)


def _set_off(reading: Reading, last: int) -> Phrase | None:
    """Return the name that a comma behind it sets off ("sold it to Orwin, half-owned by Kesh")."""
    phrase = reading.phrase_ending(last)
    named = phrase is not None and reading.tokens[last].name and not phrase.time and phrase.before not in _PLACED
    return phrase if named else None


def _common(reading: Reading, last: int) -> Phrase | None:
    """Return the thing without a name that ends at a token: "has a refinery, owned 60% by Orwin"."""
    phrase = reading.phrase_ending(last)
    return None if phrase is None or phrase.name or phrase.time or phrase.before in _PLACED else phrase


def fronted(scene: Scene) -> Phrase | None:
    """Return the whole that opens the sentence before its parts: "Of the firms questioned last year, 48% were hiring"."""
    reading, k = scene.reading, scene.k
    if reading.lows[:1] != ["of"] or scene.position or reading.lows[k - 1] != "," or reading.lows[k + 1 : k + 2] == ["of"]:
        return None
    return owned_at_last(reading, 1)


def antecedent(scene: Scene) -> Phrase | None:
    """Return what "of which" behind the number is said of: "imports, 20% of which", "revenue of $4 million, 83% of which"."""
    reading, at = scene.reading, scene.k - 1
    if reading.lows[at + 2 : at + 4] not in (["of", "which"], ["of", "whom"]):
        return None
    if at < 1 or reading.lows[at] != ",":
        return None
    at -= 1
    if reading.tokens[at].tag == "Q" and reading.lows[at - 1] == "of":
        at -= 2
    phrase = reading.phrase_ending(at)
    if phrase is None or phrase.time or phrase.kind != "base" or phrase.before in _PLACED:
        return None
    holder = phrase.holder
    if holder is not None and reading.tokens[holder.last].name and phrase.before == "of":
        return holder  # "Arbed of Luxembourg, a quarter of which"
    low = reading.lows[phrase.last]
    return None if low in SECURITIES or low in referring() or low in changes() else phrase


def charged(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return the goods or parties that a tariff of the number is on ("a 10% tariff on buses", "raised duties to 25% for all countries", "the 25% steel tariffs")."""
    reading, at = scene.reading, scene.k + 1
    noun = reading.phrase_from(at)
    if noun is not None and noun.first <= at and "tariff" in reading.tokens[noun.last].cue and noun.after in _ON:
        return owned_at_last(reading, noun.last + 2)
    if noun is not None and noun.first == at and goods_charged(reading, noun) >= 0:
        return noun, "part"
    return _charged_behind(scene)


def goods_charged(reading: Reading, phrase: Phrase) -> int:
    """Return the last token of the goods in "steel tariffs", "gold import duty"; -1 where a phrase names none: "import duty", "Chinese levy"."""
    if "tariff" not in reading.tokens[phrase.last].cue:
        return -1
    last = phrase.last - 1 - (reading.lows[phrase.last - 1] in _TRADED)
    goods = range(phrase.first, last + 1)
    named = (
        index in reading.commodity_tokens or reading.lows[index] == "and" or noun_class(reading.lows[index]) in _GOODS
        for index in goods
    )
    return last if goods and all(named) else -1


def _charged_behind(scene: Scene) -> Phrase | None:
    """Return what stands behind a bare rate and "on", where nothing before says what the tariff is on."""
    reading, at = scene.reading, scene.k + 1
    link = reading.lows[at : at + 1]
    phrase = owned_at_last(reading, at + 1) if link in (["on"], ["for"]) else None
    if phrase is None or reading.lows[phrase.last] in _NO_GOODS:
        return None
    if link == ["for"] and reading.lows[phrase.last] not in _PARTIES:
        return None
    if any(one.low == "on" and "tariff" in before.cue for before, one in pairwise(reading.tokens[max(0, at - _CLAUSE) : at])):
        return None
    flows = reading.lows[phrase.last] in _FLOWS and phrase.of is not None and not phrase.of.time
    return phrase.of if flows else phrase


def faces_respectively(scene: Scene) -> Phrase | None:
    """Return which of several is charged the rate that stands at its place in a list: "tin and zinc carry duties of 2% and 3% respectively"."""
    return respective(scene) if lemma(scene.verb_word) in verbs("facing") else None


def faces(scene: Scene) -> Phrase | None:
    """Return who is charged a tariff: whose the rate is, or whom a verb of getting says ("the rate for Kesh", "exporters face a 10% levy")."""
    subject = scene.subject
    if subject is None:
        return None
    if subject.after in _RATE_ON and _is_rate(scene.reading.tokens[subject.last]):
        return owned_at_last(scene.reading, subject.last + 2)
    if not meets(scene) or subject.last > scene.verb:
        return None
    gapped = scene.position > 0 and scene.reading.at[scene.position - 1] > scene.verb and respective(scene) is None
    relative = scene.reading.tokens[scene.verb - 1].tag == RELATIVE
    return None if gapped or relative or subject.time or subject.kind != "base" else subject


def list_before(reading: Reading, phrase: Phrase) -> int:
    """Return the token at which the list begins that a phrase is the last of: "Kenya, Peru and Uganda"."""
    first = phrase.first
    while first > 0 and phrase.first - first < _CLAUSE and reading.tokens[first - 1].tag in _IN_LISTS:
        first -= 1
    return first


def _is_rate(token: Token) -> bool:
    """Return whether a word says a tariff or its rate."""
    return "tariff" in token.cue or token.low in _RATES
