"""Bringing somebody else's chronology in: chosen or pasted, its columns, its rows, its losses."""
