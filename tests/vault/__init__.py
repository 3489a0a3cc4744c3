"""The vault of confidential identities: what it keeps, and that nothing of it leaks."""
