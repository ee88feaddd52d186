"""Compares types: models that come back, types of parameters, names for unions and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional

from codegen.changes.fields import compare_fields, similar, spelled
from codegen.changes.found import Found, Subject
from codegen.changes.renames import pair
from codegen.changes.shapes import Side, Types
from codegen.diagnostics import NOWHERE
from codegen.ir import model as ir
from codegen.plan.surface import plain

_ROUNDS = 3  # a type can be recognised by types that were recognised before


def renamed_types(old: Types, new: Types) -> Dict[str, str]:
    """Types that have another name or place now, and else are the same: old id -> new id."""
    names: Dict[str, str] = {}
    for _ in range(_ROUNDS):
        left = {id_: item for id_, item in old.items() if id_ not in new and id_ not in names}
        come = {
            id_: item for id_, item in new.items() if id_ not in old and id_ not in names.values()
        }
        shapes = {
            **{id(item): _shape(item, left, Side(old, names)) for item in left.values()},
            **{id(item): _shape(item, come, Side(new, {})) for item in come.values()},
        }
        found = pair(left, come, _Alike(shapes)).renamed
        if not found:
            break
        names.update(found)
    return names


@dataclass(frozen=True)
class _Alike:
    shapes: Mapping[int, object]

    def __call__(self, before: str, after: str, old: ir.TypeDef, new: ir.TypeDef) -> bool:
        if self.shapes[id(old)] != self.shapes[id(new)]:
            return False
        return _telling(old) or similar(old.name, new.name)


def _shape(definition: ir.TypeDef, unknown: Mapping[str, object], side: Side) -> object:
    """What a type is, without its name; types that only one side has count as one."""
    blank = Side(side.types, {**side.names, **dict.fromkeys(unknown, "?")})
    if isinstance(definition, ir.AliasType):
        return definition.role, blank.common(definition.type)
    fields = [
        (f.name, f.wire, f.required, f.nullable, blank.common(f.type)) for f in definition.fields
    ]
    return definition.role, tuple(map(blank.common, definition.bases)), fields


def _telling(definition: ir.TypeDef) -> bool:
    """Whether two types of this shape are hardly the same by chance."""
    if isinstance(definition, ir.AliasType):
        return isinstance(definition.type, (ir.UnionOf, ir.Literal))
    constant = any(isinstance(f.type, ir.Literal) for f in definition.fields)
    return len(definition.fields) > 1 or constant


def compare_types(found: Found, old: Types, new: Types, names: Mapping[str, str]) -> None:
    for id_ in new:
        if id_ not in old and id_ not in names.values():
            subject = _subject(found, new[id_], None, new[id_])
            facts = exports(found.package, new[id_])
            found.add("class-added", subject, after=outline(new[id_]), facts=facts)
    for id_ in old:
        if id_ not in new and id_ not in names:
            subject = _subject(found, old[id_], old[id_], None)
            facts = exports(found.package, old[id_])
            found.add("class-removed", subject, before=outline(old[id_]), facts=facts)
    for before, after in names.items():
        one, other = old[before], new[after]
        rule = "class-moved" if one.name == other.name else "class-renamed"
        subject = _subject(found, other, one, other)
        facts = [f"{one.role} {before}"]
        facts += [name for item in (one, other) for name in exports(found.package, item)]
        found.add(rule, subject, f"types.{before}", f"types.{after}", facts=facts)
    for id_, definition in old.items():
        same = names.get(id_, id_)
        if same in new and definition != new[same]:
            _compare(found, definition, new[same])


def exports(root: str, definition: ir.TypeDef) -> List[str]:
    """The beginnings of the lines of api.txt that list the type's name for import."""
    home = definition.home.package
    packages = (home, ()) if home == ("shared",) else (home,)
    names = [".".join((root, "types", *package, definition.name)) for package in packages]
    return [f"export {name}" for name in names]


def outline(definition: ir.TypeDef) -> str:
    """A type as programs see it, one field or alternative a line."""
    if isinstance(definition, ir.AliasType):
        return f"{definition.name} = {plain(definition.type)}"
    bases = ", ".join(map(plain, definition.bases))
    lines = [f"class {definition.name}({bases or definition.role}):"]
    lines += [f"    {item.name}: {spelled(item)}" for item in definition.fields]
    return "\n".join(lines)


def _subject(
    found: Found, shown: ir.TypeDef, old: Optional[ir.TypeDef], new: Optional[ir.TypeDef]
) -> Subject:
    directions = (found.new if new is not None else found.old).directions[shown.id]
    return Subject(
        name=f"types.{shown.id}",
        fact=f"{shown.role} {shown.id}",
        old_place=old.place if old is not None else NOWHERE,
        new_place=new.place if new is not None else NOWHERE,
        directions=directions,
        types=(shown.id,),
        resources=found.type_resources(shown.id),
    )


def _compare(found: Found, old: ir.TypeDef, new: ir.TypeDef) -> None:
    subject = _subject(found, new, old, new)
    if old.role != new.role or type(old) is not type(new):
        found.add("class-kind-changed", subject, *(_kind(item) for item in (old, new)))
        return
    if old.public != new.public:
        found.add("export-listed" if new.public else "export-unlisted", subject)
    found.words(subject, old.doc, new.doc)
    if isinstance(old, ir.AliasType) and isinstance(new, ir.AliasType):
        _compare_alias(found, subject, old, new)
    elif isinstance(old, ir.ClassType) and isinstance(new, ir.ClassType):
        _compare_bases(found, subject, old, new)
        written = old.role == "param"
        compare_fields(found, subject, old.fields, new.fields, written, "{}.{}")
        if dict(old.config) != dict(new.config) or old.total != new.total:
            found.add("otherwise-changed", subject, *(str(dict(c.config)) for c in (old, new)))


def _kind(definition: ir.TypeDef) -> str:
    if isinstance(definition, ir.AliasType):
        return f"a name for {plain(definition.type)}"
    return "a model" if definition.role == "model" else "a TypedDict"


def _compare_alias(found: Found, subject: Subject, old: ir.AliasType, new: ir.AliasType) -> None:
    if old.deprecated != new.deprecated:
        rule = "class-deprecated" if new.deprecated else "class-restored"
        found.add(rule, subject, old.deprecated, new.deprecated)
    event = new.id in found.new.events
    found.values(subject, old.type, new.type, event)
    found.none(subject, *(ir.NONE in ir.members(item.type) for item in (old, new)))


def _compare_bases(found: Found, subject: Subject, old: ir.ClassType, new: ir.ClassType) -> None:
    before = [plain(found.shapes.old.common(base)) for base in old.bases]
    after = [plain(found.shapes.new.common(base)) for base in new.bases]
    for base in after:
        if base not in before:
            found.add("base-added", subject, after=base)
    for base in before:
        if base not in after:
            found.add("base-removed", subject, before=base)
