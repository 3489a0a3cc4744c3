"""The page “Proof sheet”: what is picked is on the sheet, and the sheet is internal."""

from __future__ import annotations

from time import sleep

from tests.app.conftest import CASE, Start, piece, text


def test_the_sheet_stands_in_the_app(start: Start) -> None:
    """A lawyer looks the sheet through in the app, or one person’s part, and takes it along."""
    app = start(investigation=CASE, page="proof")
    for _ in range(100):  # the order is worked out aside, and the page follows
        if 'class="proof"' in text(app):
            break
        sleep(0.2)
        app.run()
    drawn = piece(app, 'class="proof"')
    assert "Internal: not for publication" in drawn
    assert "A patrol officer runs an unauthorized search" in drawn
    assert "Firefighters check an explosion threat" not in drawn
    assert [one.proto.label for one in app.get("download_button")] == [
        "Word (DOCX)",
        "Page to print (HTML)",
        "Markdown",
    ]
    app.selectbox(key="proof_person").set_value("mansur").run()
    drawn = piece(app, 'class="proof"')
    assert "Mike Mansur" in drawn
    assert "A patrol officer runs an unauthorized search" not in drawn
    app.selectbox(key="proof_person").set_value("")
    app.checkbox(key="proof_internal").check().run()
    assert "Firefighters check an explosion threat" in piece(app, 'class="proof"')


def test_a_page_of_documents_in_the_app(start: Start) -> None:
    """An editor sees sources without a document, and a source that is not there is a sentence."""
    app = start(investigation=CASE, page="documents")
    assert "Without a document" in text(app)
    app = start(investigation=CASE, page="documents", source="nobody")
    assert "There is no source “nobody” in the files." in text(app)
