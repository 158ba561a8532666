"""An editor's verdicts on findings, and each rule's precision."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path

import msgspec

from newslint.core.atomic_write import write
from newslint.core.diagnostics import Diagnostic
from newslint.core.errors import ConfigError

FILE = "newslint-calibration.json"
STANDARD_DEVIATIONS = 1.96
"""Standard deviations on each side of a 95 % interval."""


class Question(msgspec.Struct, frozen=True):
    """A finding to be judged."""

    path: str
    line: int
    diagnostic: Diagnostic

    @property
    def key(self) -> str:
        """The key of the finding; lines and files may move."""
        identity = f"{self.diagnostic.rule}\n{self.diagnostic.quote}\n{self.diagnostic.sentence}"
        return hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Judgement(msgspec.Struct, frozen=True):
    """The verdict on a finding of a rule."""

    rule: str
    true: bool


class Precision(msgspec.Struct, frozen=True):
    """How many judged findings of a rule were correct."""

    judged: int
    true: int

    @property
    def share(self) -> float:
        """The share of the judged findings that were correct."""
        return self.true / self.judged

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the precision (Wilson's score interval, 1927)."""
        n, share, z = self.judged, self.share, STANDARD_DEVIATIONS
        middle = share + z * z / (2 * n)
        reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        whole = 1 + z * z / n
        return max((middle - reach) / whole, 0.0), min((middle + reach) / whole, 1.0)


class Calibration(msgspec.Struct):
    """The verdicts so far, by the key of the finding."""

    verdicts: dict[str, Judgement] = {}

    @classmethod
    def load(cls, file: Path) -> Calibration:
        """Load from a file; empty if there is none.

        Raises:
            ConfigError: the file cannot be read or is not a calibration.

        """
        try:
            return msgspec.json.decode(file.read_bytes(), type=cls)
        except FileNotFoundError:
            return cls({})
        except OSError as error:
            raise ConfigError(f"{file}: {error.strerror}") from None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"{file}: not a calibration: {error}") from None

    def save(self, file: Path) -> None:
        """Write to a file, whole or not at all."""
        write(file, msgspec.json.format(msgspec.json.encode(self, order="deterministic"), indent=1) + b"\n")

    def next_questions(self, questions: Iterable[Question], per_rule: int) -> Iterator[Question]:
        """The findings still to be judged, up to `per_rule` for each rule.

        They are drawn by key.
        """
        drawn: Counter[str] = Counter(verdict.rule for verdict in self.verdicts.values())
        unique = {question.key: question for question in questions if question.key not in self.verdicts}
        chosen = []
        for question in (unique[key] for key in sorted(unique)):
            rule = question.diagnostic.rule
            if drawn[rule] < per_rule:
                drawn[rule] += 1
                chosen.append(question)
        return iter(sorted(chosen, key=lambda question: (question.diagnostic.rule, question.key)))

    def precisions(self) -> dict[str, Precision]:
        """The precision of each rule."""
        judged = Counter(verdict.rule for verdict in self.verdicts.values())
        true = Counter(verdict.rule for verdict in self.verdicts.values() if verdict.true)
        return {rule: Precision(judged[rule], true[rule]) for rule in sorted(judged)}

    def below(self, bound: float) -> list[str]:
        """The rules whose whole interval is below a bound."""
        return [rule for rule, precision in self.precisions().items() if precision.interval[1] < bound]
