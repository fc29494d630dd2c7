"""Reserves and grades as a MineralInventory of the MinMod knowledge graph, every entity by its Q-id.

Source: DARPA CriticalMAAS, ta2-minmod-kg, the model of MineralInventory, Measure, CandidateEntity and Reference (February 2026).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mineralclaims._version import __version__
from mineralclaims.claims.base import Modality
from mineralclaims.claims.grade import OreGrade
from mineralclaims.claims.reserve import ReserveEstimate
from mineralclaims.errors import InterchangeError
from mineralclaims.lexicons.loader import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mineralclaims.claims.base import Claim

_RESOURCE = "https://minmod.isi.edu/resource/"
_STATED = (Modality.ASSERTED, Modality.ESTIMATED)
_COMPOUNDS = ("oxide", "carbonate_equivalent")
_TON = {"unstated": "which ton is not said: taken as tonnes"}


def mineral_inventory(claims: Iterable[Claim], document: str) -> dict[str, Any]:
    """Return a tonnage of ore, a grade, or both of one ore, as a MineralInventory; see ``to_mineral_inventory``."""
    given = list(claims)
    reserves = [claim for claim in given if isinstance(claim, ReserveEstimate)]
    grades = [claim for claim in given if isinstance(claim, OreGrade)]
    if not given or len(reserves) > 1 or len(grades) > 1 or len(reserves) + len(grades) < len(given):
        types = ", ".join(claim.type for claim in given) or "nothing"
        raise InterchangeError(f"an inventory is of one reserve, one grade or one of each, not of {types}")
    for claim in given:
        _check(claim)
    fields = {
        "reference": {"document": {"uri": document}, "comment": "; ".join(_comment(claim) for claim in given)},
        "commodity": _commodity(given),
        "category": [_entity(load("minmod")["category"], "category", name) for name in _only(given, "category").split("+") if name],
        "ore": _measure(reserves[0], "ore") if reserves else None,
        "grade": _grade(grades[0]) if grades else None,
        "material_form": _form(grades[0]) if grades else None,
        "date": _date(given),
    }
    return {key: field for key, field in fields.items() if field}


def _check(claim: Claim) -> None:
    """Refuse what no inventory can say."""
    quantity = claim.quantity
    if claim.modality not in _STATED:
        _refuse(claim, f"is {claim.modality}", f"{' or '.join(_STATED)}")
    if quantity.low is None or quantity.low != quantity.high:
        _refuse(claim, f"is a bound or a range ({quantity})", "one number")
    if quantity.per is not None:
        _refuse(claim, f"is a rate (per {quantity.per})", "an amount")
    if isinstance(claim, ReserveEstimate) and claim.basis != "ore":
        counted = f"counts {claim.basis}" if claim.basis else "does not say what it counts"
        _refuse(claim, counted, "a tonnage of ore (basis ore)")
    if isinstance(claim, OreGrade) and claim.basis == "concentrate":
        _refuse(claim, "is of concentrate", "the grade of ore")


def _refuse(claim: Claim, what: str, wanted: str) -> None:
    raise InterchangeError(f"the {claim.type} {claim.text!r} {what}; MinMod has a place only for {wanted}")


def _comment(claim: Claim) -> str:
    """Return the words of a claim, with what the inventory has no field for."""
    notes = [
        f"{claim.type} {claim.text!r}",
        claim.aspect,
        "approximate" if claim.quantity.approximate else None,
        _TON.get(claim.quantity.ton_kind or ""),
        str(claim.modality) if claim.modality is not Modality.ASSERTED else None,
    ]
    return ", ".join(note for note in notes if note)


def _only(claims: list[Claim], field: str) -> str:
    """Return the value of a field that all claims agree on, "" where none has one."""
    values = {str(value) for claim in claims if (value := getattr(claim, field)) is not None}
    if len(values) > 1:
        raise InterchangeError(f"the claims have different values of {field}: {', '.join(sorted(values))}; an inventory has one")
    return next(iter(values), "")


def _entity(table: dict[str, str], what: str, name: str) -> dict[str, Any]:
    """Return the MinMod entity of one of our names."""
    if name not in table:
        raise InterchangeError(f"MinMod has no {what} for {name!r}; it has {', '.join(table)}")
    return {
        "source": f"mineralclaims {__version__}",
        "confidence": Decimal(1),
        "observed_name": name,
        "normalized_uri": _RESOURCE + table[name],
    }


def _commodity(claims: list[Claim]) -> dict[str, Any]:
    name = _only(claims, "commodity")
    if not name:
        raise InterchangeError("no claim has a commodity, which an inventory must have")
    return _entity(load("minmod")["commodity"], "commodity", name)


def _measure(claim: Claim, table: str) -> dict[str, Any]:
    return {"value": claim.quantity.low, "unit": _entity(load("minmod")[table], f"unit of {table}", claim.quantity.unit)}


def _grade(claim: Claim) -> dict[str, Any]:
    """Return a grade; metal equivalents have units of their own."""
    if claim.basis != "metal_equivalent":
        return _measure(claim, "grade")
    unit = f"{claim.commodity} {claim.quantity.unit}"
    return {"value": claim.quantity.low, "unit": _entity(load("minmod")["equivalent"], "unit of metal equivalents", unit)}


def _form(claim: Claim) -> dict[str, Any] | None:
    """Return the compound that a grade counts, None for the element."""
    if claim.basis not in _COMPOUNDS:
        return None
    return _entity(load("minmod")["form"], "material form", f"{claim.commodity} {claim.basis}")


def _date(claims: list[Claim]) -> str:
    """Return the date of the claims; MinMod sorts its dates as text, so that a quarter has no place."""
    date = _only(claims, "date")
    if "Q" in date or "H" in date:
        raise InterchangeError(f"the date is {date}; MinMod has a place only for a day, a month or a year")
    return date
