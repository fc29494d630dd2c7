"""Subjects that a list gives: "A and B rose 2% and 3%, respectively", "A rose 2%, B 3%", "followed by A at 5 tons and B at 3"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.slots.ties import first_of_event
from mineralclaims.text.tokens import Token

_LINKS = frozenset({",", "and", "or", "the", "its", "a", "an", "both"})
_NUMBERS_LINKED = frozenset({",", "and", "or", ";"})
_SEPARATORS = frozenset({",", "and", "while", ";"})
_BEFORE_AMOUNT = frozenset({"D", "A"})
_OTHERS = frozenset({"other", "remaining"})
_REACHING = frozenset({"to", "at"})
_LISTED_BY = frozenset({"followed", "led", "trailed", "topped", "headed"})
_AMOUNT = frozenset({"at", "with", "("})
_STANDS_FOR, _PLACED_BY = frozenset({"that", "those"}), frozenset({"in", "of", "from"})
_GOES_ON = frozenset({"V", "X", "Q", "P"})
_BEFORE_NUMBERS, _BEFORE_VERB = frozenset({"A", "D", "P"}), frozenset({"A", "X"})
_WHAT_THERE_IS = frozenset({"reserve", "resource", "produce", "export", "import", "consume", "stock", "sell", "capacity"})
_SEVERAL = 2
_LISTED_AT_MOST = 8
_LOOK_BACK = 12
_WITHIN = 3
_GAP = 6


def respective(scene: Scene) -> Phrase | None:
    """Return the phrase that belongs to a number by "respectively": as many phrases as numbers, in their order."""
    reading = scene.reading
    at = bisect_right(reading.respectively, scene.k)
    if at == len(reading.respectively):
        return _in_step(scene)
    word = reading.respectively[at]
    run = _numbers_before(scene, word)
    if scene.k not in run or len(run) == 1:
        return None
    between = [token for token in reading.tokens[run[-1] + 1 : word] if token.low not in _LINKS]
    found = _coordinated(scene, run[-1], word, len(run)) if between else []
    if not found and not any(is_time(token.low) or token.low.isdigit() for token in between):
        found = _coordinated(scene, -1, run[0], len(run))
    return found[run.index(scene.k)] if found else None


def respective_owner(scene: Scene) -> Phrase | None:
    """Return the phrase that belongs to an amount by "respectively" where it is no commodity: "Peru and Chile", not "oil and gas"."""
    phrase = respective(scene)
    return None if phrase is None or phrase.last in scene.reading.commodity_tokens or _is_reserve(scene, phrase) else phrase


def _is_reserve(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a phrase only says what there is of goods: "gas resources", "zinc output"."""
    return not _WHAT_THERE_IS.isdisjoint(scene.reading.tokens[phrase.last].cue)


def _in_step(scene: Scene) -> Phrase | None:
    """Return the phrase that belongs to a number because as many subjects stand before the verb as numbers behind it ("A and B rose 2% and 3%")."""
    verb, tokens = scene.verb, scene.reading.tokens
    run = _numbers_together(scene, len(tokens)) if scene.subject is not None else []
    if len(run) < _SEVERAL or any(token.tag not in _BEFORE_NUMBERS for token in tokens[verb + 1 : run[0]]):
        return None
    if sum(is_time(token.low) or token.low.isdigit() for token in tokens[run[-1] + 1 : run[-1] + 1 + _GAP]) > 1:
        return None  # "rose 2% and 3% in May and June"
    found = _coordinated(scene, -1, verb, len(run))
    if not found or scene.subject not in found or "and" not in scene.reading.lows[found[0].last : found[-1].first]:
        return None
    together = any(token.tag not in _BEFORE_VERB for token in tokens[found[-1].last + 1 : verb])
    return None if together else found[run.index(scene.k)]


def respective_numbers(scene: Scene) -> list[int]:
    """Return the tokens of the numbers, in order, that stand together before "respectively" with that of the scene; none where it is not one."""
    words = scene.reading.respectively
    at = bisect_right(words, scene.k)
    run = _numbers_before(scene, words[at]) if at < len(words) else []
    return run if scene.k in run else []


def _numbers_before(scene: Scene, word: int) -> list[int]:
    """Return the tokens of the numbers that stand together before a word, in order; none where the number of the scene is not one."""
    at = scene.reading.at
    run = _numbers_together(scene, word)
    end = bisect_left(at, run[-1])
    return [] if end + 1 < len(at) and at[end + 1] < word else run


def _numbers_together(scene: Scene, word: int) -> list[int]:
    """Return the tokens of the numbers that stand together with that of the scene before a word, in order."""
    at, tokens = scene.reading.at, scene.reading.tokens
    end = scene.position
    while (
        end + 1 < len(at)
        and end < scene.position + _LISTED_AT_MOST
        and at[end + 1] < word
        and _linked(tokens[at[end] + 1 : at[end + 1]])
    ):
        end += 1
    start = scene.position
    while start > scene.position - _LISTED_AT_MOST and start and _linked(tokens[at[start - 1] + 1 : at[start]]):
        start -= 1
    return at[start : end + 1]


def _linked(between: list[Token]) -> bool:
    """Return whether numbers with these tokens between them stand together."""
    return 0 < len(between) <= _WITHIN and all(token.low in _NUMBERS_LINKED for token in between)


def _coordinated(scene: Scene, first: int, last: int, count: int) -> list[Phrase]:
    """Return the nearest phrases before a token, and after another, that are coordinated and exactly so many."""
    reading = scene.reading
    chain: list[Phrase] = []
    end = bisect_left(reading.phrase_ends, last)
    for phrase in reversed(reading.phrases[max(0, end - _LOOK_BACK) : end]):
        if phrase.first <= first:
            break
        if chain:
            link = [token.low for token in reading.tokens[phrase.last + 1 : chain[0].first]]
            ends = len(chain) == count > 1 and "," in link  # "of GDP, and exports and imports rose"
            if ends or not _LINKS.issuperset(link):
                if len(chain) == count:
                    break
                chain = []
        if phrase.time or phrase.kind == "pronoun" or reading.lows[phrase.first][0].isdigit():
            chain = []
        else:
            chain.insert(0, phrase)
    return chain if len(chain) == count else []


def gapped(scene: Scene) -> Phrase | None:
    """Return the phrase right before a number that goes on a list without its verb ("copper rose 2%, zinc 3% and tin 1%")."""
    quantities, position = scene.reading.quantities, scene.position
    if not position or quantities[position].quantity.unit != quantities[position - 1].quantity.unit:
        return None
    return _without_verb(scene)


def gapped_name(scene: Scene) -> Phrase | None:
    """Return the name right before an amount of money that goes on a list without its verb ("Orwin earned $2m and Pelham $3m")."""
    reading, position = scene.reading, scene.position
    level = _level_of_move(scene)
    position -= level  # "Brent 54 cents lower at $57.02"
    if position <= 0 or reading.quantities[position].kind != reading.quantities[position - 1].kind:
        return None
    phrase = _before_without_verb(reading, position)
    if phrase is None:
        return None
    moved = level or reading.lows[reading.at[position] + 1 : reading.at[position] + 2] in _MOVED
    priced = moved and phrase.last in reading.commodity_tokens
    return phrase if reading.tokens[phrase.last].name or priced else None


_MOVED = (["lower"], ["higher"], ["up"], ["down"], ["cheaper"], ["dearer"], ["firmer"], ["weaker"])


def _level_of_move(scene: Scene) -> bool:
    """Return whether an amount is the level that the amount right before it led to: "54 cents lower at $57.02"."""
    reading, k = scene.reading, scene.k
    if not scene.position or reading.lows[k - 1] not in _REACHING:
        return False
    previous = reading.at[scene.position - 1]
    return k - previous == _WITHIN and reading.lows[previous + 1 : previous + 2] in _MOVED


def _without_verb(scene: Scene) -> Phrase | None:
    """Return the phrase right before a number where nothing but a few words, none a verb, stands between it and the number before."""
    return _before_without_verb(scene.reading, scene.position)


def _before_without_verb(reading: Reading, position: int) -> Phrase | None:
    """Return the phrase right before quantity number ``position`` where no verb stands between it and the number before."""
    at = reading.at[position] - 1
    while at > 0 and (reading.tokens[at].tag in _BEFORE_AMOUNT or reading.lows[at] in _OTHERS):
        at -= 1  # "Orwin the other 50%"
    listed_so = reading.lows[at] == "," and ";" in reading.lows[max(0, at - _GAP) : at]
    at -= listed_so  # "coal, 29 percent; and oil, 4 percent"
    phrase = reading.phrase_ending(at)
    if phrase is None or phrase.time or phrase.before not in _SEPARATORS:
        return None
    previous = reading.at[position - 1]
    words = reading.tokens[previous + 1 : phrase.first]
    return phrase if words and len(words) <= _GAP and all(token.tag != "V" for token in words) else None


def that_in(scene: Scene) -> Phrase | None:
    """Return the place whose amount "that" is, after another's ("output in Peru fell to 5 Mt, that in Chile rose to 7 Mt")."""
    reading, k = scene.reading, scene.k
    first = first_of_event(reading, scene.position)
    if not first:
        return None
    for at in range(reading.at[first] - 2, max(reading.at[first - 1], k - _LOOK_BACK), -1):
        if reading.lows[at] in _STANDS_FOR and reading.lows[at + 1] in _PLACED_BY:
            phrase = reading.phrase_from(at + 2)
            if phrase is None or phrase.time or not reading.tokens[phrase.last].name:
                return None
            return phrase if phrase.last < k and reading.tokens[phrase.last + 1].tag in _GOES_ON else None
        if reading.lows[at] == ";":
            return None
    return None


def priced_on(scene: Scene) -> Phrase | None:
    """Return the commodity whose price goes on a list without its verb ("lead rose to $1,990 a ton, zinc to $2,838")."""
    reading, k = scene.reading, scene.k
    if not scene.position or k < _WITHIN or reading.lows[k - 1] not in _REACHING:
        return None
    before, here = (reading.quantities[position].quantity for position in (scene.position - 1, scene.position))
    phrase = reading.phrase_ending(k - 2)
    if phrase is None or phrase.last not in reading.commodity_tokens or (before.unit, before.per) != (here.unit, here.per):
        return None
    words = reading.tokens[reading.at[scene.position - 1] + 1 : phrase.first]
    return phrase if phrase.before in _SEPARATORS and len(words) <= _GAP and all(token.tag != "V" for token in words) else None


def _item(scene: Scene, position: int) -> Phrase | None:
    """Return what an amount of a list belongs to: "Coralis at 5 tons", "Coralis, 5 tons", the second one of "Coralis, 5 tons (8%)"."""
    reading, k = scene.reading, scene.reading.at[position]
    if k <= 1 or (reading.lows[k - 1] not in _AMOUNT and reading.lows[k - 1] != ","):
        return None
    if position and reading.at[position - 1] == k - 2:
        return _item(scene, position - 1) if reading.lows[k - 1] == "(" else None
    end = k - 2
    if reading.lows[end] == ")":  # "Perunia (Arden), 7 million carats"
        opens = [at for at in range(max(0, end - _GAP), end) if reading.lows[at] == "("]
        end = opens[-1] - 1 if opens else end
    return reading.phrase_ending(end)


def listed(scene: Scene) -> Phrase | None:
    """Return the phrase whose amount a list gives after "at" or "with": "followed by Coralis at 13.7 tons and Pelham at 7.2 tons"."""
    reading = scene.reading
    phrase: Phrase | None = None
    for position in range(scene.position, max(-1, scene.position - _LISTED_AT_MOST), -1):
        owner = _item(scene, position)
        if owner is None or owner.time:
            return None
        phrase = phrase or owner
        if owner.before == "with" and reading.lows[owner.first - 2] == "along":
            return phrase
        if owner.before == "by":
            return phrase if not _LISTED_BY.isdisjoint(reading.lows[max(0, owner.first - _WITHIN) : owner.first]) else None
        if owner.before not in _SEPARATORS:
            return None
    return None
