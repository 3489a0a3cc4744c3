"""Tests of what leaves the newsroom: the gate, signatures, public data, and that nothing leaks."""
