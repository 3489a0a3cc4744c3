"""A published statement now reads otherwise, and no correction tells readers so.

What readers were given last is kept in the investigation's folder (`published.json`) and in the
folder that was published to. A changed headline, date, attribution or summary needs an entry in
`corrections` with its day and kind, and so does a source, a person or an answer that is gone. What
is added needs none. For a slip of the pen, an editor may accept the finding by name.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.publish import memory, silence

SECTION = "Fairness"
LEVEL: Level = "error"

FINDS = """
--- published.json
{"events": {"filed": {"id": "e2abc", "told": {
  "headline": "The mayor files a lawsuit.",
  "date": {
    "words": "Oct. 15, 2021", "edtf": "2021-10-15",
    "start": ["2021-10-15T05:00:00Z", "2021-10-16T05:00:00Z"],
    "end": ["2021-10-15T05:00:00Z", "2021-10-16T05:00:00Z"]},
  "basis": "stated", "verification": "unverified", "weight": 1}}}}
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
visibility: public
"""
SILENT = (
    FINDS + "corrections:\n  - {on: 2021-10-18, kind: correction, note: It is no lawsuit.}\n",
    FINDS.replace("files a complaint", "files a lawsuit") + "tags: [court]\n",
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every public event whose last telling to readers was another one."""
    return silence.found(docket, memory.remembered(docket.investigation.path).told)
