"""Own vocabulary: mines, companies, commodities and units that an `Extractor` is to know, each with an id that its claims carry.

>>> from mineralclaims import Extractor
>>> own = Vocabulary([Entry(id="mine:7", kind="mine", name="Kestrel North", aliases=["KN pit"])])
>>> claims = Extractor(vocabulary=own).extract("The KN pit holds reserves of 2 Mt of zinc.")
>>> claims[0].ids
{'subject': 'mine:7'}
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, get_args

import attrs

from mineralclaims.errors import VocabularyError
from mineralclaims.normalize.unit_table import letter_forms, units, word_forms

__all__ = ["Entry", "Kind", "Vocabulary"]

Kind = Literal["mine", "company", "name", "commodity", "unit"]
"""What an entry names; ``name`` is any other body or place that can be a subject, an object or a source."""
_LONGEST, _MOST_WORDS = 100, 10


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise VocabularyError(f"aliases are a list of strings, not {values!r}")
    return tuple(values)


def _number(value: object) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise VocabularyError(f"times is a number as a string, an int or a Decimal, not {value!r}")
    try:
        return Decimal(value)
    except InvalidOperation:
        raise VocabularyError(f"times is {value!r}, which is no number") from None


@attrs.frozen(kw_only=True)
class Entry:
    """One thing of an own vocabulary.

    Attributes:
        id: what claims carry where the entry is matched; any string, unique in the vocabulary.
        kind: ``mine``, ``company``, ``name`` (any other body or place), ``commodity`` or ``unit``.
        name: what it is called; of a commodity also what ``claim.commodity`` says, in lower case.
        aliases: other spellings. Case does not matter but for those in capitals only ("KN", "CBG").
        unit: of a unit the symbol of the unit that its amounts are given in, such as ``kg``.
        times: of a unit how many of ``unit`` it is, exact.

    Raises:
        VocabularyError: a value is not accepted; the message says which and what would be.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    unit: str | None = None
    times: Decimal | None = attrs.field(default=None, converter=_number)

    def __attrs_post_init__(self) -> None:
        """Check the values."""
        if not isinstance(self.id, str) or not self.id.strip():
            raise VocabularyError(f"id is {self.id!r}, but must be a string with something in it")
        if self.kind not in get_args(Kind):
            raise VocabularyError(f"kind is {self.kind!r}, but must be one of {', '.join(get_args(Kind))}")
        for words in self.spellings():
            _check_words(words)
        _check_unit(self)

    def spellings(self) -> tuple[str, ...]:
        """Return the name and the aliases."""
        return (self.name, *self.aliases)


def _check_words(words: object) -> None:
    if not isinstance(words, str):
        raise VocabularyError(f"name and aliases are strings, not {words!r}")
    if len(words) > _LONGEST or not 1 <= len(words.split()) <= _MOST_WORDS or not any(map(str.isalpha, words)):
        raise VocabularyError(
            f"{words[:_LONGEST]!r} is no name: it needs a letter, at most {_LONGEST} characters and {_MOST_WORDS} words"
        )


def _check_unit(entry: Entry) -> None:
    if entry.kind != "unit":
        if entry.unit is not None or entry.times is not None:
            raise VocabularyError(f"unit and times belong to a unit, not to a {entry.kind}")
        return
    known = units().get(entry.unit or "")
    if known is None or known.dimension not in _AMOUNTS:
        accepted = ", ".join(symbol for symbol, each in units().items() if each.dimension in _AMOUNTS)
        raise VocabularyError(f"unit is {entry.unit!r}, but must be one of {accepted}")
    if entry.times is None or not entry.times.is_finite() or entry.times <= 0:
        raise VocabularyError(f"times is {entry.times}, but must be how many {entry.unit} one {entry.name} is")
    for words in entry.spellings():
        form = letter_forms().get(words) or word_forms().get(words.lower())
        if form is not None:
            raise VocabularyError(f"{words!r} is already a spelling of the unit {form.unit}")


_AMOUNTS = frozenset({"mass", "volume", "energy"})


def _checked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries after a check that ids are unique, and spellings among entries of one sort."""
    found = tuple(entries)
    owners: dict[tuple[str, str], Entry] = {}
    ids: set[str] = set()
    for entry in found:
        if not isinstance(entry, Entry):
            raise TypeError(f"a vocabulary is made of Entry objects, not {type(entry).__name__}")
        if entry.id in ids:
            raise VocabularyError(f"entry {entry.id!r}: the id is there twice")
        ids.add(entry.id)
        sort = entry.kind if entry.kind in {"commodity", "unit"} else "name"
        for words in set(map(spelled, entry.spellings())):
            other = owners.setdefault((sort, words), entry)
            if other is not entry:
                raise VocabularyError(f"entry {entry.id!r}: {words!r} is a spelling of {other.id!r} too")
    return found


def spelled(words: str) -> str:
    """Return a spelling as it is compared: capitals only count as such ("KN"), other case and runs of spaces do not matter."""
    plain = " ".join(words.split())
    return plain if plain.isupper() else plain.casefold()


@attrs.frozen(cache_hash=True, repr=False)
class Vocabulary:
    """An immutable set of entries; picklable, and safe to share.

    Attributes:
        entries: the entries.

    Raises:
        TypeError: an entry is no `Entry`.
        VocabularyError: an id is there twice, or a spelling would mean two entries.
    """

    entries: tuple[Entry, ...] = attrs.field(converter=_checked)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries."""
        return iter(self.entries)

    def __repr__(self) -> str:
        """Return how many entries there are."""
        return f"<Vocabulary {len(self.entries)}>"

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Vocabulary:
        """Return the vocabulary of a TOML file of ``[[entry]]`` tables whose keys are the attributes of `Entry`.

        Args:
            path: the file, in UTF-8.

        Raises:
            OSError: the file cannot be read.
            VocabularyError: it is no TOML, or an entry is not accepted; the message names file, entry and reason.
        """
        try:
            document = tomllib.loads(Path(path).read_bytes().decode("utf-8"), parse_float=Decimal)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise VocabularyError(f"{os.fspath(path)}: not TOML: {error}") from None
        try:
            return cls(_entries(document))
        except VocabularyError as error:
            raise VocabularyError(f"{os.fspath(path)}: {error}") from None


def _entries(document: Mapping[str, Any]) -> Iterator[Entry]:
    tables = document.get("entry")
    if set(document) != {"entry"} or not isinstance(tables, list):
        raise VocabularyError(f"a vocabulary has [[entry]] tables and nothing else, not {', '.join(sorted(document)) or 'nothing'}")
    accepted = [field.name for field in attrs.fields(Entry)]
    for number, table in enumerate(tables, start=1):
        who = f"entry {number}" if not isinstance(table, dict) or "id" not in table else f"entry {table['id']!r}"
        if not isinstance(table, dict):
            raise VocabularyError(f"{who}: not a table")
        unknown = sorted(set(table) - set(accepted))
        missing = [key for key in ("id", "kind", "name") if key not in table]
        if unknown or missing:
            what = (
                f"it has {', '.join(unknown)}; accepted are {', '.join(accepted)}" if unknown else f"it lacks {', '.join(missing)}"
            )
            raise VocabularyError(f"{who}: {what}")
        try:
            yield Entry(**table)
        except VocabularyError as error:
            raise VocabularyError(f"{who}: {error}") from None
