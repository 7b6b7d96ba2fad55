"""Answers of a server kept in files, so that the same question gives the same answer later and without a server."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from generator.asking.access import Access, AskingError
from generator.asking.questions import INSTRUCTIONS


class RecordingError(AskingError):
    """A recording cannot be read or written; the message names it."""


def question_key(model: str, article: str, question: str) -> str:
    """The name of a recording: SHA-256 of the model, the article and all that was asked."""
    return hashlib.sha256(json.dumps([model, article, INSTRUCTIONS, question]).encode()).hexdigest()


@dataclass
class Recording:
    """The answers to one question, in order: more than one where the first had not the form asked for."""

    path: Path
    model: str
    article: str
    answers: list[str] = field(default_factory=list)

    def read(self) -> Recording:
        """The same with the answers of its file; raises `RecordingError`."""
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
            answers = [answer for answer in data["answers"] if isinstance(answer, str)]
        except FileNotFoundError as error:
            message = f"there is no recording {self.path}; make it with --record and the same article, model and date"
            raise RecordingError(message) from error
        except OSError as error:
            message = f"{self.path} cannot be read: {error.strerror}; give the folder of the recordings"
            raise RecordingError(message) from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise RecordingError(f"{self.path} is no recording of answers; make it anew with --record") from error
        return Recording(self.path, self.model, self.article, answers)

    def write(self, access: Access) -> None:
        """Write the file, with the server's key struck out; raises `RecordingError`."""
        answers = [access.without_key(answer) for answer in self.answers]
        data = {"model": self.model, "article": self.article, "answers": answers}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            text = access.without_key(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
            self.path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        except OSError as error:
            message = f"{self.path} cannot be written: {error.strerror}; give another folder to --record"
            raise RecordingError(message) from error


def recording(folder: Path, model: str, article: str, question: str) -> Recording:
    """The recording of one question in a folder, without any answers yet."""
    return Recording(folder / f"{question_key(model, article, question)}.json", model, article)
