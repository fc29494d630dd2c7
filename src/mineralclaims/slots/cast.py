"""The names of a text as a cast: which are companies and bodies, which persons or places, and whom "the company" means at a place.

Found by capitals and by the words around them, in one scan of the whole text and only when something in it refers back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import NamedTuple

from mineralclaims.claims.reading import Document
from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.commodities import names as commodity_lists
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.cues import cue_classes
from mineralclaims.mentions.party_words import country_words, generic, organisations, sites, suffixes, titles
from mineralclaims.mentions.phrases import TIME_WORDS
from mineralclaims.slots.said_names import NO_PARTIES, OPENERS
from mineralclaims.text.tags import words as word_lists

_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z](?:[\w&]|[-/'](?=\w{2}))*)"
_FOR = (
    "(?:"
    + "|".join(
        rf"(?<={word}\s)"
        for word in ("Office", "Centre", "Center", "Ministry", "Department", "Institute", "Agency", "Council", "Organization")
    )
    + ")for"
)
_RUN = re.compile(rf"(?<![\w$]){_WORD}(?:\s(?:&\s|(?:of|de|del|da|do|van|von|du|la|{_FOR})\s(?=[A-Z]))?{_WORD}){{0,5}}(?:\splc\b)?")
_ACTS = re.compile(
    r",? ?(?:which |who |also )?(?:is|has|had|was|were|said|says|will|would|plans|expects|reported|announced|owns|holds|operates|made|posted|paid|bought|"
    r"agreed|earned|lost|sold|shipped|produced|gets|raised|cut|fell|rose)\b"
)
_SAYS = re.compile(r" (?:said|says|told|added|wrote|explained|noted|recalled)\b")
_LISTED = re.compile(
    r"(?: shares?\b| stock\b|'s? shares\b| ?\((?:[A-Z]+: ?)?[A-Z0-9.]{2,8}\)|,? (?:Inc|Ltd|Corp|Plc|PLC|NL|SA|AG)\b)"
)
_PERSON_SAYS = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:said|says|told|added|declined|noted|also|would|has|was)\b")
_ACCORDING = re.compile(r"\b(?:according to|compiled by|polled by|data from|estimated by)(?: [\w'-]+){0,4}\s*\Z")
_SITE = re.compile(
    r"(?: [a-z][a-z-]*){0,2} (?:mine|project|deposit|field|refinery|smelter|plant|terminal|pipeline|concession|pit|shaft|licence|prospect)s?\b"
)
_ACRONYM = re.compile(r"\s\((?:the )?\"?([A-Z][A-Za-z]{1,7})\)")
DESCRIBED = ("-based", "-listed", "-owned", "-headquartered", "-controlled", "-registered", "-backed", "-run")
"""The ends of words before a name that only describe whom it names."""

_ASIDE = frozenset(
    ["in", "at", "near", "of", "by", "from", "for", "to", "with", "on", "against", "between", "than", "over", "into", "and"]
)
_LOOK_BACK = 40
_FAR = 12
COMPANY, PERSON, PLACE, BODY, OTHER = "company", "person", "place", "body", "other"
_BODIES = frozenset(
    [
        "ministry",
        "department",
        "office",
        "bureau",
        "agency",
        "institute",
        "administration",
        "statistics",
        "association",
        "commission",
        "survey",
        "university",
        "centre",
        "center",
        "exchange",
        "bourse",
        "treasury",
        "parliament",
        "senate",
        "congress",
        "court",
        "council",
        "committee",
        "index",
    ]
)
"""Words that begin or end the names of bodies that are no companies: they give figures more often than they earn or pay."""


class Weights(NamedTuple):
    """What counts for and against a name that is gone back to."""

    gap: float
    company: float
    often: float
    acts: float
    here: float
    aside: float
    says: float
    first: float
    topic: float
    unseen: float
    places: bool


_COMPANY = Weights(-0.3, 3.5, 0.6, 0.5, 1.4, -2.7, -1.7, 0.8, 1.0, -2.4, places=False)
_THING = Weights(-1.0, 1.2, 0.2, 0.3, 1.7, -3.5, -0.5, 2.0, 1.5, 0.0, places=True)


_COUNTRY = Weights(-0.6, 0, 0.5, 0, 1.0, -1.5, 0, 0, 0, 0, places=True)


class Actor:
    """A name of the text with all its forms: what it is, where it stands first and how often."""

    __slots__ = ("acts", "count", "country", "initial", "kind", "said", "span", "stands", "whole")

    def __init__(self, start: int, end: int) -> None:
        """Begin with the first place where the name stands."""
        self.span = (start, end)
        self.count = 0
        self.acts = 0
        self.initial = 0
        self.country = False
        self.stands = 0
        self.said = 0
        self.kind = OTHER
        self.whole = self

    @property
    def known(self) -> str:
        """What it is known to be, "" for nothing."""
        return "" if self.kind == OTHER else self.kind


def cast_of(document: Document) -> Cast:
    """Return the cast of a document, made when first asked for."""
    if document.cast is None:
        document.cast = Cast(document)
    return document.cast


class Cast:
    """All names of a text in order, each with who it is."""

    def __init__(self, document: Document) -> None:
        """Scan the text once."""
        self._document = document
        self._starts: list[int] = []
        self._places: list[tuple[int, int, Actor, str, bool, int]] = []
        self._found: dict[tuple[int, int, Weights], tuple[int, int] | None] = {}
        self.actors: dict[str, Actor] = {}
        self.topic: Actor | None = None
        self._scan()
        self._join_forms()

    def _scan(self) -> None:
        """Find the names and what is said of each."""
        folded, starts_of = self._document.folded, {start for start, _ in self._document.sentences}
        for match in _RUN.finditer(folded):
            start, end = match.span()
            words = match.group()
            if "\n" in words:
                words = " ".join(words.split())
            opens = start in starts_of or (start - 1 in starts_of and folded[start - 1] in '"(')
            head, _, rest = words.partition(" ")
            if rest.startswith("of ") and head.lower() in titles():  # "President of AMBO"
                start, words, opens = start + len(head) + 4, rest[3:], False
                head, _, rest = words.partition(" ")
            if rest and head.lower() in OPENERS:
                start, words, opens = start + len(head) + 1, rest, True
            if words.find(" ") > 0 and head.endswith(DESCRIBED):
                start, words = start + len(head) + 1, words[len(head) + 1 :]
            low = words.lower()
            if low.endswith(DESCRIBED) or _no_name(low) or (low.isupper() and len(low) == 1):
                continue
            actor = self.actors.get(words)
            if actor is None:
                actor = self.actors[words] = Actor(start, end)
            actor.count += 1
            before = folded[max(0, start - 40) : start]
            tail = before.rstrip(' \n("').rstrip(",")
            word = tail[max(tail.rfind(" "), tail.rfind("\n")) + 1 :].lower()
            acts = _ACTS.match(folded, end) is not None
            owns = folded.startswith("'", end)
            alone = opens and " " not in words
            aside = word in _ASIDE and not opens
            acts = acts and not aside
            actor.initial += alone and not acts and not owns
            actor.acts += acts or (owns and not aside)
            source = aside or word in company_nouns()
            source = source and _ACCORDING.search(before) is not None
            actor.stands += acts or owns or not (aside or source)
            actor.said += _SAYS.match(folded, end) is not None
            self._judge(actor, low, "" if source else word, end)
            self._starts.append(start)
            self._places.append(
                (start, end, actor, "" if opens else word, acts or owns or opens, self._document.sentence_of(start))
            )

    def _judge(self, actor: Actor, low: str, word: str, end: int) -> None:
        """Take note of what the words of a name and those around it say that it is."""
        first, last, folded = low.split(" ", 1)[0], low.rsplit(" ", 1)[-1], self._document.folded
        if actor.kind == COMPANY:
            return
        if low in country_words():
            actor.kind, actor.country = PLACE, True
        elif (
            last in suffixes()
            or (word in company_nouns() and first not in country_words())
            or _LISTED.match(folded, end) is not None
        ):
            actor.kind = COMPANY
        elif word in _persons() or first in _persons() or (first in _given() and " " in low):
            actor.kind = PERSON
        elif last in country_words() or last in _sites() or _SITE.match(folded, end) is not None:
            actor.kind = PLACE

    def _join_forms(self) -> None:
        """Join the short forms of a name to its longest, and acronyms to what they stand for."""
        folded = self._document.folded
        if _PERSON_SAYS.search(folded) is not None:
            for words, actor in self.actors.items():
                if actor.kind == OTHER and actor.said and actor.said >= actor.acts and " " not in words and not words.isupper():
                    actor.kind = PERSON
        heads: dict[str, list[str]] = {}
        for words in self.actors:
            if " " in words:
                heads.setdefault(words.split(" ", 1)[0], []).append(words)
                surname = self.actors.get(words.rsplit(" ", 1)[-1])
                if surname is not None and self.actors[words].kind == PERSON:
                    surname.kind, surname.whole = PERSON, self.actors[words]
        for words, actor in self.actors.items():
            longer = heads.get(words)
            if longer is not None and actor.kind != PLACE and words.lower() not in country_words():
                fitting = [
                    self.actors[one]
                    for one in longer
                    if self.actors[one].kind in {COMPANY, OTHER} and titles().isdisjoint(one.lower().split())
                ]
                if fitting and len(longer) == 1:
                    actor.whole = fitting[0]
            acronym = _ACRONYM.match(folded, actor.span[1])
            short = self.actors.get(acronym.group(1)) if acronym is not None else None
            if short is not None and short is not actor and short.whole is short:
                if short.count > 1:
                    actor.whole = short
                else:
                    short.whole = actor
        first = (actor for actor in self.actors.values() if actor.stands and actor.kind not in {PERSON, PLACE, BODY})
        topic = next(first, None)
        if topic is not None and self._document.sentence_of(topic.span[0]) <= 1:
            self.topic = topic.whole
        for actor in self.actors.values():
            if actor.whole is not actor:
                whole = actor.whole
                whole.count += actor.count
                whole.acts += actor.acts
                if COMPANY in {whole.kind, actor.kind} and PERSON not in {whole.kind, actor.kind}:
                    whole.kind = actor.kind = COMPANY

    def kind_of(self, words: str) -> str:
        """Return what a name is known to be: company, person or place, or "" for anything else."""
        actor = self.actors.get(words)
        return "" if actor is None else actor.known or actor.whole.known

    def leading(self) -> Actor | None:
        """Return the name that acts most often, among equals the one said most often, then the first."""
        acting = [
            actor
            for words, actor in self.actors.items()
            if actor.acts and actor.whole is actor and not self._document.lower_case(words.lower())
        ]
        return max(acting, key=lambda actor: (actor.acts, actor.count), default=None)

    def first_in(self, start: int, end: int) -> Actor | None:
        """Return the first name between two places of the text, places and persons only where there is no other."""
        named = self.named_in(start, end)
        return next(
            (actor.whole for _, _, actor in named if actor.kind not in {PLACE, PERSON, BODY}), named[0][2].whole if named else None
        )

    def named_in(self, start: int, end: int) -> list[tuple[int, int, Actor]]:
        """Return the names between two places of the text, each with its place and who it is."""
        return [place[:3] for place in self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]]

    def whole(self, words: str) -> tuple[int, int] | None:
        """Return where the whole name stands of which some words are a form, or None where they are none."""
        actor = self.actors.get(words)
        return None if actor is None or actor.whole is actor else actor.whole.span

    @cached_property
    def _main(self) -> Actor | None:
        """The company that the text names most, wherever it does so: an excerpt may name it only later."""
        fitting = [actor for actor in self.actors.values() if actor.whole is actor and actor.acts and _fits(actor, _COMPANY)]
        return max(fitting, key=lambda actor: actor.count + 3 * (actor.kind == COMPANY), default=None)

    def company_before(self, position: int, number: int) -> tuple[int, int] | None:
        """Return the name that "the company" means at a position of sentence ``number``."""
        return self._best(position, number, _COMPANY)

    def thing_before(self, position: int, number: int) -> tuple[int, int] | None:
        """Return the name that "it" means at a position of sentence ``number``."""
        return self._best(position, number, _THING)

    def country_before(self, position: int, number: int) -> tuple[int, int] | None:
        """Return the country that the text is about at a position of sentence ``number``."""
        return self._best(position, number, _COUNTRY)

    def _best(self, position: int, number: int, weights: Weights) -> tuple[int, int] | None:
        """Return the name that is gone back to, by the nearness, the role and the sort of its mentions before a position."""
        at = bisect_left(self._starts, position)
        key = (at, number, weights)
        if key not in self._found:
            self._found[key] = self._look_back(at, number, weights)
        return self._found[key]

    def _look_back(self, at: int, number: int, weights: Weights) -> tuple[int, int] | None:
        """Return the name that is gone back to from the name number ``at``."""
        best, top = None, 0.0
        for index in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
            _, _, actor, word, acts, sentence = self._places[index]
            gap = number - sentence
            if gap > _FAR:
                break
            score = _score(actor.whole, gap, word, acts, weights)
            if score is not None and actor.whole is self.topic:
                score += weights.topic
            if score is not None and (best is None or score > top):
                best, top = actor.whole, score
        if best is None and weights is _COMPANY:
            best = self._main
        return best.span if best is not None else None


def _fits(whole: Actor, weights: Weights) -> bool:
    """Return whether a name can be gone back to at all."""
    if weights is _COUNTRY:
        return whole.country
    if whole.kind == PERSON or (whole.kind in {PLACE, BODY} and not weights.places):
        return False
    if whole.kind == COMPANY:
        return True
    return whole.initial < whole.count and whole.stands > 0


def _score(whole: Actor, gap: int, word: str, acts: bool, weights: Weights) -> float | None:
    """Return how well a mention fits as what is gone back to."""
    if not _fits(whole, weights):
        return None
    score = weights.gap * gap + weights.company * (whole.kind == COMPANY) + min(4, whole.count) * weights.often
    score += weights.acts * min(3, whole.acts) + weights.here * acts + weights.aside * (word in _ASIDE)
    if not whole.stands:
        score += weights.unseen
    return score + weights.says * (whole.kind == OTHER and whole.said > 0 and whole.said >= whole.acts) + weights.first * (gap == 0)


def _no_name(low: str) -> bool:
    """Return whether a word with a capital is no name."""
    if low in NO_PARTIES or low in OPENERS or low in TIME_WORDS or low in names_of_demonyms() or len(low) < 2:
        return True
    if " " in low:
        return False
    if any(char.isdigit() for char in low) or low in _MARKS or not TIME_WORDS.isdisjoint(low.split("-")):
        return True
    if low in _materials() or low in word_lists().closed:
        return True
    return low in cue_classes() or low in titles() or ("-" in low and low.rsplit("-", 1)[-1] in _COMMON)


_MARKS = frozenset(
    [
        "rs",
        "us",
        "usd",
        "eur",
        "gbp",
        "aud",
        "cad",
        "mt",
        "kt",
        "mlb",
        "moz",
        "boe",
        "teu",
        "lng",
        "lpg",
        "gdp",
        "ebitda",
        "ebit",
        "aisc",
        "npv",
        "irr",
        "capex",
        "opex",
        "eps",
        "reo",
        "treo",
        "jorc",
        "ni",
        "fob",
        "cif",
    ]
)
"""Currencies, units, minerals and figures in capitals."""

_COMMON = frozenset(
    {"year", "quarter", "half", "in", "based", "owned", "listed", "term", "cost", "grade", "tax", "month", "backed", "led"}
)


@cache
def company_nouns() -> frozenset[str]:
    """Return the nouns that stand before the name of a company."""
    return (
        generic()
        | organisations()
        | {"trader", "utility", "unit", "arm", "rival", "consultancy", "brokerage", "house", "newspaper"}
    )


@cache
def _materials() -> frozenset[str]:
    """Return the words that name a commodity by themselves."""
    return frozenset(word for word, listed in commodity_lists().phrases.items() if any(len(one) == 1 for one, _ in listed))


@cache
def _persons() -> frozenset[str]:
    """Return the titles of persons."""
    return titles() - {"trader", "manager"}


@cache
def _sites() -> frozenset[str]:
    """Return the last words of names of places and works."""
    return sites() - {"ministry", "agency", "bank"}


@cache
def _given() -> frozenset[str]:
    """Return common given names."""
    return frozenset(load("parties")["given"]["words"].split())
