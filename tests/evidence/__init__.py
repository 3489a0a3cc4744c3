"""Tests of stored documents: real small files, and hostile ones."""
