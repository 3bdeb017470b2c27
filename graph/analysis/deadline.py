"""A limit to how long an answer may take, computations in Python included, in whichever thread they run."""

import ctypes
from collections.abc import Callable
from threading import Event, Lock, Timer, get_ident
from time import monotonic
from typing import TypeVar

from seeds.errors import StoreTimeout

Result = TypeVar("Result")


class _TimeIsUpError(BaseException):
    """No Exception, so that nothing on the way takes it for something that went wrong."""


class Deadline:
    """So many seconds from now on."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left; StoreTimeout where there are none."""
        if (left := self._end - monotonic()) > 0:
            return left
        raise self._missed()

    def within(self, work: Callable[[], Result]) -> Result:
        """What the work gives; StoreTimeout where it takes longer.

        NetworkX cannot be told to stop, and signals reach only the main thread: so Python is asked to raise an error
        in the thread that works, which it does between two steps of a Python function.
        """
        worker, over, one_at_a_time = get_ident(), Event(), Lock()

        def interrupt() -> None:
            with one_at_a_time:
                if not over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker), ctypes.py_object(_TimeIsUpError))

        clock = Timer(self.left(), interrupt)
        clock.daemon = True
        try:
            clock.start()
            try:
                return work()
            finally:
                with one_at_a_time:
                    over.set()
                clock.cancel()
        except _TimeIsUpError:
            raise self._missed() from None

    def _missed(self) -> StoreTimeout:
        return StoreTimeout(f"no answer within {self._seconds:g} seconds; ask for less")
