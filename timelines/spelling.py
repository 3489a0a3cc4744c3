"""Names that are nearly another name: an index of known words by what is left without a letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from timelines.suggestions import is_slip_of


class Spelling:
    """The words of known names, to find those a slip away from a word in one look-up each.

    Two words a letter apart share a form from which a letter is taken out, so that a word is
    compared only with the few that share such a form (Garbe's symmetric deletions, 2012).
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._forms: dict[str, set[str]] = defaultdict(set)
        for word in self._known:
            for form in _forms(word.casefold()):
                self._forms[form].add(word)

    def meant(self, word: str) -> frozenset[str]:
        """The known words that this one is a slip of; nothing where it is itself known."""
        if word in self._known:
            return frozenset()
        near = {one for form in _forms(word.casefold()) for one in self._forms.get(form, ())}
        return frozenset(one for one in near if is_slip_of(word, one.casefold()))


def _forms(word: str) -> set[str]:
    forms = {word, *_without_one(word)}
    if len(word) >= 8:
        forms |= {shorter for form in list(forms) for shorter in _without_one(form)}
    return forms


def _without_one(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}
