"""The ONNX graph: a batch of windows in, raw scores out."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file
from typing import cast

import numpy as np
import onnxruntime as ort

from ingest.german.arrays import Bools, Floats, Ints
from ingest.german.labels import labels, model_file
from ingest.german.windows import MARKS, Window


@dataclass(frozen=True, slots=True)
class Scores:
    """Outputs of one batch: (windows, longest window in words, ...); `real` is false for padding words."""

    outputs: dict[str, Floats]
    sizes: Ints
    real: Bools

    def flat(self, output: str) -> Floats:
        """One output without padding: a row for each word, window after window."""
        return cast(Floats, self.outputs[output][self.real])


class Network:
    """One session for all threads; each run uses one core, so that several runs share the machine evenly."""

    def __init__(self) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # patterns are kept for every shape, and hardly two batches have the same
        with as_file(model_file("model.onnx")) as path:
            self._session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._names = [output.name for output in self._session.get_outputs()]

    def score(self, batch: Sequence[Window], ids: Ints, offsets: Ints) -> Scores:
        """Scores of one batch; `ids` and `offsets` are those of `Pieces.encode`."""
        sizes = np.array([window.end - window.start for window in batch], np.int64)
        feed = _feed(batch, sizes, ids, offsets)
        values = cast("list[Floats]", self._session.run(self._names, feed))
        real = np.arange(sizes.max()) < sizes[:, None]
        return Scores(dict(zip(self._names, values, strict=True)), sizes, real)


def _feed(batch: Sequence[Window], sizes: Ints, ids: Ints, offsets: Ints) -> dict[str, object]:
    """Inputs of the graph: pieces between `<s>` and `</s>`, and where the first and last piece of each word stand."""
    special = labels().special
    lengths = np.array([offsets[w.end] - offsets[w.start] for w in batch], np.int64) + MARKS
    pieces = np.full((len(batch), lengths.max()), special.pad, np.int64)
    first = np.zeros((len(batch), sizes.max()), np.int64)
    last = np.zeros_like(first)
    for row, (window, size, length) in enumerate(zip(batch, sizes, lengths, strict=True)):
        begin = offsets[window.start]
        pieces[row, 0], pieces[row, length - 1] = special.bos, special.eos
        pieces[row, 1 : length - 1] = ids[begin : offsets[window.end]]
        first[row, :size] = offsets[window.start : window.end] - begin + 1
        last[row, :size] = offsets[window.start + 1 : window.end + 1] - begin
    mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int32)
    return {"input_ids": pieces, "attention_mask": mask, "first": first, "last": last}
