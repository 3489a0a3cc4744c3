"""Speaks with the YAML language server as an editor does: JSON messages over its standard input."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.outside import node, node_package

SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
}


class Editor:
    """An editor with one folder open. Use it in a `with`; the server is stopped at its end."""

    def __init__(self, folder: Path) -> None:
        server = node_package("yaml-language-server") / "bin" / "yaml-language-server"
        self._server = subprocess.Popen(
            [node(), str(server), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._numbers = itertools.count(1)
        self._marks: dict[str, list[dict[str, Any]]] = {}
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self._tell("initialized", {})

    def __enter__(self) -> Editor:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.kill()
        self._server.wait()
        for stream in (self._server.stdin, self._server.stdout):
            if stream is not None:
                stream.close()

    def marks(self, file: Path) -> list[tuple[int, str]]:
        """Open a file, and return what is marked in it: line from 1, and the words."""
        uri = file.as_uri()
        self._marks.pop(uri, None)
        document = {
            "uri": uri,
            "languageId": "yaml",
            "version": 1,
            "text": file.read_text(encoding="utf-8"),
        }
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._marks:
            self._listen()
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self._marks[uri]]

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown to somebody who points at a place; lines from 1, columns from 0."""
        shown = self._ask("textDocument/hover", self._place(file, line, column))
        return str(shown["contents"]["value"]) if shown else ""

    def completions(self, file: Path, line: int, column: int) -> list[str]:
        """What is offered to somebody who types at a place; lines from 1, columns from 0."""
        offered = self._ask("textDocument/completion", self._place(file, line, column))
        items = offered["items"] if isinstance(offered, dict) else offered
        return [str(one["label"]) for one in items]

    @staticmethod
    def _place(file: Path, line: int, column: int) -> dict[str, Any]:
        position = {"line": line - 1, "character": column}
        return {"textDocument": {"uri": file.as_uri()}, "position": position}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            answer = self._listen()
            if answer.get("id") == number and "method" not in answer:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                return answer["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> dict[str, Any]:
        """The server's next message; what it asks of an editor is answered."""
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if length == 0:
            raise RuntimeError("The YAML language server stopped.")
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marks[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items", []) if message.get("params") else []
            settings = [SETTINGS.get(one.get("section", ""), {}) for one in asked]
            self._send({"id": message["id"], "result": settings or None})
        return message
