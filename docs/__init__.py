"""The pages of documentation, and the program that writes the generated ones."""
