"""The reporter's desk: writing into an investigation without losing anything."""

from timelines.desk.history import Edition, History, history
from timelines.desk.intent import DELETED, END, Changes
from timelines.desk.orders import Addition, Change, Order, Removal, Saved
from timelines.desk.refused import Busy, Refused
from timelines.desk.repository import Author
from timelines.desk.save import add, carry_out, opened, remove, save
from timelines.desk.since import Difference, Since, changed_since, since_match
from timelines.desk.undo import restore, take_back, undo
from timelines.desk.version import Conflict, Field, Version

__all__ = [
    "DELETED",
    "END",
    "Addition",
    "Author",
    "Busy",
    "Change",
    "Changes",
    "Conflict",
    "Difference",
    "Edition",
    "Field",
    "History",
    "Order",
    "Refused",
    "Removal",
    "Saved",
    "Since",
    "Version",
    "add",
    "carry_out",
    "changed_since",
    "history",
    "opened",
    "remove",
    "restore",
    "save",
    "since_match",
    "take_back",
    "undo",
]
