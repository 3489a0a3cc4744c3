"""The investigations of this repository keep their facts, and what is found in them is reviewed."""
