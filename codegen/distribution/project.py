"""The files around a package that make it installable."""

from __future__ import annotations

import json
from typing import List

from codegen.ir import model as ir
from codegen.plan.files import FilePlan
from codegen.spec.graph import Description

# What the runtime imports, with the versions it works with.
DEPENDENCIES = (
    "anyio>=3.5.0,<5",
    "distro>=1.7.0,<2",
    "httpx>=0.25.0,<1",
    "pydantic>=1.9.0,<3",
    "sniffio",
    "typing-extensions>=4.10,<5",
)


def plan_project(api: ir.Api, description: Description) -> List[FilePlan]:
    """`pyproject.toml`, a `README.md` and the module of the version."""
    version = '"""The name and the version that the package reports."""\n\n'
    version += f'__title__ = "{api.package}"\n__version__ = "0.1.0"\n'
    return [
        FilePlan(f"src/{api.package}/_version.py", "", version, format=False),
        FilePlan("pyproject.toml", "", _pyproject(api, description), format=False),
        FilePlan("README.md", "", _readme(api, description), format=False),
    ]


def _pyproject(api: ir.Api, description: Description) -> str:
    lines = [f"    {json.dumps(item)}," for item in DEPENDENCIES]
    return "\n".join(
        [
            "[build-system]",
            'requires = ["hatchling>=1.26"]',
            'build-backend = "hatchling.build"',
            "",
            "[project]",
            f"name = {json.dumps(api.package.replace('_', '-'))}",
            'dynamic = ["version"]',
            f"description = {json.dumps(f'Typed access to {description.title}')}",
            'readme = "README.md"',
            'requires-python = ">=3.9"',
            "dependencies = [",
            *lines,
            "]",
            "",
            "[project.optional-dependencies]",
            'aiohttp = ["aiohttp", "httpx_aiohttp>=0.1.9"]',
            "",
            "[tool.hatch.version]",
            f'path = "src/{api.package}/_version.py"',
            "",
            "[tool.hatch.build.targets.wheel]",
            f'packages = ["src/{api.package}"]',
            "",
        ]
    )


def _readme(api: ir.Api, description: Description) -> str:
    client, package = api.client, api.package
    options = "".join(
        f"- `{c.argument}`, or `{c.env}` in the environment: {c.doc}\n" for c in client.credentials
    )
    return f"""# {package}

Typed access to {description.title}, generated from its OpenAPI description.

```python
from {package} import {client.name}

client = {client.name}()
```

{options}- `base_url`, or `{client.base_url_env}` in the environment: where the API is.

`Async{client.name}` has the same methods, to be awaited. [api.md](api.md) lists them all.
"""
