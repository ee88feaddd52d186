"""Web search: the API searches by itself; the answer names its sources.

python examples/web_search.py --local    no key and no network needed
python examples/web_search.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

from rehearsal import MODEL, connected


def main() -> None:
    with (
        connected("Web search.") as client,
        client.messages.stream(
            model=MODEL,
            max_tokens=1000,
            tools=[{"type": "web_search_20250305", "name": "web_search", "max_uses": 2}],
            messages=[{"role": "user", "content": "Search the web: what is a spring tide?"}],
        ) as stream,
    ):
        for event in stream:
            if event.type == "text":
                print(event.text, end="", flush=True)
            elif event.type == "citation":
                if event.citation.type == "web_search_result_location":
                    print(f" [{event.citation.url}]", end="")
            elif event.type == "content_block_stop":
                block = event.content_block
                if block.type == "server_tool_use":
                    print(f"searches: {block.input}")
                elif block.type == "web_search_tool_result":
                    if isinstance(block.content, list):
                        for result in block.content:
                            print(f"  found: {result.title} ({result.url})")
                    else:
                        print(f"  failed: {block.content.error_code}")
        usage = stream.get_final_message().usage
    searches = usage.server_tool_use.web_search_requests if usage.server_tool_use else 0
    print(f"\n({searches} search)")


if __name__ == "__main__":
    main()
