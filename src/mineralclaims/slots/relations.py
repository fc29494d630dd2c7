"""How a phrase stands to a number: on which side, how far, whether it is the subject of the verb that governs the number."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate

_SKIP_BEFORE = frozenset({"of", "in", "on", "at", "for", "from", "to", "with", "by", "than", "against", "after", "between", "since", "during", "over", "into", "through", "under", "despite", "amid", "as", "within", "per", "including", "like", "below", "above", "versus", "without"})


class Scene:
    """What surrounds one number in its sentence, found once and asked for every candidate."""

    def __init__(self, reading: Reading, position: int) -> None:
        """Look around quantity number ``position`` of the sentence."""
        self.reading = reading
        self.k = reading.at[position]
        self.position = position
        self.verb, self.second = self._verbs()
        self.subject = self._subject_of(self.verb)
        self.main = self._subject_of(self.second)
        self.object_of = ""
        tokens = reading.tokens
        self.verb_word = tokens[self.verb].low if self.verb >= 0 else "none"
        self.verb_cues = tokens[self.verb].cue[:2] if self.verb >= 0 else ()
        self.passive = self.verb > 0 and tokens[self.verb].low.endswith(("ed", "en", "wn")) and any(tokens[i].low in {"is", "was", "are", "were", "be", "been", "being"} for i in range(max(0, self.verb - 3), self.verb))

    def _verbs(self) -> tuple[int, int]:
        """Return the nearest two verbs to the left of the number, -1 where there is none."""
        tokens = self.reading.tokens
        found = []
        for index in range(self.k - 1, max(-1, self.k - 60), -1):
            token = tokens[index]
            if token.tag == "V" or (token.tag == "X" and (index + 1 >= len(tokens) or tokens[index + 1].tag not in "VX" and not (tokens[index + 1].tag in "AG" and index + 2 < len(tokens) and tokens[index + 2].tag == "V"))):
                if found and found[-1] - index <= 2 and token.tag == "X":
                    continue
                found.append(index)
                if len(found) == 2:
                    break
        return (found[0] if found else -1), (found[1] if len(found) > 1 else -1)

    def _subject_of(self, verb: int) -> Phrase | None:
        """Return the phrase that is most likely the subject of a verb: the nearest to its left outside prepositional phrases."""
        if verb < 0:
            return None
        fallback = None
        for phrase in reversed(self.reading.phrases):
            if phrase.last >= verb:
                continue
            if phrase.time or phrase.possessed is not None:
                continue
            if phrase.before in _SKIP_BEFORE:
                fallback = fallback or phrase
                continue
            return phrase
        return fallback

    def features(self, candidate: Candidate) -> list[str]:
        """Return the features of a candidate of the same sentence with respect to the number."""
        k, first, last, phrase = self.k, candidate.first, candidate.last, candidate.phrase
        tokens = self.reading.tokens
        left = last < k
        gap = k - last if left else first - k
        at = self.reading.at
        crossed = sum(1 for place in at if (last < place < k if left else k < place < first))
        side = "L" if left else "R"
        near = "1" if gap == 1 else "2" if gap == 2 else "3" if gap <= 4 else "4" if gap <= 8 else "5" if gap <= 15 else "6"
        found = [f"{side}{near}", f"{side}x{min(crossed, 2)}", f"{side}{near}{candidate.kind}"]
        add = found.append
        before = phrase.before
        if left:
            if phrase is self.subject:
                add("gs")
                add(f"gs_{candidate.kind}")
                add("gs_pass" if self.passive else "gs_act")
                for cue in self.verb_cues:
                    add(f"gs:{cue}")
            elif phrase.possessed is not None and phrase.possessed is self.subject:
                add("gsp")
                for cue in tokens[self.subject.last].cue[:2]:
                    add(f"gsp:{cue}")
            if phrase is self.main and phrase is not self.subject:
                add("ms")
            if self.subject is not None and self.subject.of is phrase:
                add("gsof")
            verbs_between = self.verb > last
            add("vb" if verbs_between else "nvb")
            add(f"L_{before if before in _PREPS else 'o'}_{'v' if verbs_between else 'n'}")
            if gap <= 3:
                add("L>" + "_".join(token.low for token in tokens[last + 1 : k] if token.tag != "N"))
                for cue in tokens[last].cue[:2]:
                    add(f"adjL:{cue}")
        else:
            link = "_".join(token.low for token in tokens[k + 1 : phrase.first] if token.tag in "PSDVXC," and token.tag)[:24] if phrase.first - k <= 6 else "far"
            add(f"R>{link}")
            add(f"R>{link}_{candidate.kind}")
            add(f"R_{before if before in _PREPS else 'o'}")
            if gap > 1:
                for cue in tokens[k + 1].cue[:2]:
                    add(f"Rc:{cue}_{before if before in _PREPS else 'o'}")
                for index in range(max(k + 1, first - 5), first):
                    for cue in tokens[index].cue[:1]:
                        add(f"Rvia:{cue}_{before if before in _PREPS else 'o'}")
            if phrase.before == "by":
                add(f"by_{self.verb_cues[0] if self.verb_cues else ''}")
        return found


_PREPS = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "between", "into", "over"})
