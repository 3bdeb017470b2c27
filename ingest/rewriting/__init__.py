"""A text as the model reads it best, with the way back: marks, spaces, line breaks and spelling as usual in print."""
