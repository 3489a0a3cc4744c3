"""The readers’ app: published folders and nothing else."""
