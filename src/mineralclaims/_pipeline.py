"""From text to claims: one call a stage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import get_args

import attrs

from mineralclaims._claims import Claims
from mineralclaims.claims.aspects import ruled_aspect
from mineralclaims.claims.base import Claim, Modality
from mineralclaims.claims.decide import FIRST_ASPECTED, RESETTLED, Decision, decide_aspect, decide_type
from mineralclaims.claims.document import Document
from mineralclaims.claims.explanation import Explainable, Retold
from mineralclaims.claims.no_claims import NONE
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.restored import Given
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.types import BY_NAME
from mineralclaims.errors import SettingError
from mineralclaims.mentions.own_words import OwnWords, own_words
from mineralclaims.normalize.currency_context import as_country
from mineralclaims.quantities.find import mentions_in
from mineralclaims.quantities.model import TonReading
from mineralclaims.quantities.tons import with_ton
from mineralclaims.slots.basis import basis_of
from mineralclaims.slots.category import category_of
from mineralclaims.slots.denominators import share_denominators
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.fill import ByScore, Filled, fill
from mineralclaims.slots.own_ids import with_ids
from mineralclaims.slots.reasons import ToldHere, Trace
from mineralclaims.slots.restated import restates
from mineralclaims.slots.source_words import source_mention
from mineralclaims.slots.tied_aspects import continued_aspect, tied_aspect
from mineralclaims.slots.wording import object_mention, subject_mention
from mineralclaims.spans import Span
from mineralclaims.text.entities import decoded
from mineralclaims.text.lookalikes import fold
from mineralclaims.text.sentences import sentence_spans, unbroken
from mineralclaims.vocabulary import Vocabulary

_BY_SCORE = ByScore()
_ALL_TYPES = frozenset(BY_NAME)
_KEPT_SENTENCES = 40  # more than anything looks back
_MODALITIES = {modality.value: modality for modality in Modality}


def extract_claims(text: str, *, published: date | None = None) -> Claims:
    """Return the claims of an English news text, in order.

    Args:
        text: any string; spans of the result are code points of it.
        published: the day the text was published, to which "last year" and "on Monday" relate.

    Raises:
        TypeError: ``text`` is no ``str``, or ``published`` is no ``date``.
    """
    return _DEFAULT.extract(text, published=published)


def _type_names(names: Iterable[str]) -> frozenset[str]:
    """Return names of claim types as a set, after a check that they are some."""
    wanted = frozenset((names,) if isinstance(names, str) else names)
    unknown = sorted(repr(name) for name in wanted if name not in BY_NAME)
    if unknown or not wanted:
        what = ", ".join(unknown) if unknown else "nothing"
        raise SettingError(f"types names {what}; accepted are {', '.join(BY_NAME)}")
    return wanted


def _ton_reading(ton: str) -> TonReading:
    """Return what an unstated ton is to convert as, after a check that it is one of the accepted words."""
    if ton not in get_args(TonReading):
        raise SettingError(f"ton is {ton!r}; accepted are {', '.join(get_args(TonReading))}")
    return ton  # type: ignore[return-value]


def _vocabulary(source: Vocabulary | str | os.PathLike[str] | None) -> Vocabulary | None:
    """Return a vocabulary, read from its file where a path is given."""
    if source is None or isinstance(source, Vocabulary):
        return source
    if isinstance(source, str | os.PathLike):
        return Vocabulary.from_toml(source)
    raise TypeError(f"vocabulary is a Vocabulary, the path of a TOML file or None, not {type(source).__name__}")


@attrs.frozen
class Extractor:
    """Extracts claims with settings; cheap to make, picklable, and safe to share between threads.

    Attributes:
        types: the names of the claim types to return, such as ``{"reserve", "grade"}``; all eight unless given.
        ton: what a "ton" converts as whose kind no word of the text settles: ``metric``, ``short``, ``long``, or ``interval``
            for the bounds that hold whichever it is. The record has ``t`` all the same, and ``ton_kind`` "unstated".
        country: the ISO 3166 code of the country whose money is meant by "$", "pesos", "rupees" … where nothing in the text
            settles which; None for the default of each (USD, MXN, INR).
        vocabulary: own mines, companies, commodities and units: a ``mineralclaims.vocabulary.Vocabulary``, the path of a
            TOML file of one, or None. Claims carry the ids of matched entries in ``claim.ids``.

    Raises:
        SettingError: a name in ``types`` that is no claim type, or no name at all; another ``ton``; an unknown ``country``.
        VocabularyError: the file of a vocabulary, or an entry in it, is not accepted.
        OSError: the file of a vocabulary cannot be read.
        TypeError: ``vocabulary`` is something else.
    """

    types: frozenset[str] = attrs.field(default=_ALL_TYPES, converter=_type_names)
    ton: TonReading = attrs.field(default="metric", converter=_ton_reading)
    country: str | None = attrs.field(default=None, converter=as_country)
    vocabulary: Vocabulary | None = attrs.field(default=None, converter=_vocabulary)

    def extract(self, text: str, *, published: date | None = None) -> Claims:
        """Return the claims of a text; see ``extract_claims``."""
        if not isinstance(text, str):
            message = f"extract_claims wants a str, not {type(text).__name__}"
            raise TypeError(message)
        if published is not None and not isinstance(published, date):
            message = f"published is a datetime.date or None, not {type(published).__name__}"
            raise TypeError(message)
        plain = decoded(text)
        found = self._found(text, published) if plain is None else map(Given(text, plain).claim, self._found(plain.text, published))
        wanted = found if self.types == _ALL_TYPES else [claim for claim in found if claim.type in self.types]
        return Claims(tuple(wanted), text, published)

    def _found(self, text: str, published: date | None) -> list[Claim]:
        """Return the claims of all types in a text without entities."""
        own = None if self.vocabulary is None else own_words(self.vocabulary)
        document = read(text, self.ton, self.country, own, published)
        if not document.quantities:
            return []
        retold = Retold(partial(self._traces, text, own, published))
        found = _claims(document, published, lambda number, *_: ToldHere(retold, number))
        return found if own is None else [with_ids(claim, text, own) for claim in found]

    def _traces(self, text: str, own: OwnWords | None, published: date | None) -> list[Trace]:
        """Return what decided each claim of a text without entities, by reading it once more."""
        traces: list[Trace] = []
        _claims(read(text, self.ton, self.country, own, published), published, lambda _, *decided: traces.append(Trace(*decided)))
        return traces

    def extract_many(
        self,
        texts: Iterable[str],
        *,
        published: date | Iterable[date | None] | None = None,
        workers: int = 1,
        progress: bool = False,
    ) -> Iterator[Claims]:
        """Give the claims of each text, in the order of the texts; only some texts and results are in memory at a time.

        With several workers the calling script must be guarded by ``if __name__ == "__main__":``, as for anything that uses
        ``multiprocessing``: each worker is a fresh process that imports it.

        Args:
            texts: any iterable of texts.
            published: the day of all texts, or an iterable of the day of each.
            workers: how many processes find claims; 1 is this process.
            progress: whether a bar on standard error shows how many texts are done (extra ``progress``).

        Raises:
            TypeError: ``texts`` is one ``str``, ``workers`` no ``int``; or, when its turn comes, a text is no ``str``, its day no
                ``date``.
            SettingError: ``workers`` is below 1; or, at the end, there are more or fewer days than texts.
            ImportError: a bar is wanted and tqdm is not installed.
        """
        from mineralclaims import _many  # noqa: PLC0415 - loads what processes need

        return _many.extract_many(self, texts, published, workers=workers, progress=progress)


_DEFAULT = Extractor()


def read(
    text: str,
    ton: TonReading = "metric",
    country: str | None = None,
    own: OwnWords | None = None,
    published: date | None = None,
) -> Document:
    """Return a text with its sentences and quantities, read with the words of an own vocabulary."""
    year = published.year if published is not None else None
    folded = fold(text)
    sentences = sentence_spans(folded)
    found = mentions_in(text, folded, [end for _, end in sentences], country, own, year)
    sentences = unbroken(sentences, [(mention.span.start, mention.span.end) for mention in found])
    return Document(text, folded, sentences, found if ton == "metric" else with_ton(found, ton), own)


_Explains = Callable[[int, Scene, Decision, Filled], Explainable | None]
"""What gives the explanation of claim number n, told what decided it."""


def _claims(document: Document, published: date | None, explains: _Explains) -> list[Claim]:
    """Return the claims of a document."""
    found: list[Claim] = []
    discourse = Discourse(document)
    last_type, last_aspect = "", dict[str, str]()
    number, done = 0, 0
    while done < len(document.quantities):
        number = document.sentence_of(document.quantities[done].span.start)
        reading = document.reading(number)
        reading.previous_type = last_type
        done = reading.first_quantity + len(reading.quantities)
        last_type = _sentence_claims(reading, discourse, published, last_aspect, found, explains)
        document.forget(number - _KEPT_SENTENCES)
    document.forget(len(document.sentences))
    return share_denominators(found)


def _sentence_claims(
    reading: Reading,
    discourse: Discourse,
    published: date | None,
    last_aspect: dict[str, str],
    found: list[Claim],
    explains: _Explains,
) -> str:
    """Append the claims of one sentence; return the type of its last quantity."""
    previous, modality = "", ""
    said: list[tuple[str, str | None]] = []
    filled: Filled | None = None
    again = False
    for position in range(len(reading.quantities)):
        scene = Scene(reading, position)
        again = filled is not None and previous != NONE and restates(reading, position, goes_on=again)
        if again and filled is not None:
            filled = attrs.evolve(filled, basis=basis_of(reading, position, previous, filled.commodity.value))
            decision = Decision(previous, "the amount before, in another unit")
            found.append(_restated(found[-1], scene, filled, explains(len(found), scene, decision, filled)))
            said.append(said[-1])
            continue
        decision = decide_type(scene, previous)
        previous = decision.type
        if decision.type == NONE:
            said.append((NONE, None))
            continue
        ruled = (
            ruled_aspect(scene, decision.type)
            or tied_aspect(reading, position, decision.type, said)
            or continued_aspect(scene, decision.type, last_aspect)
        )
        waits = decision.type not in FIRST_ASPECTED
        aspect = ruled or (None if waits else decide_aspect(decision.type, decision.features, last_aspect.get(decision.type, "")))
        if aspect is not None:
            last_aspect[decision.type] = aspect
        features = decision.features if decision.type in RESETTLED else ()
        filled = fill(scene, discourse, published, decision.type, aspect, features, modality, _BY_SCORE)
        modality = filled.modality
        filled.aspect = ruled or filled.aspect
        if filled.aspect is not None:
            last_aspect[decision.type] = filled.aspect
        said.append((decision.type, filled.aspect))
        filled.category = category_of(reading, position, decision.type)
        filled.basis = basis_of(reading, position, decision.type, filled.commodity.value)
        found.append(_claim(decision.type, scene, filled, explains(len(found), scene, decision, filled)))
    return previous


def _claim(claim_type: str, scene: Scene, filled: Filled, explanation: Explainable | None) -> Claim:
    """Return the claim that the quantity of a scene makes, with its fields as they were chosen."""
    reading = scene.reading
    mention = reading.quantities[scene.position]
    return BY_NAME[claim_type](
        span=mention.span,
        text=mention.text,
        sentence=Span(reading.start, reading.end),
        quantity=mention.quantity,
        commodity=filled.commodity.value,
        subject=subject_mention(filled.subject, claim_type, filled.aspect, scene),
        object=object_mention(filled.object, claim_type) if filled.object is not None else None,
        aspect=filled.aspect,
        attribution=source_mention(filled.attribution),
        modality=_MODALITIES[filled.modality],
        date=filled.date.value,
        category=filled.category[0],
        basis=filled.basis[0],
        explanation=explanation,
    )


def _restated(claim: Claim, scene: Scene, filled: Filled, explanation: Explainable | None) -> Claim:
    """Return a claim again for the quantity of a scene, which says the same in another unit."""
    mention = scene.reading.quantities[scene.position]
    return attrs.evolve(
        claim,
        span=mention.span,
        text=mention.text,
        quantity=mention.quantity,
        basis=filled.basis[0],
        explanation=explanation,
    )
