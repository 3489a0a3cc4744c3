"""The documents that sources point to: what they say, whether they are there, how to see them.

`stored` opens files of an investigation; `texts` says what stands in them, page by page; `quotes`
looks for quoted words; `show` makes an inert picture of the cited page; `attach` brings a document
in. What a stranger made is opened by `room` in a process of its own, which may be ended any time.
"""
