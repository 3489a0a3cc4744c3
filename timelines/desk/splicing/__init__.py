"""Changes of YAML texts in which only the lines that change differ."""
