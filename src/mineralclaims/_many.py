"""Many texts: one after the other, or in worker processes; in order either way, and never all in memory."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import lru_cache, partial
from itertools import repeat
from multiprocessing import get_context
from operator import length_hint
from typing import Protocol

from mineralclaims._claims import Claims
from mineralclaims._collector import collect_rarely
from mineralclaims.claims.explanation import Later, Retold
from mineralclaims.errors import SettingError
from mineralclaims.output import packing

Item = tuple[str, date | None]
Found = tuple[list[bytes], Exception | None]
"""What a worker gives: the packed claims of each text until the first that raised, and what it raised."""

_TEXTS_A_CHUNK = 64
_CHARACTERS_A_CHUNK = 200_000  # whichever is reached first ends a chunk
_CHUNKS_A_WORKER = 3  # under way: enough that none waits, few enough that results do not pile up
_NONE_LEFT = object()


class Extracts(Protocol):
    """What reads one text: an ``Extractor``."""

    def extract(self, text: str, *, published: date | None = None) -> Claims:
        """Return the claims of a text."""


def extract_many(
    extractor: Extracts, texts: Iterable[str], published: date | Iterable[date | None] | None, *, workers: int, progress: bool
) -> Iterator[Claims]:
    """Check the settings, then give the claims of each text; see ``Extractor.extract_many``."""
    if isinstance(texts, str):
        raise TypeError("texts is an iterable of texts, not one str")
    if not isinstance(workers, int) or isinstance(workers, bool):
        raise TypeError(f"workers is an int, not {type(workers).__name__}")
    if workers < 1:
        raise SettingError(f"workers is {workers}; accepted are 1 and more")
    items = _items(texts, published)
    results = _in_this_process(extractor, items) if workers == 1 else _in_processes(extractor, items, workers)
    return _with_progress(results, length_hint(texts)) if progress else results


def _items(texts: Iterable[str], published: date | Iterable[date | None] | None) -> Iterator[Item]:
    """Give each text with its day."""
    if published is None or isinstance(published, date):
        yield from zip(texts, repeat(published), strict=False)
        return
    days = iter(published)
    for text in texts:
        try:
            day = next(days)
        except StopIteration:
            raise SettingError("published has fewer days than there are texts") from None
        yield text, day
    if next(days, _NONE_LEFT) is not _NONE_LEFT:
        raise SettingError("published has more days than there are texts")


def _with_progress(results: Iterator[Claims], total: int) -> Iterator[Claims]:
    """Give the results, and show on standard error how many there were."""
    try:
        from tqdm import tqdm  # noqa: PLC0415 - an extra, loaded when asked for
    except ImportError as error:
        raise ImportError("tqdm is not installed: pip install 'mineralclaims[progress]'", name="tqdm") from error
    return iter(tqdm(results, total=total or None, unit=" texts"))


def _in_this_process(extractor: Extracts, items: Iterator[Item]) -> Iterator[Claims]:
    """Give the claims of each text."""
    for text, day in items:
        yield extractor.extract(text, published=day)


def _in_processes(extractor: Extracts, items: Iterator[Item], workers: int) -> Iterator[Claims]:
    """Give the claims of each text, found in processes that start afresh ("spawn"): a fork would copy the locks of threads."""
    pickled = pickle.dumps(extractor)
    chunks = _chunks(items)
    under_way: deque[tuple[list[Item], Future[Found]]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=collect_rarely)
    try:
        failure = _submit(pool, pickled, chunks, under_way, workers * _CHUNKS_A_WORKER)
        while under_way:
            chunk, future = under_way.popleft()
            found, error = future.result()
            failure = failure or _submit(pool, pickled, chunks, under_way, 1)
            for item, packed in zip(chunk, found, strict=False):
                yield _claims(extractor, item, packed)
            if error is not None:
                raise error
    finally:
        pool.shutdown(cancel_futures=True)
    if failure is not None:
        raise failure


def _submit(
    pool: ProcessPoolExecutor,
    pickled: bytes,
    chunks: Iterator[list[Item]],
    under_way: deque[tuple[list[Item], Future[Found]]],
    most: int,
) -> Exception | None:
    """Hand out chunks, ``most`` at a time; return what the texts raised, to be raised when all before it is given."""
    try:
        for _, chunk in zip(range(most), chunks, strict=False):
            under_way.append((chunk, pool.submit(_found, pickled, chunk)))
    except Exception as error:  # noqa: BLE001 - raised later
        return error
    return None


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Give the texts a chunk at a time; what came before an error is given before it is raised."""
    chunk: list[Item] = []
    size = 0
    try:
        for item in items:
            chunk.append(item)
            size += len(item[0]) if isinstance(item[0], str) else 0
            if len(chunk) == _TEXTS_A_CHUNK or size >= _CHARACTERS_A_CHUNK:
                yield chunk
                chunk, size = [], 0
    except Exception:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


@lru_cache(maxsize=1)
def _unpickled(pickled: bytes) -> Extracts:
    """Return the extractor that a worker was sent, once."""
    extractor: Extracts = pickle.loads(pickled)  # noqa: S301 - written by the process that started this one
    return extractor


def _found(pickled: bytes, chunk: list[Item]) -> Found:
    """Return the claims of each text: what a worker does."""
    extractor = _unpickled(pickled)
    packed: list[bytes] = []
    try:
        for text, day in chunk:
            packed.append(packing.pack(extractor.extract(text, published=day)))
    except Exception as error:  # noqa: BLE001 - raised again where the results are wanted
        return packed, error
    return packed, None


def _claims(extractor: Extracts, item: Item, packed: bytes) -> Claims:
    """Return the claims that a worker has found in a text, which is read here too when somebody first asks for a reason."""
    text, day = item
    found = packing.unpack(packed)
    again = Retold(partial(extractor.extract, text, published=day))
    return Claims((packing.claim(one, Later(again, place)) for place, one in enumerate(found)), text, day)
