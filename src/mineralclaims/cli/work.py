"""From a path to the claims of its text, in this process or in several, always in order and with few at a time in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from multiprocessing import get_context

import attrs

from mineralclaims._claims import Claims
from mineralclaims._collector import collect_rarely
from mineralclaims.cli.inputs import UnreadableError, data_of, text_of

_AHEAD = 4
"""How many texts a worker may be ahead of what is written."""


@attrs.frozen
class Done:
    """What became of one path.

    Attributes:
        path: the path as it was given or found.
        claims: its claims with their text, None where it could not be read.
        extracted: whether the text is the main text of a page.
        digest: of the bytes of the file, by which a later run knows it again.
        error: why it could not be read, "" where it could.
    """

    path: str
    claims: Claims | None = None
    extracted: bool = False
    digest: str = ""
    error: str = ""


Extract = Callable[[str, str], Claims]
"""What gives the claims of a text, which is told its path; it must pickle where several workers do it."""


def no_claims(text: str, path: str) -> Claims:  # noqa: ARG001 - an Extract
    """Return a text without claims, for what wants the text alone."""
    return Claims((), text)


def process(path: str, extract: Extract) -> Done:
    """Return the claims of the text at a path, or why there are none."""
    try:
        data = data_of(path)
        text = text_of(path, data)
    except UnreadableError as error:
        return Done(path, error=str(error))
    return Done(path, extract(text.text, path), text.extracted, sha256(data).hexdigest())


def _lean(path: str, extract: Extract) -> Done:
    """Return the same without what only explanations need, which would cost more to send than to find."""
    done = process(path, extract)
    if done.claims is None:
        return done
    claims = [attrs.evolve(claim, explanation=None) for claim in done.claims]
    return attrs.evolve(done, claims=attrs.evolve(done.claims, claims=claims))


@contextmanager
def processed(paths: Iterable[str], extract: Extract, workers: int) -> Iterator[Iterator[Done]]:
    """Give what becomes of each path, in order; with several workers their explanations are left out.

    Args:
        paths: the paths.
        extract: what gives the claims of a text.
        workers: how many processes read and extract; with 1 this one does.
    """
    if workers == 1:
        yield (process(path, extract) for path in paths)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=collect_rarely) as pool:
        yield _in_order(pool, partial(_lean, extract=extract), paths, workers * _AHEAD)


def _in_order(pool: ProcessPoolExecutor, work: Callable[[str], Done], paths: Iterable[str], ahead: int) -> Iterator[Done]:
    waiting: deque[Future[Done]] = deque()
    try:
        for path in paths:
            waiting.append(pool.submit(work, path))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
