"""The names of a text as a cast: which are companies and bodies, which persons or places.

Found by capitals and by the words around them, in one scan of the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from mineralclaims.claims.document import Document
from mineralclaims.mentions.noun_classes import noun_class
from mineralclaims.mentions.party_words import country_words, titles
from mineralclaims.slots.actors import BODY, COMPANY, COUNTRY, OTHER, PERSON, PLACE, Actor, Name, before_owner, name_in
from mineralclaims.slots.name_runs import plain, runs
from mineralclaims.slots.name_words import company_nouns, person_titles
from mineralclaims.text.tags import words as word_lists

_ACTS = re.compile(
    r",? ?(?:(?:which|who|also|now|currently|still|already|recently|later|then) ){0,2}(?:is|has|had|was|were|said|says|stated|noted|will|would|plans|expects|reported|announced|owns|holds|operates|made|posted|paid|bought|"
    r"agreed|earned|lost|sold|shipped|produced|gets|raised|cut|fell|rose)\b"
)
_APPOSED = re.compile(r", (?:an?|the|its|one of|(?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)?'s?) ([^,.;:\n]{3,70}),(?= [a-z])")
"""What a name is called between commas: "Orwin, the largest tin miner, shipped"."""
_SHARES_OF = ("hares in ", "hares of ", "tock of ", "hareholders of ", "hareholders in ")
_OWNS_DESCRIBED = re.compile(
    r"'s? [^,.;:\n]{0,50}\b(?:biggest|largest|leading|top|main|second|third|fourth|first|oldest|only|sole|state|premier|foremost)\b[^,.;:\n]{0,50}[,.]"
)
"""What a name owns between commas that only says what the name before it is."""
_SAYS = re.compile(
    r" (?:however |also |later |earlier |then |further )?(?:said|says|told|added|wrote|stated|explained|noted|remarked|commented|recalled)\b"
)
_LISTED = re.compile(
    r"(?: shares?\b| stock\b|'s? shares\b| ?\((?:[A-Z]+: ?)?[A-Z0-9.]{2,8}\)|,? (?:Inc|Incorporated|Ltd|Limited|Corp|Corporation|Plc|PLC|NL|SA|AG)\b)"
)
# "he", "He", "she" or "She": a pattern that begins with a letter is searched for faster.
_PERSON_SAYS = re.compile(r"[Hh](?:(?<!\w.)|(?<=(?<!\w)[Ss]h))e (?:said|says|told|added|declined|noted|also|would|has|was)\b")
_ACCORDING = re.compile(r"\b(?:according to|compiled by|polled by|data from|estimated by)(?: [\w'-]+){0,4}\s*\Z")
_SITE = re.compile(
    r"(?: (?!(?:an?|the|its|their|this|that|of|in|at|on|from|for|to|by|and|or|with)\b)[a-z][a-z-]*){0,2} (?:mine|project|deposit|field|refinery|smelter|plant|terminal|pipeline|concession|pit|shaft|licence|prospect)s?\b"
)
_BEFORE_LISTED = frozenset(" ',(")
_NEXT = re.compile(r" ([a-z]{3,14})\b")
_WRAP = re.compile(r"\n(?=[a-z(])")
"""Where a line that goes on was broken."""
_ACRONYM = re.compile(r"\s{1,3}\((?:the )?\"?([A-Z][A-Za-z]{1,7})\)")

PLACING = frozenset({"in", "at", "near", "on", "from", "to"})
ASIDE = frozenset({
    "in", "at", "near", "of", "by", "from", "for", "to", "with", "on", "against", "between", "than", "over", "into", "and",
    "off", "outside", "across", "around", "along", "beyond", "within", "through", "via", "towards", "toward", "among",
})  # fmt: skip


def _sort_described(words: str) -> str:
    """Return what the words between commas behind a name make of it: "an economist in Harare", "the largest tin miner"."""
    described = words.split()
    if not person_titles().isdisjoint(described):
        return PERSON
    return OTHER if company_nouns().isdisjoint(described) else COMPANY


def _last_word(before: str) -> str:
    """Return the last word of a piece of text, in lower case."""
    return before[max(before.rfind(" "), before.rfind("\n")) + 1 :].lower()


_Role = tuple[str, bool, int]
"""The word before a name, whether it acts, its sentence: apart from whose name it is, so that no garbage collector looks at it."""


class Cast:
    """All names of a text in order, each with who it is."""

    def __init__(self, document: Document) -> None:
        """Scan the text once."""
        self.document = document
        self._flat = _WRAP.sub(" ", document.folded) if "\n" in document.folded else document.folded
        self.starts: list[int] = []
        self.names: list[Actor] = []
        self.roles: list[_Role] = []
        self.actors: dict[str, Actor] = {}
        self.topic: Actor | None = None
        self._scan()
        self._join_forms()

    def _scan(self) -> None:
        """Find the names and what is said of each."""
        folded, sentences = self.document.folded, self.document.sentences
        flat = self._flat
        starts_of = {start for start, _ in sentences}
        sentence, final = 0, len(sentences) - 1
        brackets = dict(self.document.listings)
        for first, end in runs(folded, starts_of, self.document.listings):
            owned = before_owner(folded[first:end]) if first in starts_of else 0
            begin = first + owned
            words = folded[begin:end]
            name = name_in(plain(words))
            if name is None:
                continue
            after = brackets.get(end, end)
            behind = flat[after : after + 1]
            opens = name.opens
            if opens is None:
                opens = owned > 0 or begin in starts_of or (begin - 1 in starts_of and folded[begin - 1] in '"(')
            start = begin + name.begins
            words = name.words
            actor = self.actors.get(words) or self.actors.setdefault(words, Actor(start, end))
            actor.count += 1
            before = flat[max(0, start - 40) : start]
            tail = before.rstrip(' \n("').rstrip(",")
            has_shares = before.endswith(_SHARES_OF)
            word = "" if has_shares else _last_word(tail)  # "Shares in Orwin fell" are about Orwin
            described = behind == "'" and before.endswith(", ") and _OWNS_DESCRIBED.match(flat, after) is not None
            owns = behind == "'" and not described
            word = "of" if described else word  # "Orwin, Peru's biggest miner, said": as in "the biggest miner of Peru"
            alone = opens and " " not in words
            led = _last_word(tail[:-3].rstrip()) if word == "the" and not opens else word  # "lies in the Atacama Desert"
            aside = (word in ASIDE or led in PLACING) and not opens
            apposed = _APPOSED.match(flat, after) if behind == "," and not aside else None
            acts = not aside and behind in {" ", ","} and _ACTS.match(flat, after if apposed is None else apposed.end()) is not None
            actor.initial += alone and not acts and not owns and not self._is_subject(words, after)
            actor.acts += acts or (owns and not aside)
            source = aside or word in company_nouns()
            source = (
                source and ("ed by" in before or " to" in before or "data from" in before) and _ACCORDING.search(before) is not None
            )
            actor.stands += acts or owns or not (aside or source)
            actor.said += behind == " " and _SAYS.match(flat, after) is not None
            if actor.kind == OTHER:
                self._judge(actor, name, "" if source else word, end)
                if (after > end or has_shares) and actor.kind == OTHER:
                    actor.kind = COMPANY
                if apposed is not None and actor.kind == OTHER:
                    actor.kind = _sort_described(apposed.group(1))
            self.starts.append(start)
            while sentence < final and sentences[sentence][1] <= start:
                sentence += 1
            self.names.append(actor)
            self.roles.append(("" if opens else word, acts or owns or opens, sentence))

    def _is_subject(self, word: str, end: int) -> bool:
        """Return whether a word that opens a sentence is a name by the verb or the site behind it: no common noun stands alone as a singular there."""
        verb = _NEXT.match(self._flat, end)
        kind = word_lists().verbs.get(verb.group(1)) if verb is not None else None
        by_verb = kind in {"s", "past"} and not (kind == "past" and word.endswith("s"))
        if not by_verb and _SITE.match(self._flat, end) is None:
            return False
        low = word.lower()
        return noun_class(low) == "none" and not self.document.lower_case(low)

    def _judge(self, actor: Actor, name: Name, word: str, end: int) -> None:
        """Take note of what the words of a name and those around it say that it is."""
        folded, kind = self._flat, name.kind
        if kind in {COUNTRY, BODY, COMPANY}:
            actor.kind, actor.country = (PLACE, True) if kind == COUNTRY else (kind, False)
        elif (word in company_nouns() and not name.of_country) or (
            folded[end : end + 1] in _BEFORE_LISTED and _LISTED.match(folded, end) is not None
        ):
            actor.kind = COMPANY
        elif kind == PERSON or word in person_titles():
            actor.kind = PERSON
        elif kind == PLACE or _SITE.match(folded, end) is not None:
            actor.kind = PLACE

    def _join_forms(self) -> None:
        """Join the short forms of a name to its longest, and acronyms to what they stand for."""
        folded = self.document.folded
        speakers = [
            actor
            for words, actor in self.actors.items()
            if actor.said and actor.kind == OTHER and actor.said >= actor.acts and " " not in words and not words.isupper()
        ]
        if speakers and _PERSON_SAYS.search(folded) is not None:
            for actor in speakers:
                actor.kind = PERSON
        heads: dict[str, list[str]] = {}
        for words, actor in self.actors.items():
            if actor.kind == OTHER and words.endswith("a") and f"{words}n" in self.actors:
                actor.kind, actor.country = PLACE, True  # what has an adjective of its own is a land: "Crimea", "Crimean"
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
            acronym = _ACRONYM.match(folded, actor.span[1]) if "(" in folded[actor.span[1] : actor.span[1] + 4] else None
            short = self.actors.get(acronym.group(1)) if acronym is not None else None
            if short is not None and short is not actor and short.whole is short:
                if short.count > 1:
                    actor.whole = short
                else:
                    short.whole = actor
        first = (actor for actor in self.actors.values() if actor.stands and actor.kind not in {PERSON, PLACE, BODY})
        topic = next(first, None)
        if topic is not None and self.document.sentence_of(topic.span[0]) <= 1:
            self.topic = topic.whole
        self._add_up()

    def _add_up(self) -> None:
        """Add to each name what was found of its short forms."""
        for actor in self.actors.values():
            if actor.whole is not actor:
                whole = actor.whole
                whole.count += actor.count
                whole.acts += actor.acts
                if COMPANY in {whole.kind, actor.kind} and PERSON not in {whole.kind, actor.kind}:
                    whole.kind = actor.kind = COMPANY

    @cached_property
    def countries(self) -> list[Actor]:
        """The countries, those named most first, among equals as they come."""
        return sorted(
            (actor for actor in self.actors.values() if actor.whole is actor and actor.country), key=lambda one: -one.count
        )

    def kind_of(self, words: str) -> str:
        """Return what a name is known to be: company, person or place, or "" for anything else; whatever space parts its words."""
        actor = self.actors.get(plain(words))
        return "" if actor is None else actor.known or actor.whole.known

    def leading(self) -> Actor | None:
        """Return the name that acts most often, among equals the one said most often, then the first."""
        acting = [(words, actor) for words, actor in self.actors.items() if actor.acts and actor.whole is actor]
        acting.sort(key=lambda named: (-named[1].acts, -named[1].count))
        return next((actor for words, actor in acting if not self.document.lower_case(words.lower())), None)

    def first_in(self, start: int, end: int) -> Actor | None:
        """Return the first name between two places of the text, places and persons only where there is no other."""
        named = self.named_in(start, end)
        return next((actor.whole for actor in named if actor.kind not in {PLACE, PERSON, BODY}), named[0].whole if named else None)

    def led_to_in(self, start: int, end: int) -> list[tuple[str, Actor]]:
        """Return who is named between two places of the text, in order, each with the word before."""
        between = self._between(start, end)
        return [(word, actor) for (word, _, _), actor in zip(self.roles[between], self.names[between], strict=True)]

    def named_in(self, start: int, end: int) -> list[Actor]:
        """Return who is named between two places of the text, in order."""
        return self.names[self._between(start, end)]

    def _between(self, start: int, end: int) -> slice:
        """Return which of the names stand between two places of the text."""
        return slice(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def same(self, one: str, other: str) -> bool:
        """Return whether two different sets of words are forms of one name."""
        first, second = self.actors.get(plain(one)), self.actors.get(plain(other))
        return first is not None and second is not None and first is not second and first.whole is second.whole

    def whole(self, words: str) -> tuple[int, int] | None:
        """Return where the whole name stands of which some words are a form, or None where they are none."""
        actor = self.actors.get(plain(words))
        return None if actor is None or actor.whole is actor else actor.whole.span
