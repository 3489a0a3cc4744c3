"""Publishing to buckets and servers, as an editor does it from the command line."""

from __future__ import annotations

import getpass
import json
import logging
import os
import re
import socket
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

import fsspec
import paramiko
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

from tests.commands.conftest import Outcome, Run, run
from tests.publish import stores
from tests.publish.newsroom import Newsroom, files
from tests.publish.stores import BUCKET, KEY, SECRET, Answer, Line, Request
from timelines.cli import main
from timelines.publish.publication import BY_CONTENT, LIST, PAGE
from timelines.publish.targets import writing
from timelines.publish.targets.aws import access
from timelines.publish.targets.faults import Unreachable
from timelines.publish.targets.headers import FOR_A_MINUTE, FOR_EVER, content_type
from timelines.publish.targets.opening import name_of, place_of
from timelines.publish.targets.progress import in_bytes
from timelines.publish.targets.s3 import RETRIES

__all__ = ["run"]

TODAY = ("--today", "2023-07-01")


@pytest.fixture(scope="module")
def shared_line(server: int) -> Iterator[Line]:
    """The line to it."""
    with stores.line_to(server) as line:
        yield line


@pytest.fixture
def line(shared_line: Line, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    """The line, working, and a computer whose AWS tools are set up for it."""
    shared_line.fault = shared_line.after = None
    shared_line.requests.clear()
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{shared_line.port}")
    return shared_line


@pytest.fixture
def desk(signed: Newsroom, tmp_path: Path) -> Path:
    """Its investigation, in a folder of its own."""
    return signed.written(tmp_path / "desk")


@pytest.fixture(scope="module")
def wanted(signed_once: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """What readers are to get."""
    return files(signed_once.written(tmp_path_factory.mktemp("wanted")))


def said(outcome: Outcome) -> str:
    """Everything a person sees, in one line."""
    return " ".join(f"{outcome.out} {outcome.err}".split())


def test_a_bucket_holds_the_publication(
    run: Run,
    line: Line,
    desk: Path,
    wanted: Mapping[str, bytes],
    tmp_path: Path,
    server: int,
) -> None:
    """Readers get from a bucket exactly the bytes of a folder; the page is switched after all it
    needs, by one request; what is there is not sent again."""
    address = f"s3://{BUCKET}/harbor/"
    first = run("publish", desk, "--to", address, *TODAY)
    assert first.code == 0, first.err
    assert "This is the first publication." in first.out
    there = stores.contents(server, "harbor")
    assert run("publish", desk, "--to", tmp_path / "folder", *TODAY).code == 0
    assert set(there) == set(wanted)
    for path, data in there.items():
        assert (tmp_path / "folder" / path).read_bytes() == data
    writes = [one.rpartition("/harbor/")[2] for one in line.writes()]
    puts = [one.path.rpartition("/harbor/")[2] for one in line.requests if one.method == "PUT"]
    assert writes == puts
    assert puts[-2:] == [PAGE, LIST]
    assert puts.count(PAGE) == 1
    assets = [path for path in puts if path.startswith(BY_CONTENT)]
    assert puts[1 : len(assets) + 1] == assets

    line.requests.clear()
    again = run("publish", desk, "--to", address, *TODAY)
    assert "Nothing in it changed since the last publication." in again.out
    assert f"Sent 0 files, 0 bytes. {len(there)} files were there already." in said(again)
    assert {one.method for one in line.requests} == {"GET"}

    asset = assets[0]
    run_again = place_of(address)
    run_again.take_away(asset)
    run_again.put("timeline.json", b"damaged")
    assert "Sent 2 files" in said(run("publish", desk, "--to", address, *TODAY))
    assert stores.contents(server, "harbor") == there


def test_browsers_are_told_what_a_file_is_and_nothing_about_the_desk(
    run: Run, line: Line, desk: Path, server: int
) -> None:
    """Types and how long a file may be kept go with it; no name, path, host or date of ours."""
    assert run("publish", desk, "--to", f"s3://{BUCKET}/told", *TODAY).code == 0
    for path, kept in stores.objects(server, "told").items():
        lasting = path.startswith(BY_CONTENT)
        assert kept.attributes == {
            "Content-Type": content_type(path),
            "Cache-Control": FOR_EVER if lasting else FOR_A_MINUTE,
        }
        assert "octet-stream" not in kept.attributes["Content-Type"], path
    expected = {
        "host", "authorization", "content-type", "cache-control", "content-length", "accept",
        "x-amz-date", "x-amz-content-sha256", "user-agent", "content-md5", "x-amz-checksum-sha256",
    }  # fmt: skip
    ours = {getpass.getuser(), socket.gethostname(), str(desk), str(Path.home()), "timelines"}
    for request in line.requests:
        assert {name.lower() for name in request.headers} <= expected
        # The key's name is part of every signature; the secret never is.
        values = " ".join([request.path, *request.headers.values()])
        assert not [one for one in ours | {SECRET} if len(one) > 4 and one in values]


def test_another_page_in_the_bucket_stays(run: Run, line: Line, desk: Path, server: int) -> None:
    """What others put there is neither overwritten nor taken away."""
    place = place_of(f"s3://{BUCKET}/theirs")
    place.put("about.html", b"theirs")
    address = f"s3://{BUCKET}/theirs"
    assert run("publish", desk, "--to", address, *TODAY).code == 0
    assert stores.contents(server, "theirs")["about.html"] == b"theirs"
    other = place_of(f"s3://{BUCKET}/other")
    other.put(PAGE, b"another page")
    refused = run("publish", desk, "--to", f"s3://{BUCKET}/other", *TODAY)
    assert refused.code == 1
    assert f"holds “{PAGE}”, which no publication wrote" in said(refused)
    assert stores.contents(server, "other") == {PAGE: b"another page"}


def answer(status: int, code: str) -> Answer:
    """An error as S3 writes it; the text holds what a store might repeat of a request."""
    text = f"<Error><Code>{code}</Code><Message>{KEY} {SECRET} /home/reporter</Message></Error>"
    return status, text.encode()


TROUBLE: dict[str, tuple[dict[str, str], Answer, str]] = {
    "secret": ({"AWS_SECRET_ACCESS_KEY": "canary-wrong"}, None, "does not accept the key"),
    "token": ({}, answer(400, "ExpiredToken"), "does not accept the key"),
    "denied": ({}, answer(403, "AccessDenied"), "may not be written with this key"),
    "bucket": ({}, answer(404, "NoSuchBucket"), "does not exist; make the bucket"),
    "clock": ({}, answer(403, "RequestTimeTooSkewed"), "clock is wrong"),
    "closed": ({"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}, None, "cannot be reached"),
    "name": ({"AWS_ENDPOINT_URL": "http://nowhere.invalid"}, None, "cannot be reached"),
    "strange": ({}, answer(418, "Teapot"), "cannot be written."),
}


@pytest.mark.parametrize("what", TROUBLE)
def test_trouble_is_one_sentence_without_secrets(
    what: str, line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each kind of trouble is told with what to do; no key is in any word, log or traceback."""
    more, fault, sentence = TROUBLE[what]
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    line.fault = lambda request, number: fault
    place = place_of(f"s3://{BUCKET}/trouble")
    attempts = [
        lambda: place.put(PAGE, b"page"),
        lambda: place.read("timeline.json"),
        lambda: place.lying({PAGE}),
        lambda: place.take_away(PAGE),
    ]
    # Nobody there is tried several times, which takes its time.
    for attempt in attempts[: 1 if sentence == "cannot be reached" else None]:
        with caplog.at_level(logging.DEBUG), pytest.raises(Unreachable) as told:
            attempt()
        assert sentence in str(told.value)
        whole = "".join(traceback.format_exception(told.value)) + caplog.text
        for secret in (KEY, SECRET, "canary-wrong", "/home/reporter"):
            assert secret not in whole


def test_trouble_ends_the_command_with_two(
    run: Run, line: Line, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script tells from the exit code that nothing was published; nothing is remembered of it."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "canary-wrong")
    outcome = run("publish", desk, "--to", f"s3://{BUCKET}/trouble", *TODAY)
    assert outcome.code == 2
    assert "does not accept the key" in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (desk / "published.json").exists()


@pytest.mark.parametrize("broken", ["reset", "500"])
def test_a_bad_line_is_tried_again_and_then_given_up(
    broken: str, run: Run, line: Line, desk: Path, wanted: Mapping[str, bytes], server: int
) -> None:
    """A store that fails now and then gets everything; one that goes on failing gets a bounded
    number of tries, readers keep what they have, and the next run finishes."""
    fault: Answer = "reset" if broken == "reset" else answer(500, "InternalError")
    tried: dict[str, int] = {}

    def once(request: Request, _: int) -> Answer:
        tried[request.path] = tried.get(request.path, 0) + 1
        return (
            fault if tried[request.path] == 1 and request.path.endswith((".css", ".html")) else None
        )

    line.fault = once
    address = f"s3://{BUCKET}/{broken}"
    assert run("publish", desk, "--to", address, *TODAY).code == 0
    whole = stores.contents(server, broken)
    assert whole == wanted

    place = place_of(address)
    changed = {**whole, PAGE: b"newer page", LIST: whole[LIST].replace(b'"files"', b' "files"')}
    line.requests.clear()
    line.fault = lambda request, _: fault if request.path.endswith(f"/{PAGE}") else None
    with pytest.raises(writing.Stopped, match="Readers have what they had before"):
        writing.write(changed, place)
    assert sum(one.path.endswith(f"/{PAGE}") for one in line.requests) == RETRIES + 1
    assert stores.contents(server, broken)[PAGE] == whole[PAGE]
    line.fault = None
    writing.write(changed, place)
    assert stores.contents(server, broken) == changed


def test_the_terminal_tells_how_far_it_is(
    run: Run,
    line: Line,
    desk: Path,
    wanted: Mapping[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever waits for a long upload sees files and bytes; no script's log is filled with it."""
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal, monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        assert main(["publish", str(desk), "--to", f"s3://{BUCKET}/terminal", *TODAY]) == 0
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    total = in_bytes(sum(map(len, wanted.values())))
    assert f"Sent 1 of {len(wanted)} files" in shown
    assert f"Sent {len(wanted)} of {len(wanted)} files, {total} of {total}" in shown
    assert shown.endswith("\r")
    assert "\r" not in said(run("publish", desk, "--to", f"s3://{BUCKET}/log", *TODAY))


def test_the_key_is_looked_for_where_the_aws_tools_keep_it(tmp_path: Path) -> None:
    """The environment goes before the profile, and a key of one is never used with the token of
    the other; what shows a key in full never shows the secret."""
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws" / "credentials").write_text(
        "[news]\naws_access_key_id = K\naws_secret_access_key = S\naws_session_token = T\n"
    )
    (tmp_path / ".aws" / "config").write_text(
        "[profile news]\nregion = eu-west-1\nendpoint_url = https://store.example\n"
    )
    home = {"HOME": str(tmp_path), "AWS_PROFILE": "news"}
    found = access(home)
    assert (found.key, found.secret, found.token) == ("K", "S", "T")
    assert (found.endpoint, found.region) == ("https://store.example", "eu-west-1")
    assert "'S'" not in repr(found)
    other = access(home | {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "F"})
    assert (other.key, other.secret, other.token) == ("E", "F", None)
    assert access({"HOME": str(tmp_path / "nobody")}).config() == {"region": "us-east-1"}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nothing://bucket/a", "There is no way to publish to “nothing”"),
        ("s3://", "names no bucket"),
        ("s3://bucket/a/../b", "without “..”"),
        ("simplecache::s3://bucket/a", "an address within an address"),
        ("s3://bucket/a::file://b", "an address within an address"),
    ],
)
def test_an_address_that_is_no_place_is_refused(address: str, sentence: str) -> None:
    """A slip in the address is said before anything is read or written."""
    with pytest.raises(Unreachable, match=re.escape(sentence)):
        place_of(address)


def test_what_is_shown_of_an_address_is_no_secret() -> None:
    """A password or a signed query in an address never stands on the screen."""
    assert name_of("sftp://editor:canary@news.example:2222/www") == "sftp://news.example:2222/www"
    assert name_of("s3://readers/a?X-Amz-Signature=canary") == "s3://readers/a"
    assert name_of("/srv/www") == "/srv/www"


def test_a_folder_by_its_address_and_memory(run: Run, desk: Path, tmp_path: Path) -> None:
    """file:// is the folder it names; any other store that fsspec knows gets the same bytes."""
    assert run("publish", desk, "--to", f"file://{tmp_path}/www", *TODAY).code == 0
    assert (tmp_path / "www" / PAGE).is_file()
    inside = run("publish", desk, "--to", f"file://{desk}/events/www", *TODAY)
    assert "lies in “events”" in said(inside)
    outcome = run("publish", desk, "--to", "memory://harbor", *TODAY)
    assert outcome.code == 0, outcome.err
    store = fsspec.filesystem("memory")
    assert {
        path.removeprefix("/harbor/"): store.cat_file(path) for path in store.find("/harbor")
    } == {
        path.relative_to(tmp_path / "www").as_posix(): path.read_bytes()
        for path in (tmp_path / "www").rglob("*")
        if path.is_file()
    }


def test_a_server_by_sftp(
    run: Run,
    desk: Path,
    wanted: Mapping[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Files reach a server by SFTP, each moved into its place; a server whose key nobody has
    looked at, and a wrong password, are told in a sentence."""
    key = ed25519.Ed25519PrivateKey.generate()
    secret = tmp_path / "host"
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.OpenSSH,
            serialization.NoEncryption(),
        )
    )
    secret.chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / ".ssh").mkdir(parents=True)
    words = ("--user", "editor", "--pass", SECRET, "--key", str(secret))
    with stores.serving("sftp", tmp_path / "server", *words) as (port, served):
        address = f"sftp://editor:{SECRET}@127.0.0.1:{port}/{BUCKET}/harbor"
        unknown = run("publish", desk, "--to", address, *TODAY)
        assert unknown.code == 2
        assert "known_hosts" in said(unknown)
        known = paramiko.HostKeys()
        known.add(f"[127.0.0.1]:{port}", "ssh-ed25519", paramiko.Ed25519Key(filename=str(secret)))
        known.save(str(tmp_path / "home" / ".ssh" / "known_hosts"))
        wrong = run("publish", desk, "--to", address.replace(SECRET, "canary-wrong"), *TODAY)
        assert "does not accept the key or password" in said(wrong)
        done = run("publish", desk, "--to", address, *TODAY)
        assert done.code == 0, done.err
        there = served / BUCKET / "harbor"
        content = {
            path.relative_to(there).as_posix(): path.read_bytes()
            for path in there.rglob("*")
            if path.is_file()
        }
        assert content == wanted
        again = run("publish", desk, "--to", address, *TODAY)
        assert again.code == 0, again.err
    for outcome in (unknown, wrong, done, again):
        assert SECRET not in said(outcome)
        assert "canary" not in said(outcome)


def test_the_list_names_every_file_with_its_sum(wanted: Mapping[str, bytes]) -> None:
    """A later publication, or anybody, can tell from the list what belongs to this one."""
    assert set(json.loads(wanted[LIST])["files"]) == set(wanted) - {LIST}
