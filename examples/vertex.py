"""Claude on Google Cloud's Vertex AI.

pip install 'anthropic[vertex]'
python examples/vertex.py --local    no account and no network needed
python examples/vertex.py            with default credentials (gcloud auth
                                     application-default login) and CLOUD_ML_REGION
"""

from __future__ import annotations

from platform_steps import show_everything, wants_local

from anthropic import AnthropicVertex
from anthropic.testing import LocalVertex

MODEL = "claude-haiku-4-5@20251001"


def main() -> None:
    if wants_local("Claude on Vertex AI."):
        with LocalVertex() as server, AnthropicVertex(**server.client_options) as client:
            show_everything(client, MODEL)
        return
    with AnthropicVertex() as client:
        print(f"Speaking to {client.base_url}")
        show_everything(client, MODEL)


if __name__ == "__main__":
    main()
