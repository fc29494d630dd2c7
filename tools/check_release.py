"""Build the wheel and the source distribution, look into them, and try the wheel alone with each extra in an environment of its own.

    python tools/check_release.py [--python python3.11 --python python3.12 …] [--extra cli --extra arrow …]

Needs ``build`` and ``twine`` (extra ``dev``) and an index of packages for what the extras bring. Everything is made in a folder of its own,
which is removed. The exit status is 1 where anything fails; what failed is printed last.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_BYTES = 1_000_000  # of the wheel
NOT_FOR_USERS = {"browser-tests", "dev", "docs", "fuzz"}
_BLOCKS = re.compile(r"^```python (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_CORE = """
from mineralclaims import Claims, Extractor, extract_claims
text = "Halden owns 40% of the Sable mine."
claims = extract_claims(text)
assert [claim.type for claim in claims] == ["stake"], claims
assert Claims.from_json(claims.to_json(), text) == claims
assert list(Extractor().extract_many([text])) == [claims]
from mineralclaims.interchange import reattach, to_web_annotations
assert reattach(to_web_annotations(claims, source="urn:x")[0], text) == claims[0]
from importlib.util import find_spec
assert "site-packages" in find_spec("mineralclaims").origin, "not the wheel"
"""
_TRIES = {
    "": "",
    "arrow": "from mineralclaims.arrow import read_records; assert Claims.from_dicts(read_records(claims.to_arrow()), text) == claims",
    "cli": """
import subprocess, sys
done = subprocess.run([sys.executable, "-m", "mineralclaims", "extract", "-"], input=text, capture_output=True, text=True, check=True)
assert done.stdout == claims.to_jsonl(), done
""",
    "fx": "import currency_converter",
    "pandas": "assert list(claims.to_pandas()['low']) == [40]",
    "polars": "assert claims.to_polars()['low'].to_list() == [40]",
    "progress": "assert list(Extractor().extract_many([text], progress=True)) == [claims]",
    "ray": "",
    "spacy": "",
    "spark": "",
    "web": "import trafilatura",
}
"""For each extra, and for none, what must work in an environment that has nothing else, beside its block of docs/frames.md."""

_BLOCK = """
import doctest, os, sys
os.environ["PYSPARK_PYTHON"] = sys.executable
test = doctest.DocTestParser().get_doctest({block!r}, {{}}, "docs/frames.md", None, 0)
assert not doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed
"""


def main() -> None:
    """Check everything that is asked for; a line each, and what failed at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", action="append", help="an interpreter to try; this one if none is given")
    parser.add_argument("--extra", action="append", help="an extra to try, core for none; all and core if none is given")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder, "dist")
        run(sys.executable, "-m", "build", "--outdir", str(built), str(ROOT))
        (wheel,), (sdist,) = built.glob("*.whl"), built.glob("*.tar.gz")
        failed = check_files(wheel, sdist)
        extras = ["" if extra == "core" else extra for extra in options.extra or ["core", *extras_of(wheel)]]
        failed += [f"no try for the extra {extra} in {Path(__file__).name}" for extra in extras if extra not in _TRIES]
        for python in options.python or [sys.executable]:
            for extra in extras:
                if extra in _TRIES and not tried(python, wheel, extra, Path(folder)):
                    failed.append(f"{extra or 'core'} on {python}")
    sys.exit("\n".join(["failed:", *failed]) if failed else 0)


def check_files(wheel: Path, sdist: Path) -> list[str]:
    """Return what is wrong with the two files themselves."""
    failed: list[str] = []
    if run(sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(sdist)):
        failed.append("twine check")
    size = wheel.stat().st_size
    print(f"{wheel.name}: {size:,} bytes, at most {MOST_BYTES:,}")
    if size > MOST_BYTES:
        failed.append(f"the wheel has {size:,} bytes")
    in_wheel = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/src/")[2] for name in archive.getnames()}
    ours = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*") if path.is_file()}
    ours = {name for name in ours if "__pycache__" not in name}
    failed += [f"{name} is not in the wheel" for name in sorted(ours - in_wheel)]
    failed += [f"{name} is in the wheel, but not in src" for name in sorted(in_wheel - ours)]
    failed += [f"{name} is not in the source distribution" for name in sorted(ours - in_sdist)]
    version = wheel.name.split("-")[1]
    if not re.search(
        rf"^## \[(?:{re.escape(version)}|Unreleased)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    ):
        failed.append(f"CHANGELOG.md has no section for {version}")
    return failed


def extras_of(wheel: Path) -> list[str]:
    """Return the extras that the wheel announces to users."""
    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    announced = HeaderParser().parsestr(archive.read(name).decode("utf-8")).get_all("Provides-Extra", [])
    return sorted(set(announced) - NOT_FOR_USERS)


def tried(python: str, wheel: Path, extra: str, folder: Path) -> bool:
    """Return whether the wheel works with an extra, in a new environment and away from the sources."""
    home = Path(tempfile.mkdtemp(dir=folder))
    inside = str(home / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    wanted = f"{wheel}[{extra}]" if extra else str(wheel)
    script = home / "try_it.py"
    page = (ROOT / "docs" / "frames.md").read_text(encoding="utf-8")
    blocks = [_BLOCK.format(block=block) for engine, block in _BLOCKS.findall(page) if engine == extra]
    script.write_text("\n".join([_CORE, _TRIES[extra], *blocks]), encoding="utf-8")
    steps = ([python, "-m", "venv", str(home)], [inside, "-m", "pip", "install", "--quiet", wanted], [inside, str(script)])
    works = all(run(*step, cwd=home) == 0 for step in steps)
    print(f"{extra or 'core'} on {python}: {'works' if works else 'FAILS'}", flush=True)
    shutil.rmtree(home, ignore_errors=True)  # environments of engines are big
    return works


def run(*command: str, cwd: Path | None = None) -> int:
    """Run a command; print what it said where it fails, and return its exit status."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 - commands of this file
    if done.returncode:
        print(" ".join(command), done.stdout[-2000:], done.stderr[-4000:], sep="\n", flush=True)
    return done.returncode


if __name__ == "__main__":
    main()
