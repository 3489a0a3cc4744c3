"""Tests of who knew what when, and of how an account came down to those who tell it."""
