"""The treebank as numbers: sentences, vocabulary, batches."""

from collections import Counter, namedtuple

import numpy as np
import torch

from features import name_features, normalise
from network import FEATURES_AT_MOST

Word = namedtuple("Word", "form tag upos head relation")
Batch = namedtuple("Batch", "words features lengths tags heads relations")
UNKNOWN = 1
WORDS_AT_MOST = 21_000
NO_GOLD = -100


def read_sentences(path):
    """A file of six columns -> [(source, [Word])]."""
    sentences, words, source = [], [], ""
    with open(path, encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# source = ") and "\t" not in line:
                source = line[len("# source = ") :]
            elif line.strip():
                form, _lemma, upos, xpos, head, relation = line.split("\t")
                words.append(Word(form, f"{upos}|{xpos}", upos, int(head), relation))
            elif words:
                sentences.append((source, words))
                words = []
    if words:
        sentences.append((source, words))
    return sentences


class Vocabulary:
    """Words met twice and then the most frequent others that have a vector, features met three times, every tag
    ("VERB|VBD") and relation; 0 is padding, word 1 unknown."""

    def __init__(self, sentences, wordnet, vectors):
        self.wordnet = wordnet
        forms = [word.form for _, words in sentences for word in words]
        counts = Counter(map(normalise, forms))
        frequent = sorted((w for w, count in counts.items() if count >= 2), key=lambda w: (-counts[w], w))
        self.frequency = [0, 0] + [counts[w] for w in frequent]
        others = vectors.list_words(WORDS_AT_MOST - len(self.frequency), set(frequent))
        self.words = ["<pad>", "<unk>"] + frequent + others
        features = Counter(name for form in forms for name in name_features(form, wordnet))
        self.features = ["<pad>"] + sorted(name for name, count in features.items() if count >= 3)
        self.tags = sorted({word.tag for _, words in sentences for word in words})
        self.relations = sorted({word.relation for _, words in sentences for word in words})
        self._index = {
            name: {value: at for at, value in enumerate(getattr(self, name))}
            for name in ("words", "features", "tags", "relations")
        }
        self._seen = {}

    def count(self):
        return {name: len(index) for name, index in self._index.items()} | {"trained": len(self.frequency)}

    def find(self, name, value, default):
        return self._index[name].get(value, default)

    def encode(self, form):
        """A word as written -> its row among the words, and its feature rows padded with 0."""
        if form not in self._seen:
            known = [self.find("features", name, None) for name in name_features(form, self.wordnet)]
            rows = [row for row in known if row is not None][:FEATURES_AT_MOST]
            padded = np.zeros(FEATURES_AT_MOST, np.int64)
            padded[: len(rows)] = rows
            self._seen[form] = (self.find("words", normalise(form), UNKNOWN), padded)
        return self._seen[form]

    def make_batch(self, sentences, change_case=lambda forms: forms):
        lengths = [len(words) for _, words in sentences]
        shape = (len(sentences), max(lengths))
        words, features = np.zeros(shape, np.int64), np.zeros((*shape, FEATURES_AT_MOST), np.int64)
        tags, heads, relations = (np.full(shape, NO_GOLD) for _ in range(3))
        for i, (_, sentence) in enumerate(sentences):
            forms = change_case([word.form for word in sentence])
            for j, (word, form) in enumerate(zip(sentence, forms)):
                words[i, j], features[i, j] = self.encode(form)
                tags[i, j] = self.find("tags", word.tag, NO_GOLD)
                heads[i, j] = word.head
                relations[i, j] = self.find("relations", word.relation, NO_GOLD)
        arrays = (torch.from_numpy(array) for array in (words, features, tags, heads, relations))
        words, features, tags, heads, relations = arrays
        return Batch(words, features, torch.tensor(lengths), tags, heads, relations)


def group_by_length(sentences, order, tokens, chunk=1500):
    """Shuffled positions -> batches of about `tokens` words, sentences of like length together within each chunk."""
    batches = []
    for start in range(0, len(order), chunk):
        batch, size = [], 0
        for at in sorted(order[start : start + chunk], key=lambda i: len(sentences[i][1])):
            if batch and size + len(sentences[at][1]) > tokens:
                batches.append(batch)
                batch, size = [], 0
            batch.append(at)
            size += len(sentences[at][1])
        if batch:
            batches.append(batch)
    return batches
