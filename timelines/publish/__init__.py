"""What leaves the newsroom: what readers get, the gate it goes through, and how it is written down.

`public` is the allow-list; `telling` fills it in field by field; `gate` says whether it may go
out; `publication` makes it into files by path and `folder` writes them. `signing` says what a
signature holds for. Nothing here reads the clock: the moment of publishing is handed in.
"""
