"""Claude on Amazon Bedrock.

pip install 'anthropic[bedrock]'
python examples/bedrock.py --local    no account and no network needed
python examples/bedrock.py            with AWS credentials: environment, ~/.aws, or a role
"""

from __future__ import annotations

from platform_steps import show_everything, wants_local

from anthropic import AnthropicBedrock
from anthropic.testing import LocalBedrock

# The id of a model, of an inference profile such as this one, or the ARN of either.
MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0"


def main() -> None:
    if wants_local("Claude on Amazon Bedrock."):
        with LocalBedrock() as server, AnthropicBedrock(**server.client_options) as client:
            show_everything(client, MODEL)
        return
    with AnthropicBedrock() as client:
        print(f"Speaking to {client.base_url}")
        show_everything(client, MODEL)


if __name__ == "__main__":
    main()
