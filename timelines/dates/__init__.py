"""Dates nobody knows exactly: what newsroom EDTF and the words of news copy mean."""
