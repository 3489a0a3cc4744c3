"""Which investigations a PATH on the command line means: one folder, or a folder of them."""

from __future__ import annotations

from pathlib import Path

from timelines.commands.refusal import Refusal

HEADING = "investigation.yaml"


def investigations(path: str) -> tuple[list[Path], bool]:
    """The folders to read, and whether PATH was a folder of several investigations.

    A folder without a heading that holds folders with one is a folder of investigations;
    any other folder is taken for an investigation, so that a missing heading is reported.
    Raises Refusal where there is no such folder.
    """
    folder = Path(path)
    if not folder.exists():
        raise Refusal(f"There is no folder “{path}”.")
    if not folder.is_dir():
        raise Refusal(f"“{path}” is a file; name the investigation's folder.")
    if (folder / HEADING).exists():
        return [folder], False
    inside = sorted(child for child in folder.iterdir() if (child / HEADING).is_file())
    return (inside, True) if inside else ([folder], False)


def one(path: str) -> Path:
    """The single investigation that PATH names; Refusal where it holds several."""
    found, several = investigations(path)
    if several:
        slugs = ", ".join(folder.name for folder in found)
        raise Refusal(f"“{path}” holds several investigations; name one of them: {slugs}.")
    return found[0]
