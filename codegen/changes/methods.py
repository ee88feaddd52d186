"""Compares methods: what callers pass, what comes back, what is sent by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterator, Mapping, Tuple

from codegen.changes.fields import compare_fields
from codegen.changes.found import Found, Subject
from codegen.changes.renames import pair
from codegen.changes.usage import READ
from codegen.ir import model as ir
from codegen.plan.expressions import references
from codegen.plan.surface import plain

Methods = Mapping[str, Tuple[ir.Resource, ir.Method]]


def methods(api: ir.Api) -> Methods:
    """Every method by the name that programs call it by."""
    return {
        ".".join((*resource.path, method.name)): (resource, method)
        for resource in api.walk()
        for method in resource.methods
    }


def compare_methods(found: Found, old: Methods, new: Methods) -> None:
    pairing = pair(
        {name: method for name, (_, method) in old.items()},
        {name: method for name, (_, method) in new.items()},
        _same_call,
    )
    for name in pairing.added:
        resource, method = new[name]
        subject = _subject(name, resource, method)
        found.add("method-added", replace(subject, new_place=method.place), after=signature(method))
    for name in pairing.removed:
        resource, method = old[name]
        subject = replace(_subject(name, resource, method), old_place=method.place)
        found.add("method-removed", subject, before=signature(method))
    for before, after in pairing.renamed:
        subject = _subject(after, *new[after])
        subject = replace(subject, old_place=old[before][1].place, new_place=new[after][1].place)
        fact = f"method {before}"
        found.add("method-renamed", subject, before, after, facts=[fact])
    for before, after in pairing.kept + pairing.renamed:
        resource, method = new[after]
        subject = _subject(after, resource, method)
        known = old[before][1]
        subject = replace(subject, old_place=known.place, new_place=method.place)
        _compare_method(found, subject, known, method)


def signature(method: ir.Method) -> str:
    """A method as programs see it, one argument a line."""
    lines = [f"{method.name}("]
    for argument in method.arguments:
        type_ = plain(argument.type) + (" | None" if argument.nullable else "")
        lines.append(f"    {argument.name}: {type_}{'' if argument.required else ' = omit'},")
    return "\n".join([*lines, f") -> {plain(method.returns)}"])


def _subject(name: str, resource: ir.Resource, method: ir.Method) -> Subject:
    exprs = [method.returns, method.result, *(a.type for a in method.arguments)]
    types = tuple(sorted({id_ for expr in exprs for id_ in references(expr)}))
    return Subject(name, f"method {name}", types=types, resources=(".".join(resource.path),))


def _same_call(before: str, after: str, old: ir.Method, new: ir.Method) -> bool:
    """Whether it is the same method under another name: what it sends and does tells."""
    if old.call is not None or new.call is not None:
        return old.call == new.call
    return old.key == new.key


def _compare_method(found: Found, subject: Subject, old: ir.Method, new: ir.Method) -> None:
    if old.key != new.key:
        found.add("endpoint-changed", subject, old.key, new.key)
    if old.deprecated != new.deprecated:
        found.add("method-deprecated" if new.deprecated else "method-restored", subject)
    _compare_answer(found, replace(subject, directions=READ), old, new)
    _compare_sent(found, subject, old, new)
    _compare_way(found, subject, old, new)
    _compare_position(found, subject, old, new)
    found.words(subject, old.doc, new.doc)
    compare_fields(found, subject, old.arguments, new.arguments, True, "{}({})")


def _compare_answer(found: Found, subject: Subject, old: ir.Method, new: ir.Method) -> None:
    if old.page != new.page:
        change = "changed" if old.page and new.page else "added" if new.page else "removed"
        found.add(f"pages-{change}", subject, old.page, new.page)
    if (old.event is None) != (new.event is None):
        before, after = (plain(m.event) if m.event is not None else "" for m in (old, new))
        found.add("stream-removed" if new.event is None else "stream-added", subject, before, after)
    elif old.event is not None and new.event is not None:
        found.values(subject, old.event, new.event, event=True)
    if old.page and new.page or old.event is not None or new.event is not None:
        results = old.result, new.result
    else:
        results = old.returns, new.returns
    if old.page == new.page:
        answer = replace(subject, name=f"{subject.name}()")
        found.values(answer, *results)
        found.none(answer, *(ir.NONE in ir.members(result) for result in results))


def _compare_sent(found: Found, subject: Subject, old: ir.Method, new: ir.Method) -> None:
    before, after = (dict(_headers(method)) for method in (old, new))
    for name in sorted({*before, *after}):
        values = before.get(name, ""), after.get(name, "")
        if values[0] != values[1]:
            change = "changed" if all(values) else "added" if values[1] else "removed"
            texts = [f"{name}: {value}" if value else "" for value in values]
            found.add(f"header-{change}", subject, *texts, facts=[f"{subject.fact} header"])


def _headers(method: ir.Method) -> Iterator[Tuple[str, str]]:
    yield from method.headers
    for name, values in method.header_defaults.items():
        yield name, ",".join(values)


def _compare_way(found: Found, subject: Subject, old: ir.Method, new: ir.Method) -> None:
    views = (
        ("with_raw_response", old.raw, new.raw),
        ("with_streaming_response", old.streamed, new.streamed),
    )
    for view, before, after in views:
        if before != after:
            found.add("view-added" if after else "view-removed", subject,
                      view if before else "", view if after else "")  # fmt: skip
    if old.coroutine != new.coroutine:
        found.add("coroutine-added" if new.coroutine else "coroutine-removed", subject)
    if _helpers(old) != _helpers(new):
        found.add("helper-changed", subject, _helpers(old), _helpers(new))
    if old.event is None and new.event is None or old.kind == new.kind == "derived":
        texts = [[_variant(variant) for variant in method.variants] for method in (old, new)]
        if texts[0] != texts[1]:
            found.add("overloads-changed", subject, *("\n".join(text) for text in texts))


def _helpers(method: ir.Method) -> str:
    named = [f"{t.module}.{t.name}" for t in (method.prepare, method.call) if t is not None]
    named += [f"{method.follow.method}().{method.follow.url}"] if method.follow else []
    return ", ".join(named)


def _variant(variant: ir.Variant) -> str:
    default = "" if variant.required else " = omit"
    return f"{plain(variant.type)}{default} -> {plain(variant.returns)}"


def _compare_position(found: Found, subject: Subject, old: ir.Method, new: ir.Method) -> None:
    before, after = _positional(old), _positional(new)
    names = {argument.wire: argument.name for argument in new.arguments}
    if before == after or (before and after and names.get(old.arguments[0].wire) == after):
        return  # only its name is another
    change = "changed" if before and after else "added" if after else "removed"
    found.add(f"positional-{change}", subject, before, after)


def _positional(method: ir.Method) -> str:
    first = next(iter(method.arguments), None)
    return first.name if first is not None and first.location == "path" and first.required else ""
