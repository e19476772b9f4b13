#!/usr/bin/env python3
"""Trees of a written model file by the trainer's own network, for the test that Node finds the same ones.

    python3 data/model/reference.py data/model/english.model tests/language/sentences.txt > tests/language/network/reference.tsv

Run it in the project's folder after `npm run build`, which cuts the texts (one a line) into words. What is printed has FORM,
LEMMA (empty), UPOS, XPOS, HEAD, DEPREL. The projective tree with one root is found by Eisner's algorithm (1996).
"""

import json
import struct
import subprocess
import sys

import numpy as np
import torch

from features import name_features, normalise
from network import FEATURES_AT_MOST, Parser


def read_model(path):
    """-> header and tensors, matrices as float32 with their scales multiplied in."""
    with open(path, "rb") as file:
        data = file.read()
    size = struct.unpack("<I", data[4:8])[0]
    header = json.loads(data[8 : 8 + size])
    types = {"i8": np.int8, "f32": np.float32, "text": np.uint8}
    tensors = {}
    for entry in header["tensors"]:
        count = int(np.prod(entry["shape"]))
        array = np.frombuffer(data, types[entry["type"]], count, 8 + size + entry["offset"]).reshape(entry["shape"])
        tensors[entry["name"]] = array.tobytes().decode() if entry["type"] == "text" else array
    return header, tensors


def rebuild(header, tensors):
    """The trainer's network with the weights of the file."""
    counts = {"trained": 2, "features": len(tensors["feat"])}
    counts |= {"tags": len(header["tags"]), "relations": len(header["relations"])}

    def weight(name):
        matrix = tensors[name].astype(np.float32)
        scale = tensors.get(f"{name}.scale")
        return torch.from_numpy(matrix * scale[:, None] if scale is not None else matrix)

    net = Parser(counts, header["sizes"], weight("word"))
    layers = {"tag1": net.tag1, "tag2": net.tag2, "dep": net.dependent, "head": net.head}
    layers |= {"rdep": net.label_dependent, "rhead": net.label_head, "wd": net.label_from_dependent}
    with torch.no_grad():
        net.feature.weight.copy_(weight("feat"))
        for number, layer in enumerate((net.lstm1, net.lstm2), 1):
            for side, lstm in (("f", layer.forward_lstm), ("b", layer.backward_lstm)):
                lstm.weight_ih_l0.copy_(weight(f"lstm{number}.{side}.ih"))
                lstm.weight_hh_l0.copy_(weight(f"lstm{number}.{side}.hh"))
                lstm.bias_ih_l0.copy_(weight(f"lstm{number}.{side}.bias"))
                lstm.bias_hh_l0.zero_()
        for name, layer in layers.items():
            layer.weight.copy_(weight(name))
            layer.bias.copy_(weight(f"{name}.bias"))
        net.tag_embedding.weight.copy_(weight("tagemb"))
        net.label_from_head.weight.copy_(weight("wh"))
        net.arc.copy_(weight("arc").t())
        net.arc_bias.copy_(weight("arc.headbias"))
        net.root.copy_(weight("root"))
        relations, width, _ = net.label.shape
        net.label.copy_(weight("label").reshape(relations, width, width).permute(0, 2, 1))
    return net.eval()


class LexiconWordNet:
    """The WordNet of a model file."""

    def __init__(self, text):
        from features import WordNet

        self.nouns, self.verbs, self.adjectives, self.adverbs = {}, {}, set(), set()
        for line in text.split("\n"):
            lemma, codes = line.split("\t")
            for code in codes.split(" "):
                if code[0] in "nv":
                    (self.nouns if code[0] == "n" else self.verbs)[lemma] = int(code[1:])
                else:
                    (self.adjectives if code == "a" else self.adverbs).add(lemma)
        self.describe = lambda word: WordNet.describe(self, word)
        self._describe_verb = lambda word: WordNet._describe_verb(self, word)


def find_tree(scores):
    """scores[dependent - 1][head] -> the heads of the best projective tree in which one word depends on the root."""
    n = len(scores)
    best = lambda table: max(table, key=lambda entry: entry[0])
    score = lambda head, dependent: scores[dependent - 1][head]
    complete, incomplete = {}, {}
    for i in range(1, n + 1):
        complete[i, i, 0] = complete[i, i, 1] = (0.0, None)
    for span in range(1, n):
        for i in range(1, n - span + 1):
            j = i + span
            inner, split = best([(complete[i, k, 1][0] + complete[k + 1, j, 0][0], k) for k in range(i, j)])
            incomplete[i, j, 0] = (inner + score(j, i), split)
            incomplete[i, j, 1] = (inner + score(i, j), split)
            complete[i, j, 0] = best([(complete[i, k, 0][0] + incomplete[k, j, 0][0], k) for k in range(i, j)])
            complete[i, j, 1] = best([(incomplete[i, k, 1][0] + complete[k, j, 1][0], k) for k in range(i + 1, j + 1)])
    heads = [0] * (n + 1)

    def follow(i, j, right, full):
        if i == j:
            return
        if full:
            split = complete[i, j, right][1]
            follow(i, split, right, not right) if not right else follow(i, split, 1, False)
            follow(split, j, 0, False) if not right else follow(split, j, 1, True)
            return
        heads[j if right else i] = i if right else j
        split = incomplete[i, j, right][1]
        follow(i, split, 1, True)
        follow(split + 1, j, 0, True)

    _, root = best([(score(0, r) + complete[1, r, 0][0] + complete[r, n, 1][0], r) for r in range(1, n + 1)])
    follow(1, root, 0, True)
    follow(root, n, 1, True)
    return heads[1:]


def cut_into_words(path):
    """The words of each sentence of a file of texts, one a line, as the project's segmentation finds them."""
    with open(path, encoding="utf8") as file:
        records = "\n".join(json.dumps({"text": line}) for line in file.read().splitlines())
    command = ["node", "dist/server/cli/parse.js", "--jsonl"]
    output = subprocess.run(command, input=records, capture_output=True, text=True, check=True).stdout
    for line in output.splitlines():
        for sentence in json.loads(line)["sentences"]:
            yield [token["form"] for token in sentence["tokens"]]


def main(model, path):
    header, tensors = read_model(model)
    net = rebuild(header, tensors)
    word_row = {word: at for at, word in enumerate(tensors["words"].split("\n"))}
    feature_row = {name: at for at, name in enumerate(tensors["feats"].split("\n"))}
    wordnet = LexiconWordNet(tensors["lexicon"])
    for forms in cut_into_words(path):
        features = torch.zeros(1, len(forms), FEATURES_AT_MOST, dtype=torch.long)
        for at, form in enumerate(forms):
            names = [name for name in name_features(form, wordnet) if name in feature_row]
            rows = [feature_row[name] for name in names[:FEATURES_AT_MOST]]
            features[0, at, : len(rows)] = torch.tensor(rows)
        words = torch.tensor([[word_row.get(normalise(form), 1) for form in forms]])
        with torch.no_grad():
            _, tags, arcs, dependents, heads = net(words, features, torch.tensor([len(forms)]))
            tree = find_tree(arcs[0].tolist())
            scores = net.score_labels(dependents[0], heads[0][tree])
        # the root is called root, and nothing else is
        root = header["relations"].index("root")
        scores[:, root] = -1e9
        labels = scores.argmax(-1).tolist()
        for form, tag, head, label in zip(forms, tags[0].argmax(-1).tolist(), tree, labels):
            upos, xpos = header["tags"][tag].split("|")
            relation = "root" if head == 0 else header["relations"][label]
            print(form, "", upos, xpos, head, relation, sep="\t")
        print()


if __name__ == "__main__":
    main(*sys.argv[1:3])
