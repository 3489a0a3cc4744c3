"""The proof sheet: every claim once, with what it rests on, for the fact-checker and the lawyer.

`sheet` builds it from an investigation; `formats/` is a shelf of what it can be written as. It is
an internal document: `cited` holds to what may stand in it of a source that is not named.
"""
