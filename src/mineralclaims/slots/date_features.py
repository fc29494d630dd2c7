"""What speaks for and against each possible date of a claim."""

from __future__ import annotations

from functools import cache

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.slots.course import Course

_Key = tuple[bool, str, int, str, str, bool, str, bool, bool, str, bool, bool, bool, str, bool, str, bool, str, str]


def _place(key: _Key) -> Group:
    """Return the features of a kind of expression at a place."""
    left, near, crossed, word, kind, parted, modality, said, front, link, nearest_left, nearest_right, only, lead, same, tense, far, parting, aspect = key  # fmt: skip
    side, comma = "L" if left else "R", "c" if parted else "n"
    found = [
        f"{side}{near}", f"{side}x{crossed}", f"{side}x{crossed}{comma}", f"k={kind}", f"k={kind}_{side}", f"b={word}_{side}", f"b={word}_{kind}", f"{side}{near}_{comma}", f"k={kind}_{modality}",
    ]  # fmt: skip
    found += [
        f"part={parting}_{side}",
        f"part={parting}_{side}x{crossed}",
        f"part={parting}_b={word}",
        f"part={parting}_{kind}",
        f"a={aspect}_{side}",
        f"a={aspect}_{kind}",
    ]
    found += [f"far_{side}x{crossed}", f"far_{side}_{kind}", f"far_{side}_lead={lead}"] * far
    found += ["said", f"said_{kind}"] * said + ["front"] * front + [f"link={link}_{side}"] * bool(link)
    found += [f"k={kind}_{tense}"] + [
        f"lead={lead}_{side}x{crossed}",
        f"lead={lead}_{kind}",
    ] * bool(lead)
    found += ["same", f"same_{lead}", f"same_{side}x{crossed}"] * same
    return Group((*found, *["nearL"] * nearest_left, *["nearR"] * nearest_right, f"only{only:d}"))


PLACED: Groups[_Key] = Groups(_place)


@cache
def of_before(gap: int, kind: str, own: bool, modality: str, tense: str, aspect: str) -> Group:
    """Return the features of a time of a sentence before."""
    return Group(
        (
            f"h{gap}_a={aspect}",
            f"h_k={kind}_a={aspect}",
            f"h{gap}",
            f"h_k={kind}",
            f"h{gap}_own{own:d}",
            f"h_{modality}",
            f"h{gap}_{tense}",
            f"h_k={kind}_{tense}",
        )
    )


@cache
def remembered(gap: int, own: bool, later: bool, modality: str, period: tuple[int, int, int, str], course: Course) -> Group:
    """Return the features of the date of the claim before; ``period`` is how long its name is, how often it was used, how many there were, and which is gone on about."""
    length, used, said, again = period
    found = [f"m{gap}", f"m{gap}_own{own:d}", f"m{gap}_{modality}", f"m{gap}_q{later:d}", f"m_len{length}_{gap}"]
    found += [
        f"m_used{used}_{gap}",
        f"m_len{length}_{course.tense}",
        f"m{gap}_{course.tense}",
        f"m_{course.bearing}_{course.alike}",
    ]
    found += [f"m_said{said}_{gap}", f"m{gap}_a={course.aspect}", f"m_len{length}_a={course.aspect}"]
    found += [f"m_{course.bearing}_own{own:d}", f"m{gap}_par{course.opens:d}", f"m_len{length}_{course.alike}"]
    found += [f"m_lead={course.lead}_{course.bearing}", f"m_lead={course.lead}"] * bool(course.lead)
    return Group((*found, *[f"m_{again}{length}", f"m_{again}"] * bool(again)))


@cache
def base_of(lead: str, own: bool, alike: str, length: int, aspect: str, alone: bool) -> Group:
    """Return the features of the period a year before that of the number that a base figure follows ("9 mln dlrs, against 4 mln")."""
    found = [
        "base",
        f"base_{lead}",
        f"base_{lead}_own{own:d}",
        f"base_{lead}_alone{alone:d}",
        f"base_{alike}",
        f"base_{alike}_{lead}",
    ]
    return Group((*found, f"base_len{length}", f"base_a={aspect}"))


@cache
def older_one(own: bool, lead: str) -> Group:
    """Return the features of another date of the sentence before that."""
    return Group(("o", f"o_own{own:d}", f"o_lead={lead}"))


@cache
def no_date(own: bool, later: bool, passed: int, modality: str, published: bool, course: Course) -> Group:
    """Return the features of there being no date; ``passed`` is how far the last date is, -1 where there is none."""
    names = [
        "null",
        f"null_own{own:d}",
        f"null_{modality}_own{own:d}",
        f"null_q{later:d}",
        f"null_m{passed if passed >= 0 else '-'}_own{own:d}",
        f"null_{course.tense}_own{own:d}",
        f"null_par{course.opens:d}",
        f"null_a={course.aspect}_own{own:d}",
    ]
    if course.bearing:
        names += [f"null_{course.bearing}", f"null_{course.bearing}_own{own:d}", f"null_{course.bearing}_{course.alike}"]
    names += [f"null_lead={course.lead}_own{own:d}", f"null_lead={course.lead}_{course.bearing}"] * bool(course.lead)
    return Group(tuple(names) if published else (*names, "null_unpublished"))
