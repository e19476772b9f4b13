"""What the network knows of a single word. server/language/network/features.ts reads words the same way: change both.

A word is looked up by its normal form, and described by names of features: its affixes, its shape, and what WordNet
says that it may be. All names of a word are summed as vectors, so that an unknown word still looks like its kind.
"""

import re

# endings that WordNet's morphology detaches, each with what it puts in their place
NOUN_RULES = [
    ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
    ("men", "man"), ("ies", "y"), ("s", ""),
]
VERB_RULES = [
    ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
]
ADJECTIVE_RULES = [("ier", "y"), ("iest", "y"), ("er", "e"), ("est", "e"), ("er", ""), ("est", "")]

QUOTES_AND_DASHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def normalise(form):
    """Lower case, one kind of quotes and dashes, every digit a 0: "B-52’s" -> "b-00's"."""
    return re.sub(r"[0-9]", "0", form.lower().translate(QUOTES_AND_DASHES))


def shape(form):
    """Kinds of characters with runs cut to two, eight at most: "McDonald" -> "XxXxx", "2018" -> "dd"."""
    kinds = []
    for character in form:
        if character.isupper():
            kind = "X"
        elif character.islower() or character.isalpha():
            kind = "x"
        elif character.isdigit():
            kind = "d"
        else:
            kind = character
        if len(kinds) < 2 or not kinds[-1] == kind == kinds[-2]:
            kinds.append(kind)
    return "".join(kinds[:8])


def affixes(word):
    """Names of a normal form's first one to three and last one to five characters."""
    prefixes = [f"{name}{word[:size]}" for size, name in enumerate("pqr", 1)]
    suffixes = [f"{name}{word[-size:]}" for size, name in enumerate("stuvw", 1)]
    return prefixes + suffixes


class WordNet:
    """Single words of WordNet: the lexicographer file (a kind of meaning) of the first noun and verb sense, and which
    are adjectives and adverbs."""

    def __init__(self, folder):
        self.nouns = self._read_files(folder, "noun")
        self.verbs = self._read_files(folder, "verb")
        self.adjectives = {lemma for lemma, _ in self._read_lemmas(folder, "adj")}
        self.adverbs = {lemma for lemma, _ in self._read_lemmas(folder, "adv")}

    @staticmethod
    def _read_lemmas(folder, part):
        with open(f"{folder}/index.{part}", encoding="latin-1") as lines:
            for line in lines:
                columns = line.split()
                if not line.startswith("  ") and "_" not in columns[0]:
                    # the last columns are the synsets' offsets, the most frequent sense first
                    yield columns[0], columns[-int(columns[2])]

    def _read_files(self, folder, part):
        file_of = {}
        with open(f"{folder}/data.{part}", encoding="latin-1") as lines:
            for line in lines:
                if not line.startswith("  "):
                    offset, number = line.split(" ", 2)[:2]
                    file_of[offset] = int(number)
        return {lemma: file_of[offset] for lemma, offset in self._read_lemmas(folder, part)}

    def list_lemmas(self):
        """lemma TAB codes, one a line, sorted: "walk	n4 v38". The model file carries it to the reader."""
        rows = {}
        for lemma, number in self.nouns.items():
            rows.setdefault(lemma, []).append(f"n{number}")
        for lemma, number in self.verbs.items():
            rows.setdefault(lemma, []).append(f"v{number}")
        for lemma in self.adjectives:
            rows.setdefault(lemma, []).append("a")
        for lemma in self.adverbs:
            rows.setdefault(lemma, []).append("r")
        return "\n".join(f"{lemma}\t{' '.join(codes)}" for lemma, codes in sorted(rows.items()) if len(lemma) <= 24)

    def describe(self, word):
        """Names of what a normal form may be: "walks" is n4 (an act, as a noun), n+s, v38 (a verb of motion) and v+s;
        adjectives are "a", their comparatives "a+r", adverbs "r"."""
        names = set()
        if word in self.nouns:
            names.add(f"n{self.nouns[word]}")
        for suffix, ending in NOUN_RULES:
            lemma = word[: -len(suffix)] + ending
            if word.endswith(suffix) and len(lemma) > 2 and lemma in self.nouns:
                names.update((f"n{self.nouns[lemma]}", "n+s"))
                break
        names.update(self._describe_verb(word))
        if word in self.adjectives:
            names.add("a")
        for suffix, ending in ADJECTIVE_RULES:
            lemma = word[: -len(suffix)] + ending
            if word.endswith(suffix) and len(word) > len(suffix) + 2 and lemma in self.adjectives:
                names.add("a+r")
                break
        if word in self.adverbs:
            names.add("r")
        return names

    def _describe_verb(self, word):
        names = {f"v{self.verbs[word]}"} if word in self.verbs else set()
        for suffix, ending in VERB_RULES:
            if not word.endswith(suffix):
                continue
            stem = word[: -len(suffix)]
            lemmas = [stem + ending]
            if ending == "" and len(stem) > 2 and stem[-1] == stem[-2]:
                lemmas.append(stem[:-1])
            found = [lemma for lemma in lemmas if len(lemma) > 1 and lemma in self.verbs]
            if found:
                inflection = {"s": "s", "d": "ed", "g": "ing"}[suffix[-1]]
                return names | {f"v{self.verbs[found[0]]}", f"v+{inflection}"}
        return names


def name_features(form, wordnet):
    """All feature names of a word as written; short capitals have one of their own: "US" is not "us", nor "IT" "it"."""
    word = normalise(form)
    names = affixes(word) + ["#" + shape(form)]
    if len(form) in (2, 3) and form.isascii() and form.isalpha() and form.isupper():
        names.append("!" + form)
    return names + sorted("@" + name for name in wordnet.describe(word))
