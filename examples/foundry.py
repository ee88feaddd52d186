"""Claude on Microsoft Foundry.

python examples/foundry.py --local    no account and no network needed
python examples/foundry.py            with ANTHROPIC_FOUNDRY_RESOURCE and
                                      ANTHROPIC_FOUNDRY_API_KEY
"""

from __future__ import annotations

from platform_steps import show_everything, wants_local

from anthropic import AnthropicFoundry
from anthropic.testing import LocalFoundry

# The name of your deployment.
MODEL = "claude-haiku-4-5"


def main() -> None:
    if wants_local("Claude on Microsoft Foundry."):
        with LocalFoundry() as server, AnthropicFoundry(**server.client_options) as client:
            show_everything(client, MODEL)
        return
    with AnthropicFoundry() as client:
        print(f"Speaking to {client.base_url}")
        show_everything(client, MODEL)


if __name__ == "__main__":
    main()
