"""German text to annotated docs: a spaCy pipeline on the ONNX model in `model/`, decoded as `model/MODEL.md` says."""
