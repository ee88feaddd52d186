"""Compares what is around methods and types: exports, pages, the client, what is left out."""

from __future__ import annotations

from typing import Iterator, Mapping, Tuple

from codegen.changes.found import Found, Subject
from codegen.ir import model as ir


def compare_package(found: Found, old: ir.Api, new: ir.Api) -> None:
    _compare_exports(found, old, new)
    _compare_constants(found, dict(_constants(old)), dict(_constants(new)))
    _compare_pages(found, old, new)
    _compare_client(found, old.client, new.client)
    _compare_skipped(found, old, new)


def _thing(name: str, fact: str, resource: str = "client") -> Subject:
    return Subject(name, fact, resources=(resource,))


def _how(before: object, after: object) -> str:
    return "changed" if before and after else "added" if after else "removed"


# ------------------------------------------------------------------ names to import


def _compare_exports(found: Found, old: ir.Api, new: ir.Api) -> None:
    before = {export.name: export for export in old.exports}
    after = {export.name: export for export in new.exports}
    for name in sorted({*before, *after}):
        subject = _thing(f"{new.package}.{name}", f"export {new.package}.{name}", "package")
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            found.add(f"export-{_how(one, other)}", subject)
        elif one.in_all != other.in_all:
            found.add("export-listed" if other.in_all else "export-unlisted", subject)
    names = [{f"types.{'.'.join((*path, name))}" for path, name, _ in api.reexports}
             for api in (old, new)]  # fmt: skip
    for name in sorted(names[0] ^ names[1]):
        listed = name in names[1]
        name = f"{new.package}.{name}"
        if found.explained(f"export {name}"):
            continue
        subject = _thing(name, f"export {name}", "package")
        found.add("export-added" if listed else "export-removed", subject)


def _constants(api: ir.Api) -> Iterator[Tuple[str, str]]:
    for name, target in api.client.constants.items():
        yield f"{api.package}._client.{name}", f"{target.module}.{target.name}"
    for resource in api.walk():
        module = f"{api.package}.resources.{resource.module}"
        for name, target in {**resource.constants, **resource.functions}.items():
            listed = " (published)" if name in resource.publish else ""
            yield f"{module}.{name}", f"{target.module}.{target.name}{listed}"


def _compare_constants(found: Found, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    for name in sorted({*old, *new}):
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            subject = _thing(name, f"constant {name}", "package")
            found.add(f"constant-{_how(before, after)}", subject, before, after)


# ------------------------------------------------------------------ pages


def _compare_pages(found: Found, old: ir.Api, new: ir.Api) -> None:
    before = {page.name: page for page in old.pages}
    after = {page.name: page for page in new.pages}
    for name in sorted({*before, *after}):
        subject = _thing(name, f"page {name}", "pages")
        if name not in before or name not in after:
            found.add("page-added" if name in after else "page-removed", subject)
        else:
            _compare_page(found, subject, before[name], after[name])


def _compare_page(found: Found, subject: Subject, old: ir.Page, new: ir.Page) -> None:
    if old.items != new.items:
        found.add("page-items-changed", subject, old.items, new.items)
    turning = [", ".join(map(_step, page.next)) + f" while {page.more}" for page in (old, new)]
    if turning[0] != turning[1]:
        found.add("page-turning-changed", subject, *turning)
    before, after = dict(old.fields), dict(new.fields)
    for name in sorted({*before, *after}):
        one, other = before.get(name, ""), after.get(name, "")
        inner = subject.inner(f"{subject.name}.{name}", f"{subject.fact}.{name}")
        if one and other and one != other:
            found.add("type-changed", inner, one, other)
        elif one != other:
            found.add(f"page-field-{_how(one, other)}", inner, one, other)


def _step(step: ir.NextPage) -> str:
    return f"{step.parameter}={step.field}" + (f" when {step.when}" if step.when else "")


# ------------------------------------------------------------------ the client


def _compare_client(found: Found, old: ir.Client, new: ir.Client) -> None:
    for what, before, after in (("class", old.name, new.name), ("alias", old.alias, new.alias)):
        if before != after:
            found.add("client-renamed", _thing(after, f"client {what}"), before, after)
    credentials = [{c.argument: c for c in client.credentials} for client in (old, new)]
    for name in sorted({*credentials[0], *credentials[1]}):
        one, other = (side.get(name) for side in credentials)
        subject = _thing(name, f"client {name}")
        texts = [_sent(credential) if credential else "" for credential in (one, other)]
        if texts[0] != texts[1]:
            found.add(f"credential-{_how(one, other)}", subject, *texts)
        if one and other:
            found.words(subject, one.doc, other.doc)
    for name in sorted({*old.headers, *new.headers}):
        texts = [f"{name}: {c.headers[name]}" if name in c.headers else "" for c in (old, new)]
        if texts[0] != texts[1]:
            found.add(
                f"client-header-{_how(*texts)}", _thing(name, f"client header {name}"), *texts
            )
    for setting in ("base_url", "base_url_env", "query_arrays"):
        before, after = getattr(old, setting), getattr(new, setting)
        if before != after:
            found.add("client-changed", _thing(setting, f"client {setting}"), before, after)


def _sent(credential: ir.Credential) -> str:
    return f"{credential.env} -> {credential.header}: {credential.prefix}..."


# ------------------------------------------------------------------ what is left out


def _compare_skipped(found: Found, old: ir.Api, new: ir.Api) -> None:
    for key in sorted({*old.skipped, *new.skipped}):
        before, after = old.skipped.get(key, ""), new.skipped.get(key, "")
        if before != after:
            rules = {"added": "operation-skipped", "removed": "operation-unskipped"}
            rule = rules.get(_how(before, after), "skip-reason-changed")
            found.add(rule, _thing(key, f"skipped {key}", "package"), before, after)
