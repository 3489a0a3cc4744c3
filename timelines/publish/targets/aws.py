"""Where the key for a bucket is looked for: the environment, then the files the AWS tools write.

Servers that have a role of their own need neither: the store asks for it. What is found here goes
to the store and nowhere else.
"""

from __future__ import annotations

import configparser
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_NAMES = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")


@dataclass(frozen=True, slots=True)
class Access:
    """A key and where it is good for; None leaves it to what the store finds out by itself."""

    endpoint: str | None = None
    region: str | None = None
    key: str | None = None
    secret: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def config(self) -> dict[str, Any]:
        """The same as options of the store."""
        options = {
            "endpoint": self.endpoint,
            "region": self.region or "us-east-1",
            "access_key_id": self.key,
            "secret_access_key": self.secret,
            "session_token": self.token,
        }
        return {name: value for name, value in options.items() if value is not None}


def access(environment: Mapping[str, str] | None = None) -> Access:
    """What the environment and `~/.aws` say, by the names that the AWS tools use.

    A key of the environment goes before the profile's, as it does with the AWS tools; the endpoint
    and region of the environment too.
    """
    said = os.environ if environment is None else environment
    profile = _profile(said)
    # All three of one place: a key of the environment does not go with a token of the profile.
    if "AWS_ACCESS_KEY_ID" in said:
        key = [said.get(name.upper()) for name in _NAMES]
    else:
        key = [profile.get(name) for name in _NAMES]
    endpoint = said.get("AWS_ENDPOINT_URL_S3") or said.get("AWS_ENDPOINT_URL")
    region = said.get("AWS_REGION") or said.get("AWS_DEFAULT_REGION")
    return Access(endpoint or profile.get("endpoint_url"), region or profile.get("region"), *key)


def _profile(said: Mapping[str, str]) -> dict[str, str]:
    """The profile that AWS_PROFILE names, else `default`, of both files."""
    home = Path(said.get("HOME") or Path.home()) / ".aws"
    name = said.get("AWS_PROFILE") or "default"
    config = said.get("AWS_CONFIG_FILE") or str(home / "config")
    credentials = said.get("AWS_SHARED_CREDENTIALS_FILE") or str(home / "credentials")
    section = name if name == "default" else f"profile {name}"
    return {**_section(config, section), **_section(credentials, name)}


def _section(file: str, name: str) -> dict[str, str]:
    parser = configparser.RawConfigParser()
    try:
        parser.read(Path(file).expanduser(), encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return {}
    return dict(parser[name]) if parser.has_section(name) else {}
