"""A limit to how long an answer may take, computations in Python included, in whichever thread they run."""

import ctypes
import sys
from collections.abc import Callable
from threading import Event, Lock, Thread, get_ident
from time import monotonic
from types import FrameType
from typing import TypeVar

from seeds.errors import StoreTimeout

Result = TypeVar("Result")
_AGAIN = 0.05  # seconds after which an alarm that was not heard is repeated
_DEAF = frozenset({"weakref", "_weakrefset"})  # what is raised in a callback of these is dropped


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
        """What the work gives; StoreTimeout where it takes longer."""
        alarm = _Alarm(self.left())
        try:
            try:
                alarm.start()
                return work()
            finally:
                alarm.stop()
        except _TimeIsUpError:
            alarm.stop()
            raise self._missed() from None

    def _missed(self) -> StoreTimeout:
        return StoreTimeout(f"no answer within {self._seconds:g} seconds; ask for less")


class _Alarm:
    """Raises an error in the thread that made it, when the time is up and until it is stopped.

    NetworkX cannot be told to stop, and signals reach only the main thread: so Python is asked to raise an error in
    the thread that works, which it does between two steps of a Python function.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._worker = get_ident()
        self._over = Event()
        self._one_at_a_time = Lock()

    def start(self) -> None:
        """Sets it."""
        Thread(target=self._ring, daemon=True).start()

    def stop(self) -> None:
        """Nothing is raised from now on, and what was not heard yet is taken back."""
        while not self._over.is_set():
            try:
                with self._one_at_a_time:
                    self._raise(None)
                    self._over.set()
            except _TimeIsUpError:
                continue

    def _ring(self) -> None:
        delay = self._seconds
        while not self._over.wait(delay):
            delay = _AGAIN
            with self._one_at_a_time:
                # documented, the underscore only warns
                frame = sys._current_frames().get(self._worker)  # pyright: ignore[reportPrivateUsage]
                if not self._over.is_set() and _hears(frame):
                    self._raise(_TimeIsUpError)

    def _raise(self, error: type[BaseException] | None) -> None:
        given = None if error is None else ctypes.py_object(error)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._worker), given)


def _hears(frame: FrameType | None) -> bool:
    """Whether an error raised there comes to whoever called it."""
    while frame is not None:
        if frame.f_globals.get("__name__") in _DEAF or frame.f_code.co_name == "__del__":
            return False
        frame = frame.f_back
    return True
