"""Where sentences begin and end, in running text, hard-wrapped wire copy, headlines and lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

MONTH_ABBREVIATIONS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_ABBREVIATIONS = MONTH_ABBREVIATIONS | frozenset({
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "rev", "hon", "st", "mt",
    "ft", "no", "nos", "vs", "etc", "inc", "corp", "co", "cos", "ltd", "plc", "bros", "llc", "approx", "est", "dept",
    "univ", "fig", "figs", "vol", "pp", "ed", "al", "cf", "e.g", "i.e", "mon", "tue", "tues", "wed", "thu", "thurs",
    "fri", "sat", "sun", "rs", "re", "u.s", "u.k", "u.n", "u.s.a", "u.a.e", "e.u", "a.m", "p.m", "d.c", "s.a", "n.v",
    "a.g", "p.t", "a.s", "pty", "pte", "sr", "jr", "ph.d", "messrs", "sq", "cu", "ave", "blvd", "rd", "max", "min",
    "avg", "incl", "excl", "intl", "natl", "assn",
})  # fmt: skip
_OPENERS = frozenset({
    "the", "it", "in", "he", "she", "they", "but", "a", "an", "this", "that", "these", "those", "for", "at", "on", "as",
    "while", "however", "its", "their", "his", "her", "we", "i", "you", "there", "if", "when", "after", "since",
    "under", "meanwhile", "although", "also", "according", "last", "total",
})  # fmt: skip
# A candidate end: closing punctuation with its quotes, brackets and footnote marks, before white space; or a line break.
_CANDIDATE = re.compile(
    r"""[.!?…\n](?:(?<=\n)|["')\]]{0,3}(?:(?<=[a-z]{3}\.)\d{1,2}(?:,\d{1,2}){0,3}|(?:\[\w{1,12}\]){0,6})(?=\s))"""
)
_BULLET = re.compile(r"[ ]{0,12}(?:[-•*–·▪◦o][ ]|\(?(?!(?![IVX])[A-Z]{2,3}[.)])[0-9a-zA-Z]{1,3}[.)][ ])")  # no "(ONS)"
_NEXT_WORD = re.compile(r"\s{0,400}+[\"'(\[]{0,3}([^\W\d_]+|\d+|\S)?")
_LAST_WORD = re.compile(r"(?<![^\s(\[\"'])[^\s(\[\"']{1,6}\Z")  # no longer than any abbreviation
_NEVER_LAST = re.compile(r" (?:an?|the|of|in|to|and|or|for|by|with|from|at|on|than|about|approximately|estimated|its|their) ?\Z")
_NEVER_LAST_REACH = 16
_LABEL = re.compile(r"[\w'-]{1,20}(?: [\w'-]{1,20}){0,3} ?[:–]")
_LONG_LINE, _OFTEN, _LABEL_AT_MOST = 40, 3, 100
_LONGEST = 1500
_WRAP_AT_MOST = 100
_WRAP_SHARE = 0.72


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a folded text as (start, end), in order, white space trimmed, empty ones left out."""
    spans: list[tuple[int, int]] = []
    lines = text.split("\n")
    wrap = _wrap_width(lines)
    partly = 0 if wrap else _wrapped_in_part(lines)
    del lines
    start = 0
    for match in _CANDIDATE.finditer(text):
        at = match.end()
        if match.group() == "\n":
            ends = _line_ends_sentence(text, match.start(), wrap) if wrap else not _flows_on(text, match.start(), partly)
            at = match.start()
        else:
            ends = _stop_ends_sentence(text, match.start(), at)
        if ends:
            _append(spans, text, start, at)
            start = at
    _append(spans, text, start, len(text))
    return spans


def unbroken(sentences: list[tuple[int, int]], pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences, those made one that a piece reaches across: a stop inside a quantity ("U.S. $5") ends none."""
    ends = [end for _, end in sentences]
    broken = set[int]()
    for start, end in pieces:
        first = bisect_right(ends, start)
        if end > ends[first]:
            broken.update(range(first + 1, bisect_right(ends, end - 1) + 1))
    if not broken:
        return sentences
    opening = [start for number, (start, _) in enumerate(sentences) if number not in broken]
    closing = [end for number, end in enumerate(ends) if number + 1 not in broken]
    return list(zip(opening, closing, strict=True))


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append ``text[start:end]`` without the white space around it, where anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = _cut(text, start)
        spans.append((start, start + len(text[start:cut].rstrip())))
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))


def _cut(text: str, start: int) -> int:
    """Return where to cut a sentence that is no sentence any more (a table, a text without full stops): at a mark or a space."""
    for mark in ("; ", ", ", " "):
        at = text.rfind(mark, start + _LONGEST // 2, start + _LONGEST)
        if at >= 0:
            return at + len(mark.rstrip())
    return start + _LONGEST


def _wrap_width(lines: list[str]) -> int:
    """Return the column at which the text is hard-wrapped, or 0 where its lines are paragraphs."""
    longest = max(map(len, lines))
    return longest if longest <= _WRAP_AT_MOST else 0


def _line_ends_sentence(text: str, at: int, wrap: int) -> bool:
    """Return whether the line break at ``at`` is more than a wrapped line."""
    after = at + 1
    if after >= len(text) or text[after] == "\n":
        return True
    if text[after : after + 16].strip(" ")[:1] in {"\n", ""} or _BULLET.match(text, after):
        return True
    begin = text.rfind("\n", 0, at) + 1
    if text[after].isupper() and _LABEL.match(text, after) is not None and _LABEL.match(text, begin) is not None:
        return True  # "Proven: 9 Mt" and "Probable: 17 Mt" below it
    word = _NEXT_WORD.match(text, after)
    first = len(word.group().lstrip()) if word else 0
    return at - begin + 1 + first < wrap * _WRAP_SHARE and not _goes_on(text, at, begin, wrap)


def _wrapped_in_part(lines: list[str]) -> int:
    """Return the column at which some lines are hard-wrapped though others are paragraphs, 0 where that is not seen often."""
    widths = [
        len(line.rstrip())
        for line, following in pairwise(lines)
        if _LONG_LINE <= len(line) <= _WRAP_AT_MOST and following[:1].islower() and _is_cut(line, following)
    ]
    return max(widths) if len(widths) >= _OFTEN else 0


def _is_cut(line: str, following: str) -> bool:
    """Return whether a line does not end as a sentence does, and the next one is no "Label: value"."""
    end = line.rstrip()[-1:]
    return (end.isalnum() or end in {",", "-"}) and _LABEL.match(following) is None


def _flows_on(text: str, at: int, partly: int) -> bool:
    """Return whether a line break cuts a sentence in two where lines are no paragraphs, or not all of them."""
    begin = text.rfind("\n", max(0, at - _WRAP_AT_MOST - 1), at) + 1
    if at - begin < _LONG_LINE:
        return False
    if text[at + 1 : at + 2].isalnum() and _NEVER_LAST.search(text, max(begin, at - _NEVER_LAST_REACH), at) is not None:
        return True
    if text[at + 1 : at + 2].islower():
        return _is_cut(text[max(begin, at - 3) : at], text[at + 1 : at + 1 + _LABEL_AT_MOST])
    return 0 < at - begin <= partly + 1 and not _line_ends_sentence(text, at, partly)


def _goes_on(text: str, at: int, begin: int, wrap: int) -> bool:
    """Return whether the sentence of a short first line goes on in the full line below it, as where a dateline was cut off."""
    after = at + 1
    if begin > 0 and text[max(0, begin - 2) : begin] != "\n\n" and text[begin - 1 : begin + 4].strip():
        return False
    end = text.find("\n", after, after + wrap + 2)
    full = (end if end >= 0 else len(text)) - after >= wrap * _WRAP_SHARE
    return full and text[at - 1].isalnum() and (text[after].islower() or (text[after].isdigit() and text[at - 1].islower()))


def _stop_ends_sentence(text: str, stop: int, after: int) -> bool:
    """Return whether the full stop at ``stop`` ends a sentence."""
    following = _NEXT_WORD.match(text, after)
    word = following.group(1) if following else None
    if word is None:
        return True
    if word[0].islower():
        return text[stop] != "." and text[stop] != "…" and '"' not in text[stop:after] and "\n" not in text[after : after + 2]
    if text[stop] != ".":
        return True
    last = _LAST_WORD.search(text, max(0, stop - 6), stop)
    if last is None:
        return True
    before = last.group()
    initial = len(before) == 1 and before.isalpha() and before.isupper()
    if initial or before.lower() in _ABBREVIATIONS:
        return word.lower() in _OPENERS and not initial and before.lower() not in {"mr", "mrs", "ms", "dr", "no", "vs", "rs"}
    return True
