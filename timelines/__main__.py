"""`python -m timelines`: the same as the `timelines` command."""

import sys

from timelines.cli import main

if __name__ == "__main__":
    sys.exit(main())
