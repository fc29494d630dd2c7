"""Write the JSON Schema of the record to docs/record.schema.json; a test says when it is out of date.

python tools/write_schema.py
"""

from __future__ import annotations

import json
from pathlib import Path

from mineralclaims.interchange import record_schema

PATH = Path(__file__).parent.parent / "docs" / "record.schema.json"


def main() -> None:
    """Write the file."""
    PATH.write_text(json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(PATH)


if __name__ == "__main__":
    main()
