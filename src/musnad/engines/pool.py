"""Worker processes with bounded queues. Results come in the order of the batches; a worker that dies is replaced, and
the article that killed it is named."""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import queue
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

from musnad.engines.work import Outcome, Settings, Worker
from musnad.errors import MusnadError
from musnad.readers.document import Document

_AHEAD = 2  # batches a worker holds: one it works on and one waiting
_WINDOW = 6  # finished or running batches per worker held back while an earlier one is still worked on

Batch = list[Document]


def _serve(pipe: Connection, settings: Settings) -> None:
    """A worker's life: batches in, outcomes out. A thread reads ahead, so that the parent never waits to hand one on;
    when the parent is gone, the pipe ends and so does the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    waiting: queue.Queue[Batch | None] = queue.Queue()

    def read() -> None:
        try:
            while True:
                waiting.put(pipe.recv())
        except (EOFError, OSError):
            waiting.put(None)

    worker = Worker(settings)
    try:
        _ = worker.coder
        pipe.send("ready")
    except OSError:
        return
    except Exception as error:
        pipe.send(f"{type(error).__name__}: {error}")
        return
    threading.Thread(target=read, daemon=True).start()
    try:
        while (batch := waiting.get()) is not None:
            pipe.send([worker.work(document) for document in batch])
    except OSError:
        return


class _Hand:
    """One worker process and what it was given, in order."""

    def __init__(self, context: Any, settings: Settings) -> None:
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, settings), daemon=True)
        self.process.start()
        theirs.close()
        self.given: deque[tuple[int, Batch]] = deque()
        self.ready = False

    def give(self, number: int, batch: Batch) -> None:
        self.given.append((number, batch))
        self.pipe.send(batch)

    def take(self) -> list[Outcome]:
        """The next outcomes. Raises EOFError if the process died over an article, MusnadError if it never began."""
        if not self.ready:
            try:
                answer = self.pipe.recv()
            except (EOFError, OSError):
                self.process.join(timeout=5)
                answer = f"the process ended at once (exit status {self.process.exitcode})"
            if answer != "ready":
                advice = 'a program that calls this needs «if __name__ == "__main__":»; --jobs 1 does without processes'
                raise MusnadError("worker-start", f"a worker process cannot start: {answer}", advice)
            self.ready = True
        outcomes: list[Outcome] = self.pipe.recv()
        return outcomes

    def stop(self) -> None:
        self.pipe.close()
        self.process.join(timeout=2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class Pool:
    """``run`` maps batches to outcomes with ``jobs`` processes; memory is bounded whatever the number of batches."""

    def __init__(self, jobs: int, settings: Settings) -> None:
        self.jobs, self.settings = jobs, settings
        self.context = mp.get_context("spawn")  # the same on every system; nothing of the parent leaks in
        self.hands: list[_Hand] = []

    def run(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, list[Outcome]]]:
        """(batch, its outcomes), in the order of ``batches``."""
        source = enumerate(batches)
        done: dict[int, tuple[Batch, list[Outcome]]] = {}
        wanted = 0
        ended = False
        try:
            self.hands = [_Hand(self.context, self.settings) for _ in range(self.jobs)]
            while True:
                while not ended and self._room(done, wanted):
                    item = next(source, None)
                    if item is None:
                        ended = True
                    else:
                        self._give(*item)
                while wanted in done:
                    yield done.pop(wanted)
                    wanted += 1
                if not any(hand.given for hand in self.hands):
                    if ended and not done:
                        return
                    continue
                self._collect(done)
        finally:
            for hand in self.hands:
                hand.stop()

    def _room(self, done: dict[int, Any], wanted: int) -> bool:
        held = sum(len(h.given) for h in self.hands) + len(done)
        return held < _WINDOW * self.jobs and any(len(h.given) < _AHEAD for h in self.hands)

    def _give(self, number: int, batch: Batch) -> None:
        hand = min(self.hands, key=lambda h: len(h.given))
        with contextlib.suppress(OSError):  # it died: _collect finds its pipe at an end and replaces it
            hand.give(number, batch)

    def _collect(self, done: dict[int, tuple[Batch, list[Outcome]]]) -> None:
        ready = wait([h.pipe for h in self.hands if h.given])
        for hand in [h for h in self.hands if h.pipe in ready]:
            try:
                outcomes = hand.take()
                number, batch = hand.given.popleft()
                done[number] = (batch, outcomes)
            except (EOFError, OSError):
                self._bury(hand, done)

    def _bury(self, hand: _Hand, done: dict[int, tuple[Batch, list[Outcome]]]) -> None:
        """A worker died: work its first batch one article at a time to find which killed it, then go on."""
        given = list(hand.given)
        hand.stop()
        code = hand.process.exitcode
        self.hands.remove(hand)
        number, batch = given[0]
        outcomes: list[Outcome] = []
        single = _Hand(self.context, self.settings)
        for document in batch:
            try:
                single.give(0, [document])
                outcomes += single.take()
            except (EOFError, OSError):
                message = f"the worker process died on it (exit status {code}); out of memory?"
                outcomes.append(Outcome(where=document.where, id=document.id, problem="crash", message=message))
                single.stop()
                single = _Hand(self.context, self.settings)
            single.given.clear()
        done[number] = (batch, outcomes)
        self.hands.append(single)
        for later in given[1:]:
            self._give(*later)
