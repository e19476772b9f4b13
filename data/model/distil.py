#!/usr/bin/env python3
"""Trains a network on from what it and another one answer together (Hinton et al. 2015, "Distilling the Knowledge in a Neural
Network"): two networks of different seeds err in different places, and their mean is softer than gold.

    python3 distil.py TREEBANK --wordnet FOLDER --vectors FILE --student cycle-2.pt --teacher OTHER.pt --out english.model

STUDENT and OTHER are weights that train.py has written; the other arguments are those of train.py.
"""

import argparse
import copy

import torch
from torch.nn import functional as F

from export import write_model
from features import WordNet
from network import Parser, forbid_arcs
from train import LONGEST, SECOND_TAGS, SIZES, Cycle, evaluate, gold_loss, train
from treebank import NO_GOLD, Vocabulary, read_sentences
from vectors import WordVectors

CYCLE = Cycle("cycle-3", 3, 16, 1.75e-3, 0.4)
GOLD = 0.4


def answer(net, vocabulary, sentences):
    """Flat probabilities of tags, of heads, and of the labels of gold arcs, read without noise."""
    batch = vocabulary.make_batch(sentences)
    _, tags, arcs, dependents, heads = net(batch.words, batch.features, batch.lengths)
    row, position = (batch.relations != NO_GOLD).nonzero(as_tuple=True)
    labels = net.score_labels(dependents[row, position], heads[row, batch.heads[row, position]])
    arcs = forbid_arcs(arcs, batch.lengths).flatten(0, 1)
    return F.softmax(tags.flatten(0, 1), -1), F.softmax(arcs, -1), F.softmax(labels, -1)


def soft_cross_entropy(scores, wanted):
    return -(wanted * F.log_softmax(scores, -1).clamp(min=-30)).sum(-1)


def make_loss(net, vocabulary, teachers):
    def find_loss(batch, scores, sentences):
        tags1, tags2, arcs, labels = scores
        with torch.no_grad():
            answers = [answer(teacher, vocabulary, sentences) for teacher in teachers]
        wanted_tags, wanted_arcs, wanted_labels = (sum(parts) / len(parts) for parts in zip(*answers))
        words = batch.heads.flatten() != NO_GOLD
        soft = soft_cross_entropy(arcs, wanted_arcs)[words].mean() + soft_cross_entropy(labels, wanted_labels).mean()
        for tags in (tags1, tags2):
            soft = soft + SECOND_TAGS * soft_cross_entropy(tags, wanted_tags)[words].mean()
        return GOLD * gold_loss(net, batch, scores) + (1 - GOLD) * soft

    return find_loss


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank")
    for name in ("wordnet", "vectors", "student", "teacher"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--out", default="english.model")
    parser.add_argument("--work", default=".", help="folder for the weights")
    parser.add_argument("--tokens", type=int, default=1200, help="words a step")
    options = parser.parse_args()
    torch.set_num_threads(1)

    sentences = read_sentences(f"{options.treebank}/train.tsv")
    training = [(source, words) for source, words in sentences if len(words) <= LONGEST]
    dev = read_sentences(f"{options.treebank}/dev.tsv")
    vectors = WordVectors(options.vectors)
    vocabulary = Vocabulary(training, WordNet(options.wordnet), vectors)
    net = Parser(vocabulary.count(), SIZES, vectors.select(vocabulary.words, SIZES["word"]))
    other = copy.deepcopy(net).eval()
    other.load_state_dict(torch.load(options.teacher))
    net.load_state_dict(torch.load(options.student))
    teachers = [copy.deepcopy(net).eval(), other]
    net = train(net, vocabulary, training, dev, options, CYCLE, make_loss(net, vocabulary, teachers))
    scores = evaluate(net, vocabulary, dev)
    print(f"{options.out}: {write_model(options.out, net, vocabulary, scores)} bytes")


if __name__ == "__main__":
    main()
