"""From the files of a folder to records and rows: what `investigation.load` hides."""
