"""The reporter's desk: writing into an investigation without losing anything."""
