"""Writes the trained network as the one file that Node reads.

"ENTP", the header's length (u32, little-endian), a JSON header, then the tensors, each padded to 16 bytes: matrices as
int8 rows [out][in] with one float32 scale a row (NAME.scale), vectors as float32, lists of words as text.
"""

import json
import struct

import numpy as np


def quantise(matrix):
    matrix = matrix.detach().numpy().astype(np.float32)
    scale = np.maximum(np.abs(matrix).max(1), 1e-8) / 127
    return np.clip(np.round(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def list_tensors(net):
    tensors = {}

    def add_matrix(name, matrix):
        tensors[name], tensors[f"{name}.scale"] = quantise(matrix)

    def add_vector(name, vector):
        tensors[name] = vector.detach().numpy().astype(np.float32)

    add_matrix("word", net.word.table())
    add_matrix("feat", net.feature.weight)
    for number, layer in enumerate((net.lstm1, net.lstm2), 1):
        for side, lstm in (("f", layer.forward_lstm), ("b", layer.backward_lstm)):
            add_matrix(f"lstm{number}.{side}.ih", lstm.weight_ih_l0)
            add_matrix(f"lstm{number}.{side}.hh", lstm.weight_hh_l0)
            add_vector(f"lstm{number}.{side}.bias", lstm.bias_ih_l0 + lstm.bias_hh_l0)
    layers = {
        "tag1": net.tag1,
        "tag2": net.tag2,
        "dep": net.dependent,
        "head": net.head,
        "rdep": net.label_dependent,
        "rhead": net.label_head,
        "wd": net.label_from_dependent,
    }
    for name, layer in layers.items():
        add_matrix(name, layer.weight)
        add_vector(f"{name}.bias", layer.bias)
    add_matrix("tagemb", net.tag_embedding.weight)
    add_matrix("wh", net.label_from_head.weight)
    add_matrix("arc", net.arc.t())
    add_vector("arc.headbias", net.arc_bias)
    add_vector("root", net.root)
    relations, width, _ = net.label.shape
    add_matrix("label", net.label.permute(0, 2, 1).reshape(relations * width, width))
    return tensors


def write_model(path, net, vocabulary, scores):
    texts = {"words": "\n".join(vocabulary.words), "feats": "\n".join(vocabulary.features)}
    texts["lexicon"] = vocabulary.wordnet.list_lemmas()
    tensors = {name: np.frombuffer(text.encode(), np.uint8) for name, text in texts.items()} | list_tensors(net)
    types = {"int8": "i8", "float32": "f32", "uint8": "text"}
    index, blocks, offset = [], [], 0
    for name, array in tensors.items():
        block = np.ascontiguousarray(array).tobytes()
        block += b"\0" * (-len(block) % 16)
        index.append({"name": name, "type": types[str(array.dtype)], "shape": list(array.shape), "offset": offset})
        blocks.append(block)
        offset += len(block)
    sizes = {**net.sizes, "feat": net.sizes["feature"], "lab": net.sizes["label"], "layers": 2}
    header = {
        "format": "entente-parser-1",
        "licence": "CC BY-SA 4.0; see README.md beside this file",
        "sizes": sizes,
        "tags": vocabulary.tags,
        "relations": vocabulary.relations,
        "dev": scores,
        "tensors": index,
    }
    text = json.dumps(header).encode()
    text += b" " * (-(len(text) + 8) % 16)
    with open(path, "wb") as file:
        file.write(b"ENTP" + struct.pack("<I", len(text)) + text + b"".join(blocks))
    return 8 + len(text) + offset
