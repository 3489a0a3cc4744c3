"""What a commit of the desk is called: the change in words, as the history tells it."""

from __future__ import annotations

from collections.abc import Sequence

from timelines.desk.orders import Saved
from timelines.desk.sentences import Telling, phrases
from timelines.desk.shape import SHAPES

_LONGEST = 100


def message(saved: Sequence[Saved], telling: Telling) -> str:
    """The subject in one line; where that cannot hold it all, the whole below."""
    changed = [one for one in saved if one.changed]
    told = [_line(one, telling) for one in changed]
    if len(told) == 1:
        subject = told[0]
    else:
        only_new = all(one.before is None for one in changed)
        key = "desk.added_records" if only_new else "desk.records"
        names = ", ".join(one.id or one.kind for one in changed)
        subject = f"{telling.words.count(key, len(changed))}: {names}"
    if len(subject) <= _LONGEST and len(told) == 1:
        return subject + "\n"
    cut = subject if len(subject) <= _LONGEST else subject[: _LONGEST - 1].rstrip() + "…"
    return "\n".join([cut, "", *told]) + "\n"


def _line(one: Saved, telling: Telling) -> str:
    before = one.before.value if one.before is not None else None
    after = one.after.value if one.after is not None else None
    what = telling.words["desk.and"].join(phrases(before, after, SHAPES[one.kind], telling))
    return f"{one.id or one.kind}: {what}"
