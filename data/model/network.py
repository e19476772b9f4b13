"""The parser's network: word features -> two BiLSTMs -> tags, head scores and label scores.

Deep biaffine attention after Dozat and Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing"; tags are
predicted between the layers and again at the end, as in Nguyen and Verspoor (2018), so that one network does both.
"""

import torch
from torch import nn
from torch.nn import functional as F

FEATURES_AT_MOST = 16


def drop_channels(x, rate, training):
    """Dropout which leaves out the same channels of every word of a sentence; x is (batch, words, channels)."""
    if not training or rate == 0:
        return x
    keep = (torch.rand(x.shape[0], 1, x.shape[2]) >= rate).float()
    return x * keep / (1 - rate)


class BiLSTM(nn.Module):
    """Both directions over padded sentences: the backward one reads each sentence turned round, its padding still at
    the end, so that no packing is needed (packed sequences are twice as slow on a CPU)."""

    def __init__(self, inputs, hidden):
        super().__init__()
        self.forward_lstm = nn.LSTM(inputs, hidden, batch_first=True)
        self.backward_lstm = nn.LSTM(inputs, hidden, batch_first=True)
        for lstm in (self.forward_lstm, self.backward_lstm):
            nn.init.xavier_uniform_(lstm.weight_ih_l0.data)
            for gate in range(4):
                nn.init.orthogonal_(lstm.weight_hh_l0.data[gate * hidden : (gate + 1) * hidden])
            lstm.bias_ih_l0.data.zero_()
            lstm.bias_ih_l0.data[hidden : 2 * hidden] = 1  # remember at first
            lstm.bias_hh_l0.data.zero_()
            lstm.bias_hh_l0.requires_grad = False

    def forward(self, x, lengths):
        """x (batch, words, inputs), lengths (batch) -> (batch, words, 2 hidden)."""
        batch, words, _ = x.shape
        position = torch.arange(words)[None]
        turned = torch.where(position < lengths[:, None], lengths[:, None] - 1 - position, position)
        row = torch.arange(batch)[:, None]
        ahead = self.forward_lstm(x)[0]
        back = self.backward_lstm(x[row, turned])[0][row, turned]
        return torch.cat([ahead, back], 2)


class WordVectors(nn.Module):
    """Vectors given beforehand, and what training adds to those of the first rows; later rows (words that the treebank
    lacks) take what was added to the unknown word. Dozat and Manning (2017) sum the two in this way."""

    def __init__(self, given, trained, unknown=1):
        """given (words, width); trained: for how many rows something is learnt."""
        super().__init__()
        self.unknown = unknown
        self.register_buffer("given", given)
        self.change = nn.Embedding(trained, given.shape[1], padding_idx=0)
        self.change.weight.data.zero_()

    def forward(self, rows, forget=None):
        """rows (batch, words) -> (batch, words, width). `forget` is for each row the chance of being read as a word that
        the treebank lacks while training."""
        changed = torch.where(rows < len(self.change.weight), rows, self.unknown)
        if forget is not None:
            changed = torch.where(torch.rand(rows.shape) < forget[rows], self.unknown, changed)
        return F.embedding(rows, self.given) + self.change(changed)

    def table(self):
        """The sums, (words, width), as a reader needs them."""
        return self(torch.arange(len(self.given)))


class Parser(nn.Module):
    def __init__(self, counts, sizes, given):
        """counts: how many trained words, features, tags and relations there are; sizes: the widths of the layers;
        given: the words' vectors before training (all words, sizes["word"])."""
        super().__init__()
        self.sizes = sizes
        hidden = sizes["hidden"]
        self.word = WordVectors(given, counts["trained"])
        self.feature = nn.EmbeddingBag(counts["features"], sizes["feature"], mode="sum", padding_idx=0)
        nn.init.normal_(self.feature.weight, 0, 0.15)
        self.feature.weight.data[0] = 0
        self.lstm1 = BiLSTM(sizes["word"] + sizes["feature"], hidden)
        self.tag1 = nn.Linear(2 * hidden, counts["tags"])
        self.tag_embedding = nn.Linear(counts["tags"], sizes["tag"], bias=False)
        self.lstm2 = BiLSTM(2 * hidden + sizes["tag"], hidden)
        self.tag2 = nn.Linear(2 * hidden, counts["tags"])
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        self.dependent = nn.Linear(2 * hidden, sizes["arc"])
        self.head = nn.Linear(2 * hidden, sizes["arc"])
        self.arc = nn.Parameter(nn.init.orthogonal_(torch.empty(sizes["arc"], sizes["arc"]), 0.5))
        self.arc_bias = nn.Parameter(torch.zeros(sizes["arc"]))
        self.label_dependent = nn.Linear(2 * hidden, sizes["label"])
        self.label_head = nn.Linear(2 * hidden, sizes["label"])
        shape = (counts["relations"], sizes["label"], sizes["label"])
        self.label = nn.Parameter(nn.init.normal_(torch.empty(shape), 0, 0.02))
        self.label_from_dependent = nn.Linear(sizes["label"], counts["relations"])
        self.label_from_head = nn.Linear(sizes["label"], counts["relations"], bias=False)

    def forward(self, words, features, lengths, dropout=0.0, forget=None):
        """words (batch, n), features (batch, n, FEATURES_AT_MOST), lengths (batch); `forget` as WordVectors has it.

        -> tag scores of both layers (batch, n, tags), head scores (batch, n, n + 1) with the root first, and the label
        vectors of dependents (batch, n, label) and heads (batch, n + 1, label).
        """
        batch, n = words.shape
        form = self.word(words, forget)
        kind = self.feature(features.view(batch * n, -1)).view(batch, n, -1)
        if self.training:
            # a word loses its form or its features now and then; what is left is scaled up
            keep_form = (torch.rand(batch, n, 1) >= 0.15).float()
            keep_kind = (torch.rand(batch, n, 1) >= 0.15).float()
            scale = 2 / (keep_form + keep_kind).clamp(min=1)
            form, kind = form * keep_form * scale, kind * keep_kind * scale
        drop = lambda x, rate=dropout: drop_channels(x, rate, self.training)
        first = drop(self.lstm1(drop(torch.cat([form, kind], 2), dropout * 0.6), lengths))
        tags1 = self.tag1(first)
        soft_tags = self.tag_embedding(F.softmax(tags1, -1))
        second = drop(self.lstm2(torch.cat([first, soft_tags], 2), lengths))
        with_root = torch.cat([self.root.expand(batch, 1, -1), second], 1)
        project = lambda layer, x: drop(F.leaky_relu(layer(x), 0.1))
        dependents, heads = project(self.dependent, second), project(self.head, with_root)
        arcs = dependents @ self.arc @ heads.transpose(1, 2) + (heads @ self.arc_bias).unsqueeze(1)
        label_vectors = project(self.label_dependent, second), project(self.label_head, with_root)
        return tags1, self.tag2(second), arcs, *label_vectors

    def score_labels(self, dependents, heads):
        """Label vectors of words and of their heads (n, label) -> scores (n, relations)."""
        pairs = torch.einsum("ni,rij,nj->nr", dependents, self.label, heads)
        return pairs + self.label_from_dependent(dependents) + self.label_from_head(heads)


def forbid_arcs(arcs, lengths):
    """Head scores without padding as a head and without a word heading itself."""
    n = arcs.shape[1]
    arcs = arcs.masked_fill((torch.arange(n + 1)[None] > lengths[:, None])[:, None], -1e9)
    return arcs.masked_fill(torch.eye(n, n + 1).bool().roll(1, 1)[None], -1e9)
