"""Reports over several documents: one page with an index, and the things that sources estimate differently.

>>> from mineralclaims import extract_claims
>>> morning = extract_claims("The Karsk deposit holds 1.9 million tonnes of lithium, the ministry said.")
>>> evening = extract_claims("The Karsk deposit holds 1.2 to 1.4 million tonnes of lithium, the survey said.")
>>> (karsk,) = estimates({"morning.txt": morning, "evening.txt": evening})
>>> karsk
<Estimates Karsk deposit: lithium, deposit: 2 in t>
>>> [(estimate.source, str(estimate.low), str(estimate.high)) for estimate in karsk]
[('ministry', '1900000', '1900000'), ('survey', '1200000', '1400000')]
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mineralclaims._claims import Claims
from mineralclaims.output import html
from mineralclaims.output.estimates import Estimate, Estimates, group_estimates

if TYPE_CHECKING:
    import os

__all__ = ["Estimate", "Estimates", "estimates", "to_html"]


def estimates(documents: Claims | Mapping[str, Claims]) -> list[Estimates]:
    """Return the things of which the documents give several different estimates, those with the most first.

    Claims are about one thing when type, aspect, commodity, subject, object, category, basis and denominator are the same
    and their units convert into one another. What one source says twice with the same bounds and date counts once.

    Args:
        documents: the claims of one text, or the claims of several by the name of their document.

    Raises:
        TypeError: ``documents`` is neither.
    """
    return group_estimates(_named(documents).items())


def to_html(documents: Claims | Mapping[str, Claims], path: str | os.PathLike[str] | None = None, *, title: str = "Claims") -> str:
    """Return one page for all documents: an index, the estimates that differ, each text with its claims marked and their table.

    The page is one file that needs no network and runs no script.

    Args:
        documents: the claims of one text, or the claims of several by the name of their document.
        path: where to write the page too, in UTF-8.
        title: the title of the page.

    Raises:
        TypeError: ``documents`` is neither.
    """
    shown = {name: html.Document(claims.text, claims.claims, claims.published) for name, claims in _named(documents).items()}
    page = html.page(shown, title)
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page


def _named(documents: Claims | Mapping[str, Claims]) -> dict[str, Claims]:
    if isinstance(documents, Claims):
        return {"": documents}
    if not isinstance(documents, Mapping) or not all(isinstance(claims, Claims) for claims in documents.values()):
        raise TypeError(f"a report wants Claims, or a mapping of names to Claims, not {type(documents).__name__}")
    return {str(name): claims for name, claims in documents.items()}
