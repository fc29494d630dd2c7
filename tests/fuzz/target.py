"""Fuzz extract_claims, guided by the branches that a text reaches, until told to stop or a promise is broken.

    pip install -e '.[fuzz]'
    python tests/fuzz/target.py [-max_total_time=7200] [-runs=10000000] [FOLDER]

Options are those of libFuzzer; texts that reach something new are kept in FOLDER. A broken promise is shown with its text, which is
written to a file ``found-*.json``: put it into ``found/``, where tests/test_fuzz_finds.py replays it, and mend the cause.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent))  # where held.py is

with atheris.instrument_imports(include=["mineralclaims"]):
    from held import check
    from mineralclaims import extract_claims

PIECES = (Path(__file__).parent / "pieces.txt").read_text(encoding="utf-8").split("\n")
_PIECES_AT_MOST = 24


def text_from(data: bytes) -> tuple[str, int]:
    """Return the text that some bytes stand for, and a setting: plain Unicode, or pieces of the language of claims and Unicode between."""
    given = atheris.FuzzedDataProvider(data)
    setting = given.ConsumeIntInRange(0, 11)
    if not given.ConsumeIntInRange(0, 3):
        return given.ConsumeUnicode(400), setting
    text: list[str] = []
    while given.remaining_bytes() and len(text) < 2 * _PIECES_AT_MOST:
        choice = given.ConsumeIntInRange(0, len(PIECES) + 15)
        text.append(json.loads(f'"{PIECES[choice]}"') if choice < len(PIECES) else given.ConsumeUnicode(choice - len(PIECES) + 1))
        text.append("" if given.ConsumeIntInRange(0, 7) == 0 else " ")
    return "".join(text), setting


def one(data: bytes) -> None:
    """Check one text."""
    text, setting = text_from(data)
    try:
        check(text, setting)
    except Exception:
        sys.stderr.write(f"text: {text!r}\nsetting: {setting}\n")
        Path(f"found-{abs(hash(text)):x}.json").write_text(json.dumps({"text": text, "setting": setting}), encoding="ascii")
        raise


def main() -> None:
    """Hand over to libFuzzer."""
    extract_claims("Output rose 5% to 3 million tonnes in 2024, and 3 blargs.")
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
