"""A process that reads pages for the one that crawls: it gets a page, sends back what it says, and knows nothing else.

`python -m crawler.worker DESCRIPTOR` is started by `workers.py`, and ends when that process does, however it ends.
"""

import signal
import socket
import sys

from crawler import careful, extract, wire
from crawler.answers import Answer
from crawler.collecting import collect_rarely
from crawler.gist import Gist
from crawler.reader import Reader
from expectations.model import Cause
from expectations.vocabulary import Vocabulary


def main(descriptor: int) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):  # whoever started us ends in good order, and we with it
        signal.signal(number, signal.SIG_IGN)
    collect_rarely()
    with socket.socket(fileno=descriptor) as end:
        try:
            reader = Reader(extract.read_page, careful.read_sections, Vocabulary(wire.receive(end)))
            wire.send(end, None)  # now there is somebody to read
            while True:
                wire.send(end, read(reader, wire.receive(end)))
        except (EOFError, OSError):  # nobody waits for anything any more
            return


def read(reader: Reader, page: wire.Errand) -> Gist | None:
    """What a page says. None for a fault of our own too: the page is then read where the fault can be told."""
    answer = Answer(cause=Cause.ANSWERED, html=page.html, headers=page.headers)
    try:
        return reader.gist(page.address, answer, careful=page.careful, plain=page.plain)
    except Exception:
        return None


if __name__ == "__main__":
    main(int(sys.argv[1]))
