"""What speaks for and against each possible party that the sentence itself does not name."""

from __future__ import annotations

from functools import cache

from mineralclaims.claims.groups import Group, Groups


@cache
def in_focus(kind: str, sort: str, first_here: str) -> Group:
    """Return the features of whom the text is about."""
    return Group((kind, f"{kind}_{first_here}", f"{kind}_{sort}"), (kind, f"{kind}_{sort}"))


@cache
def heard(rank: int, gap: int) -> Group:
    """Return the features of a name said before, as an object."""
    return Group((f"name{rank}", f"name_{gap}"))


@cache
def previous(gap: int, first_here: str, aspect: str) -> Group:
    """Return the features of the object of the claim before."""
    return Group((f"prev_{gap}", f"prev_{gap}_{first_here}", f"prevasp={aspect}"))


@cache
def about_topic(first_here: str, here: bool, head: str) -> Group:
    """Return the features of the topic of the text."""
    return Group(("topic", f"topic_{first_here}", f"topic_{0 if here else 1}", f"topic~{head}"), ("topic", f"topic~{head}"))


@cache
def about_protagonist(first_here: str, later: bool, head: str) -> Group:
    """Return the features of the name that the text is about."""
    place = f"most_{'later' if later else 'before'}"
    return Group(("most", f"most_{first_here}", place, f"most~{head}"), ("most", place, f"most~{head}"))


@cache
def settled(rank: int, gap: int, same: bool, first_here: str, memory_type: str, governed: str, head: str) -> Group:
    """Return the features of what an earlier claim settled on."""
    kind = "s" if same else "o"
    return Group(
        (
            f"m{rank}",
            f"m{rank}_{gap}{kind}",
            f"m_{gap}{kind}{first_here}",
            f"mt={memory_type}",
            f"m_subj{governed}{gap}",
            f"m{rank}~{head}",
        ),
        (f"m{rank}", f"m{rank}~{head}"),
    )


@cache
def named(rank: int, gap: int, first_here: str, head: str) -> Group:
    """Return the features of a name said before."""
    return Group(
        (f"name{rank}", f"name_{gap}", f"name_{first_here}{gap}", f"name{rank}~{head}"), (f"name{rank}", f"name{rank}~{head}")
    )


_NullKey = tuple[str, bool, tuple[str, ...], tuple[str, ...] | None, bool, str, str]


def _null(key: _NullKey) -> Group:
    """Return the features of naming nobody."""
    aspect, later, verb, head, name, follows, subject_is = key
    features = ["null", f"null_{aspect}", "null_gs" if head is not None else "null_nogs", f"null_{'q' if later else 'f'}"]
    features += [f"null_v:{cue}" for cue in verb]
    if head is not None:
        features += [*(f"null_gs:{cue}" for cue in head), f"null_gsname{name}"]
    features += [f"null_s={subject_is}", f"null_s={subject_is}_{aspect}"] * bool(subject_is)
    return Group((*features, f"null_r={follows}"), ("null",))


NOBODY: Groups[_NullKey] = Groups(_null)
