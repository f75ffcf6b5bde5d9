# hiretool-canary-60e182b9-7a5f-49fe-938e-276d58426c4d
"""The same facts in two spellings, pieces learnt from a mix of both -> pieces, bits and windows; and numbers in pieces."""

import collections

import numpy as np

LETTERS = 22
CUTS = ("2019", "198|7", "7|19", "13|8|7", "20|3|1", "4|0|0|0")


def words(rng, many):
    """Words of three to eight letters, no two alike; letters differ in how often they come."""
    share = 1 / np.arange(2, LETTERS + 2)
    share /= share.sum()
    found = []
    while len(found) < many:
        word = tuple(rng.choice(LETTERS, size=rng.integers(3, 9), p=share))
        if word not in found:
            found.append(word)
    return found


def spelt(word, second):
    """One sign is one byte in the first spelling; in the second it is two, as in UTF-8 outside English."""
    if not second:
        return (*("a%d" % letter for letter in word), "_")
    return (*(sign for letter in word for sign in ("lead%d" % (letter // 16), "b%d" % letter)), "_")


def joined(symbols, pair):
    out, k = [], 0
    while k < len(symbols):
        if k + 1 < len(symbols) and (symbols[k], symbols[k + 1]) == pair:
            out.append(symbols[k] + "+" + symbols[k + 1])
            k += 2
        else:
            out.append(symbols[k])
            k += 1
    return tuple(out)


def learnt(counts, merges):
    """Pairs joined one after the other, the commonest first; and every word in pieces."""
    cut = {word: word for word in counts}
    order = []
    for _ in range(merges):
        pairs = collections.Counter()
        for word, count in counts.items():
            for pair in zip(cut[word], cut[word][1:]):
                pairs[pair] += count
        if not pairs:
            break
        pair = max(pairs, key=lambda p: (pairs[p], p))
        order.append(pair)
        both = set(pair)
        cut = {word: joined(symbols, pair) if both <= set(symbols) else symbols for word, symbols in cut.items()}
    return order, cut


def bits(sentences, cut, fresh, kinds):
    """Bits of fresh sentences under counts of which piece follows which, a little given to unseen ones."""
    after, total = collections.Counter(), collections.Counter()

    def runs(group):
        for sentence in group:
            line = ["start"] + [piece for word in sentence for piece in cut[word]]
            yield line

    for line in runs(sentences):
        for pair in zip(line, line[1:]):
            after[pair] += 1
            total[pair[0]] += 1
    spent = [
        sum(-np.log2((after[pair] + 0.02) / (total[pair[0]] + 0.02 * kinds)) for pair in zip(line, line[1:]))
        for line in runs(fresh)
    ]
    return float(np.mean(spent))


def told(rng, lexicon, chance, many, length, second):
    drawn = rng.choice(len(lexicon), size=(many, length), p=chance)
    spelling = [spelt(word, second) for word in lexicon]
    return [[spelling[k] for k in row] for row in drawn], spelling


def numbers_cut(rng, merges):
    """Numbers as they come in texts: many years, some prices; joined signs as for words."""
    years = [str(n) for n in rng.integers(1950, 2026, size=6_000)]
    prices = [str(int(n)) for n in np.exp(rng.uniform(0, np.log(10_000), size=4_000))]
    order, _ = learnt(collections.Counter(tuple(n) for n in years + prices), merges)

    def cut(n):
        symbols = tuple(str(n))
        for pair in order:
            symbols = joined(symbols, pair)
        return [piece.replace("+", "") for piece in symbols]

    return cut


def threes(n, from_left=True):
    text = str(n)
    if from_left:
        return [text[k : k + 3] for k in range(0, len(text), 3)]
    return [part[::-1] for part in threes(text[::-1])][::-1]


def missed(cut, rng, shown):
    """Per cent of other numbers that are missed by more than half, if a number is the sum of one weight for each piece
    at its place, counted from the end, and the weights were learnt on some numbers."""
    numbers = rng.integers(100, 100_000, size=shown + 500)
    index = {}
    rows = [
        [index.setdefault((len(parts) - k, part), len(index)) for k, part in enumerate(parts)]
        for parts in map(cut, numbers)
    ]
    x = np.zeros((len(rows), len(index)))
    for row, at in enumerate(rows):
        x[row, at] = 1
    train = x[:shown]
    weight = train.T @ np.linalg.solve(train @ train.T + 1e-6 * np.eye(shown), numbers[:shown].astype(float))
    return 100 * float(np.mean(np.abs(x[shown:] @ weight - numbers[shown : shown + 500]) > 0.5))


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    rng = np.random.default_rng(8)
    lexicon = words(rng, fact["words"])
    chance = 1 / np.arange(3, len(lexicon) + 3)
    chance /= chance.sum()
    out = {}
    for mix, share, merges in (
        ("as_found", fact["share_of_second"], fact["merges"]),
        ("half_half", 0.5, fact["merges"]),
        ("twice_the_pieces", fact["share_of_second"], 2 * fact["merges"]),
    ):
        amounts = [round(fact["sentences"] * (1 - share)), round(fact["sentences"] * share)]
        texts = [
            told(np.random.default_rng([9, k]), lexicon, chance, amounts[k], fact["length"], k == 1) for k in (0, 1)
        ]
        counts = collections.Counter(word for group, _ in texts for sentence in group for word in sentence)
        for _, spelling in texts:
            for word in spelling:
                counts.setdefault(word, 0)
        order, cut = learnt(counts, merges)
        kinds = len({piece for parts in cut.values() for piece in parts})
        for k, name in enumerate(("first", "second")):
            fresh, spelling = told(np.random.default_rng(10), lexicon, chance, 300, fact["length"], k == 1)
            pieces = float(np.mean([sum(len(cut[word]) for word in sentence) for sentence in fresh]))
            raw = float(np.mean([sum(len(word) for word in sentence) for sentence in fresh]))
            spent = bits(texts[k][0], cut, fresh, kinds)
            out |= {
                f"{mix}_{name}_pieces": pieces,
                f"{mix}_{name}_bytes": raw,
                f"{mix}_{name}_bits_a_piece": spent / pieces,
                f"{mix}_{name}_bits_a_byte": spent / raw,
                f"{mix}_{name}_bits_a_sentence": spent,
                f"{mix}_{name}_sentences_in_the_window": fact["window"] / pieces,
            }
    out["bits_of_a_sentence_at_best"] = float(-fact["length"] * np.sum(chance * np.log2(chance)))
    cut = numbers_cut(np.random.default_rng(11), fact["merges_of_digits"])
    out["cuts_are_as_told"] = all(told.split("|") == cut(told.replace("|", "")) for told in CUTS)
    shapes = collections.Counter(tuple(len(part) for part in cut(n)) for n in range(1000, 10_000))
    out["shapes_of_four_digits"] = len(shapes)
    out["four_digits_one_by_one"] = 100 * shapes[1, 1, 1, 1] / 9_000
    ways = {
        "learnt": cut,
        "threes_from_left": threes,
        "threes_from_right": lambda n: threes(n, False),
        "digits": lambda n: list(str(n)),
    }
    for name, way in ways.items():
        out[f"missed_{name}"] = missed(way, np.random.default_rng(12), fact["numbers_shown"])
    return out
