"""The reporter's desk: what is written, what is kept, and what is never lost."""
