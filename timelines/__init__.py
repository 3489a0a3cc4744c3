"""Timelines for newsroom investigations: load event files, check them, publish what may be read."""
