"""Words that tell of a change: after them "from A to B" is two moments, not one range."""

from __future__ import annotations

from mineralclaims.mentions.tries import END, tree_of

_STEMS = (
    "ris rose fall fell grow grew increas decreas declin drop jump climb surg soar plung slump plummet rais lower reduc hik boost expand shrink "
    "shrank shrunk slow narrow widen improv revis chang mov doubl tripl halv slash edg slip gain advanc bring brought upgrad lift accelerat trim push "
    "swing swung shift nudg tumbl retreat dip sank sink upp escalat adjust ramp scal recover rebound crash collaps balloon swell enlarg stretch "
    "strengthen weaken transition heighten quicken dwindl cutback downgrad deteriorat creep crept inch slid slump lengthen shorten".split()
)
_WORDS = frozenset("cut cuts cutting up down go goes going went gone took taking eas ease eases eased easing contract contracts contracted growth".split())
_NOT = frozenset("risk risks growers movement movements fallout shipping".split())
_SPREAD = tuple("rang vary vari anywhere spread span between depend sliding progressive graduated".split())
_MOVES = frozenset(
    "rise rises risen rising rose fell fall falls fallen falling grew grow grows grown increase increased decrease decreased decline declined dropped "
    "jumped climbed surged up down by gain gains gained gaining lose lost loses add adds added adding shed sheds shedding slip slipped slipping edged "
    "edging raised raising cut climbing jumping dropping surging eased easing advanced advancing soared soaring higher lower dipped tumbled".split()
)
_MOVE_NOUNS = frozenset("increase rise fall drop decline gain advance".split())
_HEDGES = frozenset("about nearly almost around over roughly some just only".split())
_STEM_TREE = tree_of((list(stem), True) for stem in _STEMS)


def tells_change(words: list[str]) -> bool:
    """Return whether one of the words in lower case is a verb or noun of change."""
    return any(word in _WORDS or (_has_stem(word) and word not in _NOT) for word in words)


def _has_stem(word: str) -> bool:
    """Return whether a word begins with a stem of a verb of change."""
    node = _STEM_TREE
    for letter in word:
        following = node.get(letter)
        if following is None:
            return False
        if END in following:
            return True
        node = following
    return False


def tells_spread(words: list[str]) -> bool:
    """Return whether one of the words says a spread ("ranging", "varies", "depending")."""
    return any(word.startswith(_SPREAD) for word in words) or any(
        one == "rising" and other == "with" for one, other in zip(words, words[1:], strict=False)
    )


def moved_by(words: list[str]) -> str:
    """Return the word of movement right before a number ("rose", "by"), a hedge passed over; "" where there is none."""
    index = len(words) - 1
    if index >= 0 and words[index] in _HEDGES:
        index -= 1
    if index >= 1 and words[index] == "than" and words[index - 1] in {"more", "less"}:
        index -= 2
    if index < 0:
        return ""
    if words[index] in _MOVES:
        return words[index]
    return words[index - 1] if index and words[index] == "of" and words[index - 1] in _MOVE_NOUNS else ""
