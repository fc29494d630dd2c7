"""The commodity that the structure beside a number leaves no doubt of: "2.1 ounces of silver", "gold at 3 g/t", ore "grading 0.2% copper"."""

from __future__ import annotations

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import GOODS, CommodityMention, commodity_mentions, names
from mineralclaims.mentions.vocabulary import GOODS as MAY_NAME
from mineralclaims.mentions.vocabulary import Word, tokenize
from mineralclaims.slots.counting import Counting
from mineralclaims.slots.given_grade import graded, is_grade
from mineralclaims.slots.last_claim import LastClaim
from mineralclaims.slots.ties import in_brackets
from mineralclaims.text.tokens import Token

Beside = tuple[str, int, int]
"""The name of a commodity with its first and last token in the sentence."""

BESIDE = ("beside",)
"""The feature of a commodity that the structure settles."""

WEIGHTS = frozenset({"t", "short_ton", "long_ton", "kg", "g", "lb", "oz_t", "oz", "ct"})
MEASURES = WEIGHTS | {"bbl", "boe", "gal", "L", "m3", "ft3", "1000 m3", "1000 ft3", "1000000 Btu", "100000 Btu"}
"""What prices by weight or volume are given for."""

_AMOUNTS = frozenset({"reserve", "production", "grade"})
_BEFORE = frozenset({"at", "grading", "averaging", "assaying", ":", "("})
_QUALITIES = frozenset({
    "contained", "payable", "recoverable", "recovered", "refined", "fine", "pure", "primary", "attributable",
    "physical", "total", "saleable", "metallic", "proven", "proved", "probable", "indicated", "measured", "inferred",
})  # fmt: skip
_ORES = {"iron": "iron ore", "alumina": "bauxite"}
"""What a tonnage is of that is graded by what is won from it."""
_IN_UNITS = ("gold", "silver", "geo", "platinum", "palladium", "copper", "aueq", "ageq", "cueq")
"""What the words between a number and its unit, or the unit itself, say of what is counted: "5,110 gold equivalent ounces", "82,000 GEOs"."""

_LIST_REACH = 3
_JOINTS = frozenset({"and", "or", "&", "/", "-", "+", ",", ", and", ", or"})
_GRADES_APART = 9
_STOPS = frozenset({";", ":", "while", "whereas", "but"})


def commodity_beside(scene: Scene, claim_type: str, last: LastClaim) -> Beside | None:
    """Return the commodity that stands in the number's own phrase, or that of the grades that a tonnage is given with.

    Args:
        scene: the surroundings of the number.
        claim_type: the type of its claim.
        last: what the claim before settled on.
    """
    if claim_type in _AMOUNTS:
        reading, position = scene.reading, scene.position
        own = _within(reading, position) or _after(reading, scene.k)
        if own is not None:
            return own
        if claim_type == "grade":
            return _before(reading, scene.k) or _of_list(reading, position, last)
        return _of_grades(reading, position)
    if claim_type == "money":
        return of_priced(scene.reading, scene.position)
    return _of_share(scene.reading, scene.k) if claim_type == "share" else None


def _of_share(reading: Reading, k: int) -> Beside | None:
    """Return what a share is of ("a third of the world's cobalt", "1.6% iron and steel") or belongs to ("diesel (39%)")."""
    lows = reading.lows
    if lows[k + 1 : k + 2] != ["of"]:
        return _bracketed(reading, k) or _after(reading, k)
    phrase, whole = reading.phrase_from(k + 2), reading.whole_from(k + 2)
    if phrase is None or whole is None:
        return None
    found = next((one for one in reading.commodities if phrase.first <= one.first and one.last <= whole.last), None)
    return None if found is None else joined_commodities(reading, found)


def _bracketed(reading: Reading, k: int) -> Beside | None:
    """Return the commodity before the brackets in which a number stands alone."""
    if not in_brackets(reading, k):
        return None
    return next(((one.name, one.first, one.last) for one in reading.commodities if one.last == k - 2), None)


def _within(reading: Reading, position: int) -> Beside | None:
    """Return what is named inside the words of the quantity ("0.2 ounce of gold per ton", "82,000 gold equivalent ounces")."""
    mention = reading.quantities[position]
    folded = reading.document.folded
    if mention.quantity.unit not in GRADE_UNITS:
        written = folded[mention.around.start : mention.around.end].lower()
        if not any([metal in written for metal in _IN_UNITS]):
            return None
    elif mention.around.end - mention.around.start < len("1 oz of x a t"):
        return None
    tokens: list[Token] = []
    marked: list[tuple[int, Word]] = []
    tokenize(folded, mention.around.start, mention.around.end, tokens, marked)
    named = commodity_mentions(folded, tokens, [index for index, word in marked if word.marks & MAY_NAME])
    found = next((one.name for one in named if one.name != GOODS), None)
    if found is None:
        symbols = names().symbols
        found = next((symbols[sign][0] for sign in [folded[one.start : one.end] for one in tokens] if sign in symbols), None)
    return None if found is None else (found, -1, -1)


def _after(reading: Reading, k: int) -> Beside | None:
    """Return what follows a number directly: "5,000 ounces of gold", "1.6 pct copper", "30 tonnes of refined tin"."""
    lows, index = reading.lows, behind_unit(reading, k)
    if index < len(lows) and lows[index] == "of":
        index += 1
    found = [one for one in reading.commodities if one.first == index]  # "primary aluminium" is a name
    if index < len(lows) and lows[index] in _QUALITIES:
        index += 1
    found = found or [one for one in reading.commodities if one.first == index] or _heading(reading, index)
    return joined_commodities(reading, found[0]) if found else None


def behind_unit(reading: Reading, k: int) -> int:
    """Return the token behind a number and its unit, its full stop or one in brackets that says it again passed over: "9 grams per tonne (g/t) of silver"."""
    lows, at = reading.lows, k + 1
    at += lows[at : at + 1] == ["."]  # "$28 per oz. silver"
    return at + 3 if lows[at : at + 1] == ["("] and lows[at + 2 : at + 3] == [")"] else at


def of_priced(reading: Reading, position: int) -> Beside | None:
    """Return what a price by weight or volume is said to be of right behind it: "$2,250 per tonne lead", "$28 per oz. of silver"."""
    return _after(reading, reading.at[position]) if reading.quantities[position].quantity.per in MEASURES else None


def _heading(reading: Reading, index: int) -> list[CommodityMention]:
    """Return the commodity that a noun phrase after "of" ends with, what is joined to it first ("of conventional natural gas", "of rich gold and tin ore")."""
    if reading.lows[index - 1] != "of":
        return []
    phrase = reading.phrase_from(index)
    if phrase is None or phrase.first != index:
        return []
    inside = [one for one in reading.commodities if phrase.first <= one.first and one.last <= phrase.last]
    if not inside or inside[-1].last != phrase.last:
        return []
    while len(inside) > 1 and " ".join(reading.lows[inside[-2].last + 1 : inside[-1].first]) not in _JOINTS:
        del inside[:-1]
    return inside[-2:]


def joined_commodities(reading: Reading, first: CommodityMention) -> Beside:
    """Return a commodity with those that are joined to it."""
    listed, links = [first], [""]
    for mention in reading.commodities:
        if mention.first > listed[-1].last:
            link = " ".join(reading.lows[listed[-1].last + 1 : mention.first])
            if link not in _JOINTS:
                break
            listed.append(mention)
            links.append(link)
    # A comma joins two of three or more: "tin, tungsten and tantalum".
    while links[-1] == "," or (links[-1].startswith(", ") and links[-2] != ","):
        listed.pop()
        links.pop()
    return "; ".join(dict.fromkeys([one.name for one in listed])), first.first, listed[-1].last


def _before(reading: Reading, k: int) -> Beside | None:
    """Return what stands directly before a grade: "gold at 3 g/t", "copper (1.2%)"."""
    lows = reading.lows
    end = k - 2 if k and lows[k - 1] in _BEFORE else k - 1
    return next(((one.name, one.first, one.last) for one in reading.commodities if one.last == end and one.first >= 0), None)


def _of_list(reading: Reading, position: int, last: LastClaim) -> Beside | None:
    """Return what the grade before is of where the list goes on in the same unit and names nothing else ("3 g/t gold over 2 m, 4 g/t over 5 m")."""
    if last.sentence != reading.number or last.type != "grade" or last.commodity is None or not position:
        return None
    one, other = reading.quantities[position - 1], reading.quantities[position]
    begin, end = reading.at[position - 1], reading.at[position]
    between = reading.lows[begin + 1 : end]
    if len(between) < _LIST_REACH or "|" in between or "respectively" in reading.lows:
        return None
    if one.quantity.unit != other.quantity.unit or any(begin < mention.last and mention.first < end + _LIST_REACH for mention in reading.commodities if mention.first > begin + _LIST_REACH):  # fmt: skip
        return None
    return last.commodity, -1, -1


def _of_grades(reading: Reading, position: int) -> Beside | None:
    """Return what the grades behind a tonnage are of: "5 million tonnes grading 2 g/t gold and 0.3% copper"."""
    at = reading.at
    if position + 1 >= len(at) or graded(Counting(reading, position, frozenset())) != at[position + 1]:
        return None
    found: list[str] = []
    for later in range(position + 1, len(at)):
        if later > position + 1 and (
            at[later] - at[later - 1] > _GRADES_APART or not _STOPS.isdisjoint(reading.lows[at[later - 1] + 1 : at[later]])
        ):
            break
        if not is_grade(reading, later):
            break
        one = _within(reading, later) or _after(reading, at[later]) or _before(reading, at[later])
        if one is None:
            break
        found.append(_ORES.get(one[0], one[0]))
    return ("; ".join(dict.fromkeys(found)), -1, -1) if found else None
