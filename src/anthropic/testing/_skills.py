"""Skills and their versions (beta)."""

from __future__ import annotations

import posixpath
from datetime import datetime
from typing import Dict, List, Optional, Tuple

from ._errors import invalid
from ._exchange import Answer, Request, json_answer
from ._multipart import Part
from ._pages import Collection, token_page
from ._state import Skill, SkillVersion, State

__all__ = [
    "create_skill",
    "create_version",
    "delete_skill",
    "delete_version",
    "list_skills",
    "list_versions",
    "retrieve_skill",
    "retrieve_version",
]


def _read_upload(parts: List[Part]) -> Tuple[str, Dict[str, str]]:
    """The folder of an uploaded skill and the front matter of its SKILL.md."""
    files = [part for part in parts if part.filename is not None]
    if not files:
        raise invalid("files: No files provided. Upload the skill's folder with a SKILL.md in it.")
    roots = {str(part.filename).partition("/")[0] for part in files if "/" in str(part.filename)}
    if len(roots) != 1 or any("/" not in str(part.filename) for part in files):
        raise invalid("files: All files must be in the same top-level folder.")
    root = roots.pop()
    for part in files:
        if ".." in str(part.filename).split("/"):
            raise invalid(f"files: The path {part.filename!r} leaves the skill's folder.")
    for part in files:
        if posixpath.normpath(str(part.filename)) == f"{root}/SKILL.md":
            return root, _front_matter(part.text)
    raise invalid(f"files: SKILL.md not found in the top-level folder {root!r}.")


def _front_matter(text: str) -> Dict[str, str]:
    """The `name: value` lines between the two `---` lines at the start."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:]]:
        raise invalid("files: SKILL.md must start with YAML front matter between two `---` lines.")
    found: Dict[str, str] = {}
    for line in lines[1:]:
        if line.strip() == "---":
            break
        name, separator, value = line.partition(":")
        if separator and not line.startswith((" ", "\t", "#")):
            found[name.strip()] = value.strip().strip("\"'")
    for name in ("name", "description"):
        if not found.get(name):
            raise invalid(f"files: The front matter of SKILL.md must set `{name}`.")
    return found


def _add_version(state: State, skill: Skill, parts: List[Part], moment: datetime) -> SkillVersion:
    if state.settings.permissive and not any(part.filename for part in parts):
        directory, matter = "skill", {"name": "skill", "description": "A skill without files."}
    elif state.settings.permissive:
        directory, matter = _lenient_upload(parts)
    else:
        directory, matter = _read_upload(parts)
    number = str(int(moment.timestamp() * 1_000_000))
    version = SkillVersion(
        id=state.ids.new("skillver", f"{skill.id} {number}"),
        skill_id=skill.id,
        version=number,
        name=matter["name"],
        description=matter["description"],
        directory=directory,
        created_at=moment,
    )
    skill.updated_at = moment
    return skill.versions.add(number, version)


def _lenient_upload(parts: List[Part]) -> Tuple[str, Dict[str, str]]:
    names = [str(part.filename) for part in parts if part.filename is not None]
    directory = names[0].partition("/")[0]
    return directory, {"name": directory, "description": f"A skill of {len(names)} files."}


def _title(parts: List[Part]) -> Optional[str]:
    return next((part.text for part in parts if part.name == "display_title"), None)


def _skill(state: State, request: Request) -> Skill:
    skill_id = request.path_params["skill_id"]
    if state.settings.permissive and state.skills.find(skill_id) is None:
        moment = state.clock.now()
        return Skill(skill_id, "custom", skill_id, moment, moment)
    return state.skills.get(skill_id)


def _version(state: State, request: Request) -> Tuple[Skill, SkillVersion]:
    skill, number = _skill(state, request), request.path_params["version"]
    if state.settings.permissive and skill.versions.find(number) is None:
        moment = state.clock.now()
        made = SkillVersion(
            f"skillver_{number}", skill.id, number, "skill", "A skill.", "skill", moment
        )
        return skill, made
    return skill, skill.versions.get(number)


def _refuse_built_in(skill: Skill) -> None:
    if skill.source == "anthropic":
        raise invalid(f"skill_id: {skill.id} is provided by Anthropic and cannot be changed")


def create_skill(state: State, request: Request) -> Answer:
    title = _title(request.parts)
    if title and not state.settings.permissive:
        if any(skill.display_title == title for skill in state.skills.items()):
            raise invalid(f"display_title: a skill with the title {title!r} already exists")
    moment = state.clock.tick()
    skill = Skill(state.ids.new("skill", request.seed), "custom", title, moment, moment)
    _add_version(state, skill, request.parts, moment)
    return json_answer(state.skills.add(skill.id, skill).show())


def retrieve_skill(state: State, request: Request) -> Answer:
    return json_answer(_skill(state, request).show())


def list_skills(state: State, request: Request) -> Answer:
    source = request.query.get("source")
    page = token_page(
        state.skills,
        request.query,
        Skill.show,
        state.settings.permissive,
        lambda skill: not source or skill.source == source,
    )
    return json_answer(page)


def delete_skill(state: State, request: Request) -> Answer:
    skill = _skill(state, request)
    _refuse_built_in(skill)
    if len(skill.versions):
        raise invalid("Cannot delete a skill with versions. Delete all its versions first.")
    if state.skills.find(skill.id) is not None:
        state.skills.remove(skill.id)
    return json_answer({"type": "skill_deleted", "id": skill.id})


def create_version(state: State, request: Request) -> Answer:
    skill = _skill(state, request)
    _refuse_built_in(skill)
    return json_answer(_add_version(state, skill, request.parts, state.clock.tick()).show())


def retrieve_version(state: State, request: Request) -> Answer:
    return json_answer(_version(state, request)[1].show())


def list_versions(state: State, request: Request) -> Answer:
    versions: Collection[SkillVersion] = _skill(state, request).versions
    page = token_page(versions, request.query, SkillVersion.show, state.settings.permissive)
    return json_answer(page)


def delete_version(state: State, request: Request) -> Answer:
    skill, version = _version(state, request)
    _refuse_built_in(skill)
    if skill.versions.find(version.version) is not None:
        skill.versions.remove(version.version)
    return json_answer({"type": "skill_version_deleted", "id": version.version})
