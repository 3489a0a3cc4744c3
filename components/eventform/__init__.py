"""The parts of the form in which an event is added or edited, one part a file."""
