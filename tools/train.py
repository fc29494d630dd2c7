"""Trains the weights of all decisions from gold passages and writes them to ``src/mineralclaims/claims/weights``.

    python tools/train.py GOLD.jsonl ... [--corpus CORPUS.jsonl ...]

GOLD are passages in the form of ``tests/passages``. Of a development CORPUS, passages whose sha1 of the id is divisible by three are left
out (its check third stays unseen). A file that is named twice counts twice. The rules make the candidates and name the cues; only their weights come from here.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

import fit
from gold import Passage, passages

from mineralclaims.claims import linear
from mineralclaims.claims.decide import ASPECTED, RESETTLED, aspect_context, decide_aspect, decide_type, possible_types
from mineralclaims.claims.groups import NOTHING
from mineralclaims.claims.no_claims import NONE
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.type_features import type_features
from mineralclaims.slots import commodity, dates
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.slots.dates import DateOption
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.fill import MODALITIES, ByScore, fill
from mineralclaims.slots.parties import Option, Possible
from mineralclaims.slots.restated import restates

WEIGHTS = Path(__file__).parent.parent / "src/mineralclaims/claims/weights"
RANKED = {"subject": 10.0, "object": 3.0, "attribution": 10.0, "commodity": 10.0, "date": 5.0}
CLASSED = {"type": 5.0, "modality": 2.0}
_ASPECT_PENALTY = 5.0
"""The penalties on squares of weights, by decision, as they did best on passages that the weights had not seen."""
LEAST_RANK, LEAST_CLASS = 60, 100
LEAST = {"settled_share": 200}
"""Weights below this many thousandths hardly ever decide (some decisions need fewer of them); without them the files are half as long."""
_SKIP = {"the", "a", "an", "of", "in", "and", "for", "its", "their", "on", "to", "'s", "’s"}
_ALIKE = 0.5


def words(value: str) -> Counter[str]:
    """Return the words of a field value that count when it is compared."""
    return Counter(word for word in re.findall(r"[^\W_]+|[’']s", value.lower()) if word not in _SKIP)


def likeness(one: str, other: str) -> float:
    """Return how alike two values of a text field are, 0 to 1 (Dice over words)."""
    a, b = words(one), words(other)
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


class ByGold:
    """Keeps the options of every field as training groups, and picks what the gold record says, or what trained weights say.

    Weights that learn from a perfect memory trust it too much: what an earlier claim settled on is sometimes wrong. So the second
    round of training reads every passage with weights that have not seen it, and learns to choose among what they remember.
    """

    def __init__(self, rows: dict[str, list[Any]], guesser: ByScore | None) -> None:
        """Collect into ``rows``; with a ``guesser`` go on with its choices instead of the gold ones."""
        self.rows = rows
        self.guesser = guesser
        self.record: dict[str, Any] = {}
        self.optional = False

    def party(self, field: str, options: list[Possible], claim_type: str, aspect: str) -> Option:
        """Return the option most like the gold value, or the guess."""
        gold = self._party(field, options, claim_type, aspect)
        return self.guesser.party(field, options, claim_type, aspect) if self.guesser else gold

    def _party(self, field: str, possible: list[Possible], claim_type: str, aspect: str) -> Option:
        """Return the option most like the gold value."""
        options = [Option(*one[:4]) for one in possible]
        wanted = self.record.get(field)
        if wanted is None:
            right = {len(options) - 1}
        else:
            alike = [likeness(option.mention.text, wanted) if option.mention is not None else 0.0 for option in options]
            top = max(alike)
            right = {i for i, value in enumerate(alike) if value >= max(_ALIKE, top - 0.1)}
            if (field == "subject" and not right) or not right:
                self.rows[f"missing_{field}"].append((wanted, [o.mention.text for o in options if o.mention]))
                return Option(NOTHING, NOTHING, None, None)
        names = [
            [*option.features, *option.static, *(f"{aspect}^{name}" for name in option.joined if aspect and field == "subject")]
            for option in options
        ]
        self.rows[field].append(([_typed(one, claim_type) for one in names], right))
        return options[min(right, key=lambda i: -likeness(options[i].mention.text, wanted) if wanted and options[i].mention else 0)]

    def commodity(self, options: list[commodity.Possible], claim_type: str) -> CommodityOption:
        """Return the option with the gold commodities, or the guess."""
        gold = self._commodity(options, claim_type)
        return self.guesser.commodity(options, claim_type) if self.guesser else gold

    def _commodity(self, possible: list[commodity.Possible], claim_type: str) -> CommodityOption:
        """Return the option with the gold commodities."""
        options = [CommodityOption(value, group.names, first, last) for group, value, first, last in possible]
        wanted = self.record.get("commodity")
        values = [set(option.value.split("; ")) if option.value else set() for option in options]
        gold = {one.strip().lower() for one in wanted.split(";")} if wanted else set()
        right = {i for i, value in enumerate(values) if value == gold}
        if right:
            self.rows["commodity"].append(([_typed(option.features, claim_type) for option in options], right))
            return options[min(right)]
        self.rows["missing_commodity"].append((wanted, [option.value for option in options]))
        return CommodityOption(wanted, ())

    def date(self, options: list[dates.Possible], claim_type: str) -> DateOption:
        """Return the option with the gold date, or the guess."""
        gold = self._date(options, claim_type)
        return self.guesser.date(options, claim_type) if self.guesser else gold

    def aspect(self, features: list[str], claim_type: str, first: str | None) -> str | None:
        """Return the gold aspect, or the guess."""
        gold = self.record.get("aspect")
        if claim_type in RESETTLED and gold is not None and not self.optional:
            self.rows[f"settled_{claim_type}"].append(([*features, f"first={first}"], gold, ()))
        return self.guesser.aspect(features, claim_type, first) if self.guesser else gold

    def _date(self, possible: list[dates.Possible], claim_type: str) -> DateOption:
        """Return the option with the gold date."""
        options = [DateOption(value, group.names) for group, value, _, _ in possible]
        wanted = self.record.get("date")
        right = {i for i, option in enumerate(options) if (str(option.value) if option.value else None) == wanted}
        if right:
            self.rows["date"].append(([_typed(option.features, claim_type) for option in options], right))
            return options[min(right)]
        self.rows["missing_date"].append((wanted, [str(option.value) for option in options]))
        return DateOption(None, ())

    def modality(self, features: list[str]) -> str:
        """Return the gold modality."""
        self.rows["modality"].append((features, self.record["modality"], MODALITIES))
        return self.guesser.modality(features) if self.guesser else str(self.record["modality"])


def _typed(names: list[str] | tuple[str, ...], claim_type: str) -> list[str]:
    """Return features for all types and for one."""
    return [*names, *(f"{claim_type}|{name}" for name in names)]


def collect(passage: Passage, rows: dict[str, list[Any]], guesser: ByScore | None = None) -> None:
    """Add the decisions of one passage to the training rows."""
    document, published = passage.document.fresh(), date.fromisoformat(passage.published) if passage.published else None
    discourse, chooser = Discourse(document), ByGold(rows, guesser)
    last_type, last_aspect = "", {}
    for number in range(len(document.sentences)):
        first, end = document.quantity_range(number)
        if first == end:
            continue
        reading = document.reading(number)
        reading.previous_type = last_type
        previous, modality, again = "", "", False
        for position in range(end - first):
            record = passage.gold[first + position]
            again = previous not in {"", NONE} and restates(reading, position, goes_on=again)
            if again:
                continue
            scene = Scene(reading, position)
            features = type_features(scene, previous)
            mention = reading.quantities[position]
            label = record["type"] if record else NONE
            possible = possible_types(mention)
            optional = bool(record and record.get("optional"))
            if not optional and label in possible and len(possible) > 1:
                rows["type"].append((features, label, possible))
            previous = last_type = label if guesser is None else decide_type(scene, previous).type
            if record is None or label not in possible:
                continue
            aspect = record.get("aspect")
            if label in ASPECTED and aspect is not None and not optional:
                rows[f"aspect_{label}"].append(([*features, *aspect_context(last_aspect.get(label, ""))], aspect, ()))
            guessed = aspect if guesser is None else decide_aspect(label, features, last_aspect.get(label, ""))
            if guessed:
                last_aspect[label] = guessed
            chooser.record = record
            chooser.optional = optional
            modality = fill(scene, discourse, published, label, guessed, features, modality, chooser).modality


def training_rows(found: list[Passage], guesser: ByScore | None = None) -> dict[str, list[Any]]:
    """Return the rows of all decisions."""
    rows: dict[str, list[Any]] = {
        name: []
        for name in (
            "type",
            *RANKED,
            "modality",
            *(f"aspect_{name}" for name in ASPECTED),
            *(f"settled_{name}" for name in RESETTLED),
            *(f"missing_{name}" for name in RANKED),
        )
    }
    for passage in found:
        collect(passage, rows, guesser)
    return rows


def train(found: list[Passage], folder: Path = WEIGHTS) -> dict[str, list[Any]]:
    """Fit all decisions in two rounds and write them."""
    halves = ([p for p in found if _half(p.name) == 0], [p for p in found if _half(p.name) == 1])
    second: dict[str, list[Any]] = {}
    with TemporaryDirectory() as temporary:
        for number, half in enumerate(halves):
            other = Path(temporary) / str(number)
            fit_all(training_rows(halves[1 - number]), other)
            with linear.weights_from(other):
                for name, listed in training_rows(half, ByScore()).items():
                    second.setdefault(name, []).extend(listed)
    fit_all(second, folder)
    return second


def _half(name: str) -> int:
    """Return the half that a passage belongs to in the first round."""
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()[:4], 16) % 2


def fit_all(rows: dict[str, list[Any]], folder: Path) -> None:
    """Fit every decision on its rows and write its weights."""
    for name, listed in rows.items():
        if name.startswith("missing"):
            continue
        if name in RANKED:
            fit.write(folder / f"{name}.json", [fit.RANK], fit.fit_ranks(listed, RANKED[name], LEAST_RANK))
            continue
        labels = sorted({label for _, label, _ in listed})
        if name == "type":
            labels = sorted({one for _, _, allowed in listed for one in allowed})
        fit.write(
            folder / f"{name}.json",
            labels,
            fit.fit_classes(
                [(features, label, allowed or tuple(labels)) for features, label, allowed in listed],
                CLASSED.get(name, _ASPECT_PENALTY),
                LEAST.get(name, LEAST_CLASS),
            ),
        )


def held_back(name: str) -> bool:
    """Return whether a passage belongs to the third that stays unseen."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def main() -> None:
    """Read the arguments, train, and say how much was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument(
        "--corpus", nargs="+", type=Path, default=[], help="development corpora, of which the unseen third is left out"
    )
    arguments = parser.parse_args()
    found = [passage for passage in passages(arguments.corpus) if not held_back(passage.name)] + passages(arguments.gold)
    rows = train(found)
    print({name: len(listed) for name, listed in rows.items()})


if __name__ == "__main__":
    main()
