"""What all objects with confidential content share: nothing prints, copies or stores them."""

from __future__ import annotations

from typing import NoReturn


class Silent:
    """Has no content in its repr or str, and cannot be pickled: no cache and no log can keep it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__

    def __format__(self, form: str) -> str:
        return repr(self)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} stays in memory; it is not stored anywhere.")
