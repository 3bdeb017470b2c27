"""The ONNX graph: a batch of windows in, raw scores out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import as_file
from typing import Any, Protocol, cast

import numpy as np

from ingest.german.arrays import Bools, Floats, Ints, filled
from ingest.german.labels import labels, model_file
from ingest.german.windows import MARKS, Window


class Session(Protocol):
    """What is used of onnxruntime, which ships no types."""

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, object]) -> list[Floats]:
        """The named outputs, in that order."""
        ...


@dataclass(frozen=True, slots=True)
class Scores:
    """Outputs of one batch: (windows, longest window in words, ...); `real` is false for padding words."""

    outputs: dict[str, Floats]
    sizes: Ints
    real: Bools

    def flat(self, output: str) -> Floats:
        """One output without padding: a row for each word, window after window."""
        return self.outputs[output][self.real]


class Network:
    """One session for all threads; each run uses one core, so that several runs share the machine evenly."""

    def __init__(self) -> None:
        self._session, self._outputs = open_session(), labels().outputs

    def score(self, batch: Sequence[Window], ids: Ints, offsets: Ints) -> Scores:
        """Scores of one batch; `ids` and `offsets` are those of `Pieces.encode`."""
        sizes: Ints = np.array([window.end - window.start for window in batch], np.int64)
        values = self._session.run(self._outputs, _feed(batch, sizes, ids, offsets))
        return Scores(dict(zip(self._outputs, values, strict=True)), sizes, filled(sizes, int(sizes.max())))


def open_session() -> Session:
    """The shipped graph, for one core a run; onnxruntime is imported here because it takes a while."""
    ort: Any = import_module("onnxruntime")
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # patterns are kept for every shape, and hardly two batches have the same
    with as_file(model_file("model.onnx")) as path:
        return cast(Session, ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]))


def _feed(batch: Sequence[Window], sizes: Ints, ids: Ints, offsets: Ints) -> dict[str, object]:
    """Inputs of the graph: pieces between `<s>` and `</s>`, and where the first and last piece of each word stand."""
    special = labels().special
    lengths: Ints = np.array([offsets[w.end] - offsets[w.start] for w in batch], np.int64) + MARKS
    longest = int(lengths.max())
    pieces = np.full((len(batch), longest), special.pad, np.int64)
    first = np.zeros((len(batch), int(sizes.max())), np.int64)
    last = np.zeros_like(first)
    for row, window in enumerate(batch):
        begin, size, length = int(offsets[window.start]), int(sizes[row]), int(lengths[row])
        pieces[row, 0], pieces[row, length - 1] = special.bos, special.eos
        pieces[row, 1 : length - 1] = ids[begin : begin + length - MARKS]
        first[row, :size] = offsets[window.start : window.end] - begin + 1
        last[row, :size] = offsets[window.start + 1 : window.end + 1] - begin
    mask = filled(lengths, longest).astype(np.int32)
    return {"input_ids": pieces, "attention_mask": mask, "first": first, "last": last}
