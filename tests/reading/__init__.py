"""Tests of reading: what files may say, and what is said of files that cannot be read."""
