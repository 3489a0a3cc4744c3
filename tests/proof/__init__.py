"""The proof sheet: nothing missing, nothing twice, nothing that tells who an unnamed source is."""
