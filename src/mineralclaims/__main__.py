"""``python -m mineralclaims`` and the command ``mineralclaims``."""

from __future__ import annotations

import sys

from mineralclaims._collector import collect_rarely


def main() -> None:
    """Run the command line, or say what to install for it."""
    try:
        from mineralclaims.cli import cli  # noqa: PLC0415 - click may be missing, which the message below says

        collect_rarely()
        cli(prog_name="mineralclaims")
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in {"click", "rich"}:
            raise
        sys.exit(f"mineralclaims: the command line needs {missing}: pip install 'mineralclaims[cli]'")


if __name__ == "__main__":
    main()
