"""The parts a date in words is put together from; `timelines.dates.words` is the door."""
