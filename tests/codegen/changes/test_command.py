"""`python -m codegen diff`: what it compares, where its reports go, what it says when it cannot."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import List

import pytest

from codegen.__main__ import main
from codegen.changes.entries import Change, Comparison
from codegen.changes.rules import Level
from codegen.changes.text import markdown
from tests.codegen.zoo import FILES, build, fingerprint

FIELD = "        id: {type: string}\n"
MORE = "        id: {type: string}\n        age: {type: integer}\n"


def git(folder: Path, *arguments: str) -> None:
    names = [
        "-c",
        "user.name=zoo",
        "-c",
        "user.email=zoo@zoo.example",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def change(root: Path, before: str = FIELD, after: str = MORE) -> None:
    file = root / FILES["spec"]
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with two commits and a tag: the second gives animals an age."""
    root = tmp_path / "project"
    build(root)
    git(root.parent, "init", "--quiet", "--initial-branch=main", str(root))
    for message in ("Open the zoo", "Ask for the age"):
        git(root, "add", ".")
        git(root, "commit", "--quiet", "-m", message)
        if message == "Open the zoo":
            git(root, "tag", "first")
            change(root)
    return root


def diff(root: Path, *arguments: str) -> int:
    return main(["diff", *arguments, "--root", str(root)])


@pytest.mark.parametrize("sides", [("first", "main"), ("HEAD~1", "HEAD"), ("first", ".")])
def test_revisions(
    project: Path,
    sides: List[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project)
    before = fingerprint(project)
    assert diff(project, *sides) == 0
    said = capsys.readouterr().out
    assert f"What users notice between {sides[0]} and {sides[1]}" in said
    assert "ADDITION (1)" in said and "`types.Animal` has `age`" in said
    place = "" if sides[1] == "." else f"{sides[1]}:"
    assert (
        f"      {place}openapi/anthropic.yml:42 (#/components/schemas/Animal/properties/age)"
        in said
    )
    assert said.endswith("a minor version: programs go on working (1 addition).\n")
    after = fingerprint(project)
    assert {k: v for k, v in after.items() if not k.startswith(".git/")} == {
        k: v for k, v in before.items() if not k.startswith(".git/")
    }


def test_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("old", "new"):
        build(tmp_path / name)
    change(tmp_path / "new")
    assert diff(tmp_path / "old", str(tmp_path / "old"), str(tmp_path / "new")) == 0
    assert "`types.Animal` has `age`" in capsys.readouterr().out


def test_files_share_the_configuration_of_the_project(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.yml", tmp_path / "new.yml"
    text = (project / FILES["spec"]).read_text("utf-8")
    old.write_text(text, "utf-8")
    new.write_text(text.replace("        age: {type: integer}\n", ""), "utf-8")
    assert diff(project, str(old), str(new)) == 0
    said = capsys.readouterr().out
    assert "BREAKING (1)" in said and "`types.Animal` no longer has `age`" in said
    assert said.endswith("a major version: programs may break (1 breaking).\n")


def test_a_file_with_a_configuration_beside_it(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path / "other")
    sdk = tmp_path / "other" / FILES["sdk"]
    sdk.write_text(sdk.read_text("utf-8").replace("https://zoo.example", "https://a.example"))
    assert diff(project, str(project / FILES["spec"]), str(tmp_path / "other" / FILES["spec"])) == 0
    said = capsys.readouterr().out
    assert "clients: base_url is https://a.example, was https://zoo.example" in said


def test_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(project, "main", "HEAD") == 0
    said = capsys.readouterr().out
    assert "no version: nothing has changed that users notice (no entries)" in said


def test_several_files_at_once(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "reports"
    files = [out / f"changes.{suffix}" for suffix in ("md", "html", "json", "txt")]
    arguments = [word for file in files for word in ("-o", str(file))]
    assert diff(project, "first", "main", *arguments) == 0
    markdown, html, data, text = (file.read_text("utf-8") for file in files)
    assert "### Addition (1)" in markdown and "- `types.Animal` has `age` <sub>`main:" in markdown
    assert html.startswith("<!DOCTYPE html>") and "src=" not in html and "href=" not in html
    assert "ADDITION (1)" in text
    parsed = json.loads(data)
    assert parsed["advice"] == "minor" and parsed["counts"]["addition"] == 1
    (entry,) = parsed["changes"]
    assert entry["class"] == "addition" and entry["rule"] == "field-added"
    assert entry["subject"] == "types.Animal.age" and entry["resources"] == ["animals"]
    assert entry["after"] == "int | None (optional)"
    assert entry["place"] == {
        "file": "main:openapi/anthropic.yml",
        "line": 42,
        "pointer": "#/components/schemas/Animal/properties/age",
    }


def test_a_format_for_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(project, "first", "main", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["old"] == "first"


def test_markdown_says_what_it_means(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a description holds cannot become markup of the comment it is shown in."""
    values = "'*a*', '`</details>', '[b](c)', 'd|e'"
    change(project, FIELD, f"        id: {{enum: [{values}]}}\n")
    assert diff(project, "main", str(project), "--format", "markdown") == 0
    (entry,) = [line for line in capsys.readouterr().out.splitlines() if "types.Animal.id" in line]
    message = entry.partition(" <sub>")[0]
    outside, inside = message.split("`")[::2], message.split("`")[1::2]
    assert "".join(inside).count("'*a*' | ") == 1
    assert not set("".join(outside)) & set("*<>[]|")


def test_markdown_fits_into_a_comment() -> None:
    """The gravest entries stay; how many do not fit is said."""
    entries = [
        Change(f"rule-{n}", level, f"subject.{n}", f"`subject.{n}` {'has changed ' * 10}")
        for level in (Level.BREAKING, Level.ADDITION)
        for n in range(400)
    ]
    text = markdown(Comparison("old", "new", tuple(entries)))
    assert 55_000 < len(text) < 65_536
    assert "### Breaking (400)" in text and "### Addition (400)" in text
    shown = text.count("- `subject.")
    assert shown >= 400 and f"- … and {800 - shown} more, which the page shows" in text


# ------------------------------------------------------------------ what cannot be compared


def test_sides_that_do_not_exist(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are reported; nothing is said about changes."""
    assert diff(project, "secnod", str(project / "openapi")) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "`secnod` is no folder, no file and no revision of the project" in captured.err
    assert "holds no openapi/sdk.yml" in captured.err
    assert (
        "hint: name a folder that holds openapi/, a description file, or a git rev" in captured.err
    )
    assert "2 problems; no file was touched" in captured.err


def test_a_revision_without_a_description(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(project, "checkout", "--quiet", "--orphan", "empty")
    git(project, "rm", "-rfq", ".")
    git(project, "commit", "--quiet", "--allow-empty", "-m", "Start anew")
    assert diff(project, "empty", "main") == 1
    assert "the revision `empty` holds no openapi/ or no src/" in capsys.readouterr().err


def test_an_operand_is_no_option_of_git(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--root", str(project), "--", "--output=stolen", "main"]) == 1
    assert "`--output=stolen` is no folder" in capsys.readouterr().err
    assert not (project / "stolen").exists()


def test_a_description_that_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said where, in words that do not name the folder it was unpacked to."""
    change(project, "{type: object, properties: {street: {type: string}}}", "{type: objekt}")
    git(project, "commit", "--quiet", "-am", "Break it")
    assert diff(project, "main~1", "main") == 1
    captured = capsys.readouterr().err
    assert "main:openapi/anthropic.yml:" in captured and "objekt" in captured
    assert "codegen-diff-" not in captured


def test_a_missing_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(project, "main", "openapi/old.yml") == 1
    assert "cannot read" in capsys.readouterr().err


def test_two_descriptions_in_one_folder(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = project / FILES["spec"]
    spec.rename(spec.with_name("one.yml"))
    assert diff(project, "main", str(project)) == 0
    capsys.readouterr()
    (project / "openapi" / "two.json").write_text("{}", "utf-8")
    assert diff(project, "main", str(project)) == 1
    assert "holds 2 descriptions in openapi/, not one" in capsys.readouterr().err
