"""The vault opens for those it is locked for, and says in one sentence why it does not open."""

from __future__ import annotations

import copy
import json
import pickle
import shutil
import subprocess
import traceback
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault import agefile
from tests.vault.safe import CONTACT, NAME, NOTES, SECRETS, Safe, ciphertext, made
from timelines.vault import FILE, KeyHanded, opening, refuse_key, sealing, writing
from timelines.vault.entries import Entry, Recipient, Vault, plaintext, vault_of
from timelines.vault.refused import VaultRefused
from timelines.vault.sealing import key_of
from timelines.vault.tokens import is_token, new_token
from timelines.vault.typed import fields_of

KEPT = Path(__file__).parent / "kept"


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    """A folder with a vault."""
    return made(tmp_path)


def test_what_is_written_down_is_read_back(safe: Safe) -> None:
    """Whoever has the key gets every field as it was typed, and nobody finds it in the file."""
    token = safe.add()
    entry = opening.opened(safe.folder, safe.key).entry(token)
    assert (entry.name, entry.contact, entry.notes) == (NAME, CONTACT, NOTES)
    assert is_token(token)
    writing.change(safe.folder, safe.key, lambda vault: vault.edited(token, {"contact": "none"}))
    assert opening.opened(safe.folder, safe.key).entry(token).contact == "none"
    assert opening.opened(safe.folder, safe.key).entry(token).name == NAME
    writing.change(safe.folder, safe.key, lambda vault: vault.removed(token))
    assert opening.opened(safe.folder, safe.key).entries == {}


def test_two_editors_open_one_vault_and_one_of_them_leaves(safe: Safe) -> None:
    """Each has a key of their own; the one who is dropped cannot open what is saved from then."""
    secret, public = sealing.made_key()
    colleague = key_of(secret.encode())
    mine = Recipient(safe.public, "R. Ortiz")
    writing.change(
        safe.folder, safe.key, lambda vault: vault.shared_with((mine, Recipient(public, "E. D.")))
    )
    token = safe.add()
    assert opening.opened(safe.folder, colleague).entry(token).name == NAME
    writing.change(safe.folder, colleague, lambda vault: vault.edited(token, {"notes": "hers"}))
    assert opening.opened(safe.folder, safe.key).entry(token).notes == "hers"
    writing.change(safe.folder, safe.key, lambda vault: vault.shared_with((mine,)))
    with pytest.raises(VaultRefused, match="locked for other keys"):
        opening.opened(safe.folder, colleague)
    before = ciphertext(safe)
    with pytest.raises(VaultRefused, match="Your own key would not open"):
        writing.change(safe.folder, safe.key, lambda vault: vault.shared_with((Recipient(public),)))
    assert ciphertext(safe) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (NAME.encode(), "not encrypted"),
        (b"-----BEGIN PGP MESSAGE-----\n", "not encrypted"),
        (b"age-encryption.org/v1\n", "damaged"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\nxx\n", "damaged"),
        (lambda data: data[:-1], "damaged"),
        (lambda data: data[:100], "damaged"),
        (lambda data: data + b"x", "damaged"),
        (lambda data: data[:-20] + bytes(20), "damaged"),
        (agefile.locked(b"x", "pass"), "locked with a passphrase"),
    ],
)
def test_what_does_not_open_says_why_in_a_sentence(safe: Safe, data: object, said: str) -> None:
    """Empty, in the clear, damaged: each is told apart, nothing is overwritten, and no content
    stands in what is said, nor in what a programmer sees of it."""
    safe.add()
    spoilt = data(ciphertext(safe)) if callable(data) else data
    assert isinstance(spoilt, bytes)
    (safe.folder / FILE).write_bytes(spoilt)
    with pytest.raises(VaultRefused, match=said) as caught:
        opening.opened(safe.folder, safe.key)
    with pytest.raises(VaultRefused):
        writing.change(safe.folder, safe.key, lambda vault: vault)
    assert ciphertext(safe) == spoilt
    told = "".join(traceback.format_exception(caught.value)) + str(caught.value.args)
    assert not [one for one in SECRETS if one in told]


@pytest.mark.parametrize(
    "plain",
    [
        b"", b"\xff\xfe", b"[]", b'"x"', b'{"format": "other"}', b"[" * 100_000,
        b'{"format": "timelines-vault", "version": 2}',
        b'{"format": "timelines-vault", "version": 1, "recipients": [], "entries": []}',
        b'{"format": "timelines-vault", "version": 1, "recipients": [1], "entries": {}}',
        b'{"format": "timelines-vault", "version": 1, "recipients": [], "entries": {"jane": {}}}',
        json.dumps(
            {"format": "timelines-vault", "version": 1, "recipients": [],
             "entries": {"bcdf-ghjk-mnpq-rstv": {"name": NAME, "later": "field"}}}
        ).encode(),
    ],
)  # fmt: skip
def test_what_opens_and_is_no_vault_is_refused_whole(plain: bytes) -> None:
    """A file of a newer program, or of another one, is never read in part and saved back."""
    with pytest.raises(VaultRefused) as caught:
        vault_of(plain)
    assert caught.value.__context__ is None
    assert NAME not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no key"),
        ("# public key: age1x\n", "no key"),
        ("age1qqqq\n", "locks and does not open"),
        ("AGE-SECRET-KEY-1QQQ\n", "not whole"),
        (f"my key is {NAME}\n", "is none"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nxx\n", "cannot be used"),
    ],
)
def test_a_key_that_is_none_is_told_by_what_it_is(text: str, said: str) -> None:
    """And never with a word of it."""
    with pytest.raises(VaultRefused, match=said) as caught:
        key_of(text.encode())
    assert caught.value.__context__ is None
    assert "QQQ" not in str(caught.value)
    assert NAME not in str(caught.value)


def test_a_key_locked_with_a_passphrase_is_asked_for_it(safe: Safe, tmp_path: Path) -> None:
    """It opens with the right one, and says so where nobody can be asked."""
    token = safe.add()
    locked = tmp_path / "home" / "locked.age"
    locked.write_bytes(agefile.locked(safe.key_file.read_bytes(), "right"))
    key = opening.key_from(locked, safe.folder, lambda: "right")
    assert opening.opened(safe.folder, key).entry(token).name == NAME
    for ask, said in ((lambda: "wrong", "does not open the key"), (None, "nobody can be asked")):
        with pytest.raises(VaultRefused, match=said):
            opening.key_from(locked, safe.folder, ask)


def test_a_key_beside_what_it_opens_is_refused(safe: Safe) -> None:
    """In the folder, or in the repository around it, whoever copies one copies both."""
    inside = safe.folder / "my-key.txt"
    inside.write_bytes(safe.key_file.read_bytes())
    with pytest.raises(VaultRefused, match="beside what it opens"):
        opening.key_from(inside, safe.folder)
    (safe.folder.parent / ".git").mkdir()
    beside = safe.folder.parent / "key.txt"
    beside.write_bytes(safe.key_file.read_bytes())
    with pytest.raises(VaultRefused, match="beside what it opens"):
        opening.key_from(beside, safe.folder)
    link = safe.folder.parent.parent / "home" / "link.txt"
    link.symlink_to(beside)
    with pytest.raises(VaultRefused, match="beside what it opens"):
        opening.key_from(link, safe.folder)


def test_nothing_that_is_open_prints_copies_or_stores_itself(safe: Safe) -> None:
    """No log line, traceback, cache or notebook gets a name by showing an object."""
    token = safe.add()
    vault = opening.opened(safe.folder, safe.key)
    for one in (vault, vault.entry(token), vault.recipients[0], safe.key):
        for told in (repr(one), str(one), f"{one}", f"{one!r:>80}", repr([one])):
            assert NAME not in told
            assert "AGE-SECRET" not in told
            assert safe.public not in told
        for store in (pickle.dumps, copy.deepcopy, copy.copy):
            with pytest.raises(TypeError):
                store(one)
        assert not hasattr(one, "__dict__")


def test_the_size_of_the_file_hardly_tells_what_is_in_it() -> None:
    """A first entry, a long note and a second entry leave what is locked as long as it was."""
    vault = Vault((Recipient("age1x", "E"),))
    empty = len(plaintext(vault))
    vault, token = vault.added(Entry(NAME, CONTACT, "", NOTES), new_token)
    vault, _ = vault.added(Entry("Another One"), new_token)
    vault = vault.edited(token, {"notes": "long " * 300})
    assert len(plaintext(vault)) == empty


TEXT = st.text(max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXT.filter(str.strip), TEXT, TEXT, TEXT), max_size=4))
def test_any_text_comes_back_as_it_was(written: list[tuple[str, str, str, str]]) -> None:
    """Whatever alphabet, line end or sign somebody types is kept."""
    vault = Vault((Recipient("age1x", "E"),))
    tokens = []
    for name, contact, known, notes in written:
        vault, token = vault.added(Entry(name, contact, known, notes), new_token)
        tokens.append(token)
    again = vault_of(plaintext(vault))
    assert [again.entry(token).name for token in tokens] == [one[0] for one in written]
    assert plaintext(again) == plaintext(vault)
    assert len(plaintext(vault)) % 4096 == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_a_sentence(data: bytes) -> None:
    """No file, however spoilt, ends in anything but the sentence."""
    key = key_of(sealing.made_key()[0].encode())
    for start in (b"", b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n"):
        with pytest.raises(VaultRefused):
            opening.read(start + data, key)


def test_tokens_are_random_and_no_words() -> None:
    """Nobody guesses one, no two are alike, and no name has the form of one."""
    many = {new_token() for _ in range(2_000)}
    assert len(many) == 2_000
    assert all(is_token(one) for one in many)
    assert len(set("".join(many))) == 28
    for name in ("jane-mary-anna-rose", "Jane Doe", "", "bcdf-ghjk-mnpq", "bcdfghjkmnpqrstv"):
        assert not is_token(name)


def test_typed_fields_may_go_on_in_indented_lines() -> None:
    """And a line that is no field is told by its number alone."""
    assert fields_of(["name: A: B\n", "\n", "notes: one\n", "  two\n"]) == {
        "name": "A: B",
        "notes": "one\ntwo",
    }
    for lines in ([NAME], ["nmae: x"], ["name: x", "name: y"]):
        with pytest.raises(VaultRefused, match="Line") as caught:
            fields_of(lines)
        assert NAME not in str(caught.value)


def test_files_of_ages_own_program_open_and_ours_open_there(safe: Safe, tmp_path: Path) -> None:
    """The vault is an age file like any other: kept ones of age 1.1.1, and the program itself
    where it is installed."""
    key = key_of((KEPT / "key.txt").read_bytes())
    for name in ("binary.age", "armored.age"):
        vault = opening.read((KEPT / name).read_bytes(), key)
        assert [one.name for one in vault.entries.values()] == ["Kept Example"]
    age = shutil.which("age")
    if age is not None:
        token = safe.add()
        told = subprocess.run(
            [age, "-d", "-i", safe.key_file, safe.folder / FILE], capture_output=True, check=True
        )
        assert json.loads(told.stdout)["entries"][token]["name"] == NAME


def test_a_key_of_ssh_opens_too(safe: Safe, tmp_path: Path) -> None:
    """Who has an SSH key already needs no other."""
    file = tmp_path / "home" / "id_ed25519"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file], check=True)
    public = " ".join(file.with_suffix(".pub").read_text().split()[:2])
    both = (Recipient(safe.public), Recipient(public, "E. Ditor"))
    token = safe.add()
    writing.change(safe.folder, safe.key, lambda vault: vault.shared_with(both))
    key = opening.key_from(file, safe.folder)
    assert opening.opened(safe.folder, key).entry(token).name == NAME


def test_a_program_that_is_handed_the_key_can_refuse() -> None:
    """The sentence names the variable and never its value; an empty one is no key."""
    refuse_key({})
    refuse_key({"TIMELINES_VAULT_KEY": " "})
    with pytest.raises(KeyHanded, match="Serving readers runs without") as caught:
        refuse_key({"TIMELINES_VAULT_KEY": "/home/me/key.txt"}, "Serving readers")
    assert "/home/me" not in str(caught.value)
