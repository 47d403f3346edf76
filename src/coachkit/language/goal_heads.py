"""Which infinitives of a goal carry it: *je huis **opruimen** en beter **slapen***."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coachkit.language.formal_lexicon import lexicon
from coachkit.language.goal_text import UnclearGoalError, words_of_kind
from coachkit.language.verbs import find_verb

_NO_VERBS = words_of_kind("plaats") | words_of_kind("geen-werkwoord")
_WITH_OWN_WORD = {
    "zorgen": ("voor", "dat"),
    "vertrouwen": ("op",),
    "oordelen": ("over",),
    "dromen": ("van", "over"),
}
_DIRECTIONS = ("op", "in", "uit", "door", "langs", "over", "om", "onder", "binnen", "voorbij")
_MET = ("maken", "krijgen", "zoeken", "vinden", "ontmoeten", "uitnodigen", "bezoeken")
_MORE = ("meer", "minder", "geen", "veel", "weinig", "genoeg")
_CALM = ("rustig", "rustiger", "kalm", "kalmer")
_LINKS = ("en", "of", "maar", ",")
_PARTICIPLE = ("be", "er", "ge", "her", "ont", "ver")


@dataclass(frozen=True)
class Group:
    """Infinitives that stand together (*durven vragen*): from ``first`` up to ``end``."""

    first: int
    end: int


def find_heads(words: Sequence[str]) -> list[int]:
    """Return the places of the infinitives that get *te*.

    Raises:
        UnclearGoalError: there is none, or which it is cannot be known.

    """
    heads: list[int] = []
    pending: list[Sequence[str]] = []
    start = 0
    for part in _parts(words):
        reader = _Part(words, start, part)
        start = part + 1
        head = reader.head(after=heads)
        if head is None:
            _check_headless(reader, words, heads)
            pending.append(words[reader.start : part])
        else:
            _check_shared(pending if not heads else [], reader, head)
            heads.append(head)
    if not heads:
        raise UnclearGoalError("er staat geen werkwoord in, zoals 'opruimen' of 'bewegen'")
    return heads


def clause_start(words: Sequence[str]) -> int:
    """Return where a clause with a subject of its own begins; the number of words if none does."""
    starts = words_of_kind("zinsdeel")
    for place, word in enumerate(words):
        if word in starts and not _points(words, place):
            return place
    return len(words)


def _points(words: Sequence[str], place: int) -> bool:
    """Tell whether a word begins no clause: *van die stress*, *wat vaker*, *als vader*."""
    word, before = words[place], words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word == "wat":
        return after == "meer" or (after.endswith("er") and len(after) > 4)
    if word == "als":
        return not before and after in words_of_kind("rol")
    if word not in ("die", "dat"):
        return False
    return before in words_of_kind("voorzetsel") or (not before and word == "die")


def _parts(words: Sequence[str]) -> list[int]:
    """Return where each part between *en*, *of* and commas ends."""
    return [i for i, word in enumerate(words) if word in _LINKS] + [len(words)]


def _check_headless(reader: _Part, words: Sequence[str], heads: list[int]) -> None:
    """Refuse *beter slapen en rust*: a noun that belongs to no verb."""
    if heads and heads[-1] == reader.start - 2:
        raise UnclearGoalError("niet elk deel heeft een werkwoord")
    if reader.start == reader.end and not (words[reader.end :] and reader.end):
        raise UnclearGoalError("het doel lijkt niet af")


def _check_shared(pending: list[Sequence[str]], reader: _Part, head: int) -> None:
    """Refuse *meer rust en beter slapen*: the first part is no object of the verb."""
    loose = words_of_kind("bijwoord")
    own = reader.words[reader.start : head]
    if any(_hides_verb(part, loose) for part in pending):
        raise UnclearGoalError("niet elk deel heeft een werkwoord dat ik ken")
    if not pending or reader.words[head] in words_of_kind("koppelwerkwoord"):
        return
    if all(_is_loose(word, loose) for part in pending for word in part):
        return
    if all(_is_loose(word, loose) for word in own):
        raise UnclearGoalError("niet elk deel heeft een werkwoord")


def _hides_verb(part: Sequence[str], loose: frozenset[str]) -> bool:
    """Tell whether a part looks like *minder kneuzelen*: an infinitive that no table knows."""
    *before, last = part or [""]
    is_plural = last in words_of_kind("zelfstandig") or not last.endswith("en")
    return not is_plural and all(_is_loose(word, loose) for word in before)


def _is_loose(word: str, loose: frozenset[str]) -> bool:
    return word in loose or (word.endswith("er") and not word.endswith("ier"))


def _is_adjective(word: str) -> bool:
    return lexicon().is_adjective(word) or lexicon().is_inflected(word) or word == "eigen"


class _Part:
    """One part of a goal, from ``start`` up to ``end``, in which one verb may carry it."""

    def __init__(self, words: Sequence[str], start: int, end: int) -> None:
        self.words, self.start, self.end = words, start, end
        self.clause = start + clause_start(words[start:end])
        # "minder dan nu werken": the verb is still to come.
        if self.clause < end and words[self.clause] == "dan" and not self._groups():
            self.clause = end

    def head(self, after: Sequence[int]) -> int | None:
        """Return the place of the verb that carries this part; ``None`` when it has none."""
        groups = self._groups()
        if after and self._continues(after, groups):
            return None
        if not groups:
            return None
        group = self._carrying(groups)
        self._check_rest(group)
        return group.first

    def _groups(self) -> list[Group]:
        places = [i for i in range(self.start, self.clause) if self._is_verb(i)]
        groups: list[Group] = []
        for place in places:
            if groups and groups[-1].end == place:
                groups[-1] = self._joined(groups[-1], place)
            else:
                groups.append(Group(place, place + 1))
        return [group for group in groups if not self._is_noun(group)]

    def _is_verb(self, place: int) -> bool:
        word = self.words[place]
        before = self.words[place - 1] if place > self.start else ""
        after = self.words[place + 1] if place + 1 < self.end else ""
        if word in _NO_VERBS or not find_verb(word) or before == "te":
            return False
        if word == "zijn":
            return not after or after in words_of_kind("voorzetsel") | words_of_kind("zinsdeel")
        if word in words_of_kind("hulpwerkwoord") and find_verb(after):
            return True
        if before in words_of_kind("voorzetsel"):
            return self._ends_in_movement(place)
        if before in ("het", "'t"):
            follows = after in words_of_kind("voorzetsel") and after != "van"
            return (not after or follows) and word in words_of_kind("met-het")
        return before not in words_of_kind("lidwoord") - {"haar"} and not self._is_thing(place)

    def _is_thing(self, place: int) -> bool:
        """Tell whether an infinitive is a noun behind adjectives: *een beter leven*."""
        if self.words[place] in ("leven", "bestaan") and self.words[place - 1] in _MORE and place:
            after = self.words[place + 1] if place + 1 < self.end else ""
            return len(self.words) == 2 or after in words_of_kind("voorzetsel")
        first = place
        while first > self.start and _is_adjective(self.words[first - 1]):
            first -= 1
        article = self.words[first - 1] if first > self.start else ""
        named = first < place and article in words_of_kind("lidwoord")
        if article in ("het", "'t", "haar") and not self.words[place - 1].endswith("e"):
            return False
        return named and self.words[place] in words_of_kind("als-ding")

    def _ends_in_movement(self, place: int) -> bool:
        """Tell whether a preposition belongs to what is before it: *er over praten*."""
        earlier = self.words[self.start : place - 1]
        if words_of_kind("er").intersection(earlier) or (earlier and earlier[-1] in _CALM):
            return True
        if self.words[place] in ("durven", "kunnen") and place + 1 == self.end:
            return bool(words_of_kind("lidwoord").intersection(earlier[:-1]))
        far = len(earlier) > 1 and earlier[-2] in words_of_kind("lidwoord")
        goes = self.words[place - 1] in _DIRECTIONS and earlier[-1:] not in (["plezier"], ["zin"])
        return far and goes and self.words[place] in words_of_kind("beweging")

    def _joined(self, group: Group, place: int) -> Group:
        """Return the group with the next infinitive, or that one alone when the first is a noun."""
        last = self.words[place - 1]
        if last in words_of_kind("hulpwerkwoord"):
            return Group(group.first, place + 1)
        is_noun = last in words_of_kind("zelfstandig") | words_of_kind("ook-zelfstandig")
        passive = self.words[place] in ("worden", "raken", "zijn", "hebben", "voelen")
        if is_noun or (passive and last.startswith(_PARTICIPLE)):
            return Group(group.first if group.end - group.first > 1 else place, place + 1)
        raise UnclearGoalError(f"'{last} {self.words[place]}' kan ik niet ontleden")

    def _is_noun(self, group: Group) -> bool:
        """Tell whether a word that may be a plural is one: *minder zorgen*, *betere grenzen*."""
        place = group.first
        word, before = self.words[place], self.words[place - 1] if place > self.start else ""
        if group.end - place > 1:
            return False
        later = any(self._is_verb(i) for i in range(group.end, self.clause))
        if word in words_of_kind("ook-zelfstandig"):
            return later
        if word not in words_of_kind("zelfstandig"):
            return False
        moves = word in words_of_kind("beweging") and place - self.start > 2
        counted = not before or before in words_of_kind("hoeveel") or before.endswith("e")
        return later or (counted and not moves and not self._cares(word, group))

    def _cares(self, word: str, group: Group) -> bool:
        """Tell *zorgen voor mijn moeder* from *minder zorgen*."""
        after = self.words[group.end] if group.end < self.end else ""
        return after in _WITH_OWN_WORD.get(word, ())

    def _carrying(self, groups: list[Group]) -> Group:
        first = groups[0]
        if len(groups) == 1:
            return first
        verb, after = self.words[first.first], self.words[first.end]
        if verb in words_of_kind("ver-van-elkaar") and len(groups) == 2:
            return first
        if verb in words_of_kind("met-inhoud") and after == "met":
            return first
        raise UnclearGoalError("welk werkwoord het belangrijkste is, is niet zeker")

    def _check_rest(self, group: Group) -> None:
        """Check that what follows the verb is of a kind that may follow it."""
        if group.end >= self.clause or self.words[group.first] in words_of_kind("ver-van-elkaar"):
            return
        after = self.words[group.end]
        self._check_subject(group)
        if (
            after in words_of_kind("voorzetsel")
            or after == "'s"
            or "te" in self.words[group.end : self.end]
        ):
            return
        raise UnclearGoalError(
            f"na '{self.words[group.end - 1]}' staat nog iets wat ik niet kan plaatsen"
        )

    def _check_subject(self, group: Group) -> None:
        """Refuse *mijn collega's praten over mij*: a sentence, without an infinitive."""
        first = group.first - 1
        before = self.words[first] if group.first > self.start else ""
        verb = find_verb(self.words[group.first])
        while first > self.start and self.words[first - 1] in words_of_kind("lidwoord"):
            first -= 1
        led = first > self.start and self.words[first - 1] in words_of_kind("voorzetsel")
        if led or self.words[group.first] in _MET:
            return
        if before in words_of_kind("mensen") and verb and not verb.prefix:
            raise UnclearGoalError(f"'{before}' kan ook het onderwerp van een zin zijn")

    def _continues(self, after: Sequence[int], groups: list[Group]) -> bool:
        """Tell *stoppen met roken en drinken* from *stoppen met roken en gezonder eten*."""
        if not groups:
            return False
        before, last = self.words[after[-1]], self.words[self.start - 2]
        alone = groups[0].first == self.start and groups[0].end == self.end
        helps = find_verb(self.words[after[-1] + 1]) or before in words_of_kind("ver-van-elkaar")
        if before in words_of_kind("hulpwerkwoord") and helps:
            if alone and before == "leren":
                return True
            raise UnclearGoalError(f"hoort het tweede deel ook bij '{before}'?")
        within = after[-1] < self.start - 2 and find_verb(last) is not None
        if within and alone:
            if before in ("beginnen", "starten"):
                raise UnclearGoalError(f"hoort het tweede deel ook bij '{before}'?")
            return True
        return False
