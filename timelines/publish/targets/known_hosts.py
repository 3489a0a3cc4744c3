"""Lets SFTP servers be who they say only if ~/.ssh/known_hosts knows their key."""

from __future__ import annotations

from pathlib import Path

from paramiko import HostKeys, MissingHostKeyPolicy, PKey, SSHClient

from timelines.words import words


class UnknownHost(Exception):
    """A server whose key nobody has looked at yet, or whose key is another one now."""


class KnownHosts(MissingHostKeyPolicy):  # type: ignore[misc] # paramiko has no types
    """Accepts a server by the key that `ssh` or `sftp` wrote down for it, and no other.

    Without this, fsspec takes any key, and whoever sits in between could publish instead.
    """

    def missing_host_key(self, client: SSHClient, hostname: str, key: PKey) -> None:
        """Raise UnknownHost unless the key stands beside the server's name."""
        known = Path.home() / ".ssh" / "known_hosts"
        if not known.is_file() or not HostKeys(str(known)).check(hostname, key):
            raise UnknownHost(words("en")["target.unknown-key"])
