"""Where readers are: folders and stores, and how a publication gets there.

`opening` makes a Place of what stands behind `--to`; `writing` is the one order in which anything
is written anywhere, so that a sudden end leaves readers with a whole page; `headers` says what
servers tell browsers. `s3` and `remote` are the only doors to obstore and fsspec.
"""
