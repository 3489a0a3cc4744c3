"""Tests of the page readers get: read, framed, put into other pages, and attacked."""
