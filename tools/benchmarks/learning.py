"""What `newslint learn words` takes for ten million words: processor seconds, memory, size of the file.

    python tools/benchmarks/learning.py CORPORA --thesaurus WORDNET [--words 10000000]

All sets of CORPORA teach, the clean ones first. If they are too short, they teach again, each word of content
exchanged for another in every further round, so that the sequences are new ones as well: more than other
articles would have.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from newslint.learning.training import learn
from newslint.learning.wordnet import read_wordnet
from tools.rates import articles

WORD = re.compile(r"\b[a-z]{5,}\b")
STEP = 997
Article = tuple[str, ...]


def main() -> int:
    """Learn, and tell what it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    parser.add_argument("--words", type=int, default=10_000_000)
    args = parser.parse_args()
    wordnet = read_wordnet(args.thesaurus)
    began = time.process_time()
    words = learn(archive(args.corpora, args.words), wordnet, {})
    data = words.to_bytes()
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{words.size:,} tokens of {words.about['articles']:,} articles: {seconds:.0f} s of one processor, "
        f"{peak:.2f} GB at most, {len(data) / 1e6:.1f} MB to keep, {len(words.near):,} words with neighbours"
    )
    return 0


def archive(corpora: Path, words: int) -> Iterator[Article]:
    """Articles of so many words."""
    sets = sorted(file.name.split(".")[0] for file in corpora.glob("*.jsonl.gz"))
    exchanged: dict[str, str] = {}
    for again in count(1):
        seen = dict[str, None]()
        for name in sets:
            for _, text in articles(corpora, name):
                if words <= 0:
                    return
                words -= len(text.split())
                seen |= dict.fromkeys(WORD.findall(text))
                yield tuple(WORD.sub(partial(other, exchanged), text).split("\n"))
        exchanged = moved(sorted(seen), STEP * again)


def other(exchanged: dict[str, str], word: re.Match[str]) -> str:
    """What stands for a word."""
    return exchanged.get(word[0], word[0])


def moved(words: list[str], by: int) -> dict[str, str]:
    """For each word the one that stands so many places on."""
    return {word: words[(at + by) % len(words)] for at, word in enumerate(words)}


if __name__ == "__main__":
    raise SystemExit(main())
