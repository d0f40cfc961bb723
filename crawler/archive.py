"""Keeps everything that sites answer, and every request that stayed without an answer, in one growing WARC file.

Each record is on the disk before the journal's transaction that names it ends. After a kill the journal says up to
where the file counts; what stands behind that is cut off.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Self

from crawler import warc
from crawler.answers import Answer
from crawler.journal import Journal
from crawler.records import ArchiveRow, Kept
from expectations.model import RunRecord

NAME = "archive.warc.gz"


@dataclass(slots=True)
class Archive:
    """The open file of one crawl; its records are listed in the journal. Beyond `limit` bytes only what is needed goes
    into it."""

    journal: Journal
    limit: int | None
    _file: IO[bytes]
    _end: int

    @classmethod
    def open(cls, folder: Path, journal: Journal, limit: int | None = None) -> Self:
        """The archive of this journal's crawl, begun or gone on with."""
        path, end = folder / NAME, journal.records.until()
        if end and path.is_file():
            size = path.stat().st_size
            if size < end:  # the machine stopped, and the disk had less than the journal
                end = journal.records.forget_beyond(size)
            file = path.open("r+b")
            file.truncate(end)
            file.seek(end)
            return cls(journal, limit, file, end)
        journal.records.forget_beyond(0)
        archive = cls(journal, limit, path.open("wb"), 0)
        archive._begin(journal.run)
        return archive

    def close(self) -> None:
        self._file.close()

    def keep(self, answer: Answer, *, needed: bool) -> Answer:
        """Writes the record of an answer; the answer without it, and without its name when there was no room."""
        if answer.kept is None:
            return answer
        if not needed and self.limit is not None and self._end >= self.limit:
            return replace(answer, kept=None, record="")
        self._write(answer.kept)
        return replace(answer, kept=None)

    def _begin(self, run: RunRecord) -> None:
        told = (
            ("software", f"meldroute {run.program}"),
            ("format", "WARC File Format 1.1"),
            ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            ("robots", "obey"),
            ("http-header-user-agent", run.user_agent),
            ("description", f"meldroute run {run.id}"),
        )
        row = ArchiveRow(purpose="info", moment=run.started)
        self._write(Kept(row=row, record=warc.info(run.started, told)))

    def _write(self, kept: Kept) -> None:
        self._file.write(kept.record + kept.beside)
        self._file.flush()
        size = len(kept.record) + len(kept.beside)
        self.journal.begin()
        self.journal.records.add(replace(kept.row, offset=self._end, length=len(kept.record), size=size))
        self._end += size
