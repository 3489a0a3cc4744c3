"""Pictures go out as pixels and nothing else; what is no picture does not go out."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from tests.publish.newsroom import PICTURE, Newsroom, prepared
from tests.publish.sweep import found
from timelines.publish.pictures import LONGEST_SIDE, Refused, remade

CANARY = "zqcanary-in-a-picture"


def photograph(form: str, size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    """A picture of many colours with a secret wherever its format has room for one."""
    picture = Image.effect_noise(size, 90).convert("RGB")
    exif = picture.getexif()
    exif[0x010E] = CANARY  # ImageDescription
    exif[0x013B] = CANARY  # Artist
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", CANARY)
        info.add_itxt("Comment", CANARY, zip=True)
        more["pnginfo"] = info
    if form == "JPEG":
        more["comment"] = CANARY.encode()
        more["xmp"] = f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if form != "GIF":
        more |= {"exif": exif.tobytes(), "icc_profile": profile}
    picture.save(out, form, **more)
    return out.getvalue() + CANARY.encode()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_goes_out_without_what_is_written_in_it(form: str) -> None:
    """Where, when and by whom a picture was taken, its thumbnail and its comments stay behind."""
    data = photograph(form)
    assert found(CANARY, {"": data})
    made = remade(data)
    assert not found(CANARY, {"": made.data})
    with Image.open(io.BytesIO(made.data)) as again:
        assert again.size == (made.width, made.height) == (64, 48)
        assert not again.getexif()
        assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                   "progressive", "progression"}  # fmt: skip


def test_a_picture_is_the_same_bytes_every_time() -> None:
    """Publishing twice gives a picture one name."""
    data = photograph("JPEG")
    assert remade(data) == remade(data)
    assert remade(data).path.startswith("media/")


def test_a_picture_stands_upright() -> None:
    """A photograph that a camera marked as lying is turned before the mark is lost."""
    picture = Image.effect_noise((60, 30), 90).convert("RGB")
    exif = picture.getexif()
    exif[0x0112] = 6  # turned by a quarter
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif.tobytes())
    made = remade(out.getvalue())
    assert (made.width, made.height) == (30, 60)


def test_a_drawing_stays_sharp_and_see_through() -> None:
    """A drawing of few colours, or one with a see-through ground, goes out as PNG."""
    assert remade(PICTURE).ending == "png"
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 100)).save(out, "WEBP")
    made = remade(out.getvalue())
    with Image.open(io.BytesIO(made.data)) as again:
        assert (made.ending, again.mode) == ("png", "RGBA")


def test_a_large_picture_is_made_smaller() -> None:
    """Readers on a phone do not fetch a picture for a wall."""
    made = remade(photograph("JPEG", (3000, 20)))
    assert (made.width, made.height) == (LONGEST_SIDE, 16)


def office_file() -> bytes:
    """The beginning of what a word processor saves."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7\n",
        office_file(),
        b"<!doctype html><script>alert(1)</script>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n",
        b"",
        b"GIF89a",
        photograph("JPEG")[:300],
        PICTURE[:100],
    ],
)
def test_what_is_no_picture_does_not_go_out(data: bytes) -> None:
    """Drawings with scripts, documents and damaged files are refused with the end of a sentence."""
    with pytest.raises(Refused) as refused:
        remade(data)
    assert str(refused.value).startswith(("is ", "has ", "moves "))
    assert str(refused.value).endswith(".")


def test_what_moves_does_not_go_out() -> None:
    """Of a moving picture its first moment alone could say something else."""
    out = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(Refused, match="moves"):
        remade(out.getvalue())


def test_a_bomb_is_not_unpacked() -> None:
    """A small file that would unpack to a gigantic picture does not take the computer down."""
    side = 20_000
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes((side // 8 + 1) * side), 1)
    parts = b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    )
    assert len(parts) < 1_000_000
    with pytest.raises(Refused, match="million pixels"):
        remade(b"\x89PNG\r\n\x1a\n" + parts)


@pytest.mark.parametrize("where", ["media/link.png", "evidence/link.png"])
def test_no_link_makes_the_publisher_read_elsewhere(where: str, tmp_path: Path) -> None:
    """A link in the folder of pictures to a file outside publishes nothing of it."""
    outside = tmp_path / "outside.png"
    outside.write_bytes(PICTURE)
    news = Newsroom()
    news.events["approved"]["media"][0]["file"] = where
    del news.files["media/dock.png"]
    root = news.written(tmp_path / "desk")
    (root / where).parent.mkdir(exist_ok=True)
    (root / where).symlink_to(outside)
    publication = prepared(root)
    assert not publication.decision.open
    assert not [path for path in publication.publication.files if path.startswith("media/")]


@pytest.mark.parametrize(
    "written",
    ["../outside.png", "/etc/passwd", "media/../../outside.png", "events/built.yaml",
     "published.json", "file:///etc/passwd", "https://example.org/a.png"],
)  # fmt: skip
def test_no_path_makes_the_publisher_read_elsewhere(written: str, tmp_path: Path) -> None:
    """Whatever somebody writes as a picture's file, nothing but evidence and media is opened."""
    (tmp_path / "outside.png").write_bytes(PICTURE)
    news = Newsroom()
    news.events["approved"]["media"][0]["file"] = written
    publication = prepared(news.written(tmp_path / "desk"))
    assert not publication.decision.open
    assert not [path for path in publication.publication.files if path.startswith("media/")]
