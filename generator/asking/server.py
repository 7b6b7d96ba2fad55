"""A conversation with a model behind an OpenAI-compatible server: the one module that needs the extra `llm`."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx2
from openai import AsyncOpenAI, DefaultAsyncHttpxClient, OpenAIError
from pydantic_ai import Agent, NativeOutput
from pydantic_ai.exceptions import (
    AgentRunError,
    ModelAPIError,
    ModelConnectionError,
    ModelHTTPError,
    ModelTimeoutError,
    UserError,
)
from pydantic_ai.messages import ModelMessage
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings

from generator.asking.access import COMMON_KEY, KEY, TIMEOUT, URL, Access, AskingError
from generator.asking.questions import INSTRUCTIONS, Answer, AnswerForm
from generator.asking.recording import Recording, RecordingError
from generator.sheets.wording import shortened

_ATTEMPTS = 3
"""Times that a request is made where the server is busy, fails or cannot be reached."""
_CORRECTIONS = 2
"""Times that an answer is sent back because it is not JSON of the form asked for."""
_NO_SERVER = Access("http://localhost/v1", None)
"""What stands for the server when recordings answer; no request leaves the process."""


@dataclass
class Conversation:
    """Questions about one article to one model, each with all that was said before.

    `access` is None where recordings answer; `record` then holds them, and otherwise takes what the server says.
    """

    model: str
    access: Access | None
    _said: list[ModelMessage] = field(default_factory=list)

    def ask(self, question: str, record: Recording | None = None) -> Answer:
        """The answer to a question, in the form asked for; raises `AskingError`."""
        answered = list(record.answers) if record and self.access is None else []
        access = self.access or _NO_SERVER
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # such as that a model takes no temperature: nothing to act upon
                answer = _run_alone(lambda: asyncio.wait_for(self._run(question, record, answered), access.seconds))
        except (TimeoutError, ModelTimeoutError) as error:
            message = f"{access.place} has not answered within {access.seconds:g} seconds; set {TIMEOUT} to more"
            raise AskingError(message) from error
        except (
            AgentRunError,
            UserError,
            OpenAIError,
            httpx2.HTTPError,
            httpx2.InvalidURL,
            ValueError,
            RecursionError,
        ) as error:
            if record is not None and self.access is None and not answered:
                message = f"{record.path} does not hold an answer that can be used; make it anew with --record"
                raise RecordingError(message) from error
            raise AskingError(access.without_key(_in_words(error, self.model, access))) from error
        if record is not None and self.access is not None:
            record.write(self.access)
        # Struck out as in the recording, so that a replay asks the same second question.
        return AnswerForm.model_validate_json(access.without_key(answer.model_dump_json()))

    async def _run(self, question: str, record: Recording | None, answered: list[str]) -> Answer:
        access = self.access or _NO_SERVER
        transport: dict[str, Any] = {}
        if self.access is None:
            transport["transport"] = httpx2.MockTransport(_from_recording(answered))
        elif record is not None:
            transport["event_hooks"] = {"response": [_to_recording(record)]}
        async with AsyncOpenAI(
            base_url=access.url,
            api_key=access.key or "none",  # a server on one's own machine wants none, the client wants some
            max_retries=0 if self.access is None else _ATTEMPTS - 1,
            timeout=access.seconds,
            http_client=DefaultAsyncHttpxClient(**transport),
        ) as client:
            agent = Agent(
                OpenAIChatModel(self.model, provider=OpenAIProvider(openai_client=client)),
                output_type=NativeOutput(AnswerForm),
                instructions=INSTRUCTIONS,
                model_settings=ModelSettings(temperature=0.0),
                retries={"output": _CORRECTIONS},
            )
            result = await agent.run(question, message_history=self._said)
        self._said = result.all_messages()
        return result.output


def _run_alone(make: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
    """Run what `make` gives to its end; in a thread of its own where a loop runs here already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(make())
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(make())).result()


def _to_recording(record: Recording) -> Callable[[httpx2.Response], Awaitable[None]]:
    async def note(response: httpx2.Response) -> None:
        if response.status_code == httpx2.codes.OK:
            await response.aread()
            record.answers.append(response.text)

    return note


def _from_recording(answered: list[str]) -> Callable[[httpx2.Request], httpx2.Response]:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if not answered:
            raise httpx2.ConnectError("the recording is at its end", request=request)
        return httpx2.Response(200, text=answered.pop(0), headers={"content-type": "application/json"})

    return answer


def _in_words(error: Exception, model: str, access: Access) -> str:
    """What went wrong between the program and the server, and what to do."""
    if isinstance(error, ModelHTTPError):
        return _status_in_words(error, model, access.place)
    if isinstance(error, ModelConnectionError):
        return f"{access.place} cannot be reached; start the server, or correct {URL}"
    if isinstance(error, ModelAPIError):
        return f"{access.place} does not answer as an OpenAI-compatible server does; correct {URL}, often …/v1"
    said = shortened(str(error), 200)
    return f"{model} gives no answer that can be used ({said}); try again, or another model"


def _status_in_words(error: ModelHTTPError, model: str, place: str) -> str:
    said = shortened(str(error.body.get("message", "") if isinstance(error.body, dict) else error.body or ""), 200)
    says = f"{error.status_code}: {said}" if said else f"{error.status_code}"
    match error.status_code:
        case 401 | 403:
            return f"{place} does not accept the key ({error.status_code}); correct {KEY} or {COMMON_KEY}"
        case 404:
            return f"{place} knows no model {model} ({says}); name one that it has, or correct {URL}, often …/v1"
        case 429:
            return f"{place} takes no more requests now ({says}); wait, or look at the account's limits"
        case status if status >= 500:
            return f"{place} fails ({says}); try again later, or look into its log"
        case _:
            return f"{place} refuses the request ({says}); the article may be too long for {model}: try another model"
