"""A child process signs and authenticates by itself, whatever its parent was doing at the fork."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from anthropic.testing import LocalBedrock, LocalVertex

# A thread of the parent waits for credentials when the child is made, and goes on waiting: the
# child has to get its own all the same.
PROGRAM = """
import os, signal, sys, threading
import anthropic

url, key = sys.argv[1:]
asked, answered = threading.Event(), threading.Event()


def wait_for_credentials():
    asked.set()
    assert answered.wait(60)

{platform}

def ask():
    question = {{"role": "user", "content": "Hello"}}
    message = client.messages.create(model=model, max_tokens=9, messages=[question])
    assert message.content


thread = threading.Thread(target=ask)
thread.start()
assert asked.wait(60)
child = os.fork()
if not child:
    # Of a child that waits for ever, the parent shall hear.
    signal.alarm(20)
    answered.set()
    ask()
    os._exit(0)
_, status = os.waitpid(child, 0)
answered.set()
thread.join()
ask()
print(status)
"""

VERTEX = """
class Credentials:
    expired, token = False, None

    def refresh(self, request):
        wait_for_credentials()
        self.token = key


model = "claude-sonnet-4-5@20250929"
client = anthropic.AnthropicVertex(
    base_url=url + "/v1", region="us-east5", project_id="local-project", credentials=Credentials()
)
"""

BEDROCK = """
import boto3
from botocore.credentials import Credentials


class Session:
    region_name = "us-east-1"

    def get_credentials(self):
        wait_for_credentials()
        return Credentials("AKIALOCAL", key)


model = "anthropic.claude-sonnet-4-5-20250929-v1:0"
client = anthropic.AnthropicBedrock(base_url=url, aws_session=Session())
"""


def run(platform: str, server: Any, key: str) -> str:
    program = PROGRAM.format(platform=platform)
    # Newer Pythons warn of every fork beside threads, and of this one with reason.
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", program, server.url, key]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_vertex(vertex: LocalVertex) -> None:
    assert run(VERTEX, vertex, vertex.api_key) == "0"


def test_bedrock(bedrock: LocalBedrock) -> None:
    assert run(BEDROCK, bedrock, bedrock.client_options["aws_secret_key"]) == "0"
