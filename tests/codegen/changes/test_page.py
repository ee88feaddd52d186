"""The page for reviewers, as they meet it: opened from the disk in Chromium, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, List

import pytest

from codegen.changes.entries import Comparison
from codegen.changes.generated import Finder
from codegen.changes.page import page
from codegen.changes.report import compared
from tests.browser.chromium import Page, browser
from tests.codegen.changes.case import Case, sides

SCREENSHOT = Path(__file__).resolve().parents[3] / "docs" / "change-report.png"
PNG = b"\x89PNG\r\n\x1a\n"

# A change of every class; the words of one would be markup, if they were not escaped.
EDITS = Case(
    "page",
    "a bit of everything",
    [
        {"at": ["CreateAnimal", "properties", "mood"], "new": {"enum": ["calm", "<b>wild</b>"]}},
        {"at": ["CreateAnimal", "properties", "size"], "old": {"type": "integer"}},
        {"at": ["Animal", "properties", "age"], "new": {"type": "integer"}},
        {"at": ["Animal", "properties", "diet"], "old": {"enum": ["meat"]},
         "new": {"enum": ["meat", "plants"]}},
        {"at": ["House", "deprecated"], "new": True},
        {"at": ["paths", "/animals", "get", "deprecated"], "new": True},
        {"at": ["paths", "/animals", "get", "description"], "old": "All animals.",
         "new": "All animals, </script><script>document.title = 'broken'</script>"},
        {"at": ["sdk", "resources", "animals", "methods", "watch", "place"]},
        {"at": ["sdk", "exports", "_client"], "old": ["Zoo"], "new": ["Zoo", "AsyncZoo"]},
    ],
    (),
    "major",
)  # fmt: skip


@pytest.fixture(scope="module")
def comparison_and_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Comparison, Path]:
    folder = tmp_path_factory.mktemp("page")
    before, after = sides(folder, EDITS)
    comparison = compared(before, after)
    file = folder / "changes.html"
    file.write_text(page(comparison, Finder(before, after)), encoding="utf-8")
    return comparison, file


@pytest.fixture(scope="module")
def comparison(comparison_and_file: tuple[Comparison, Path]) -> Comparison:
    return comparison_and_file[0]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        opened.offline()
        yield opened


@pytest.fixture
def report(chromium: Page, comparison_and_file: tuple[Comparison, Path]) -> Page:
    chromium.open(comparison_and_file[1].as_uri())
    return chromium


def shown(report: Page) -> List[str]:
    """The messages of the entries that can be seen."""
    script = "[...document.querySelectorAll('article')].filter(e => e.checkVisibility())"
    messages: List[str] = report.run(script + ".map(e => e.querySelector('.message').textContent)")
    return messages


def messages(comparison: Comparison) -> List[str]:
    return [change.message.replace("`", "") for change in comparison.changes]


def test_shows_every_entry_and_the_advice(report: Page, comparison: Comparison) -> None:
    assert shown(report) == messages(comparison)
    assert len({change.level for change in comparison.changes}) == 5
    assert report.run("document.getElementById('advice').textContent") == "major"
    count = len(comparison.changes)
    assert report.run("document.getElementById('shown').textContent") == f"{count} of {count}"


def test_asks_for_nothing_but_itself(
    report: Page, comparison_and_file: tuple[Comparison, Path]
) -> None:
    report.click("details.generated summary")
    assert set(report.requests) == {comparison_and_file[1].as_uri()}


def test_words_of_the_description_are_only_words(report: Page) -> None:
    assert report.run("document.title").startswith("SDK changes from old to new")
    assert report.run("document.querySelectorAll('article b').length") == 0


def test_search(report: Page, comparison: Comparison) -> None:
    report.press("/")
    report.type("CREATE mood")
    assert shown(report) == ["animals.create takes mood"]
    report.run("document.getElementById('search').select()")
    report.type("there is no such thing")
    assert shown(report) == []
    assert report.run("document.getElementById('nothing').checkVisibility()") is True
    report.run("document.getElementById('search').select()")
    report.press("Backspace")


def test_filter_by_class(report: Page, comparison: Comparison) -> None:
    report.click("button[data-level=addition]")
    rest = [c.message.replace("`", "") for c in comparison.changes if c.level.title != "addition"]
    assert shown(report) == rest and len(rest) < len(comparison.changes)
    report.click("button[data-level=breaking]")
    assert len(shown(report)) < len(rest)
    report.click("button[data-level=breaking]")
    report.click("button[data-level=addition]")
    assert shown(report) == messages(comparison)


def test_filter_by_resource(report: Page, comparison: Comparison) -> None:
    names = report.run("[...document.querySelectorAll('option')].map(o => o.value)")
    assert names == ["", "animals", "package"]
    choose = """(() => { const s = document.getElementById('resource'); s.value = 'animals';
                s.dispatchEvent(new Event('change')); })()"""
    report.run(choose)
    mine = [c for c in comparison.changes if "animals" in c.resources]
    assert shown(report) == [c.message.replace("`", "") for c in mine]
    assert len(mine) < len(comparison.changes)


def test_before_after_and_place(report: Page, comparison_and_file: tuple[Comparison, Path]) -> None:
    comparison, file = comparison_and_file
    change = next(c for c in comparison.changes if c.subject == "types.Animal.age")
    entry = f"document.querySelectorAll('article')[{comparison.changes.index(change)}]"
    assert report.run(f"{entry}.querySelector('.before').textContent") == "—"
    assert report.run(f"{entry}.querySelector('.after').textContent") == "int | None (optional)"
    place = report.run(f"{entry}.querySelector('.where').textContent")
    assert place == f"{change.place.file}:{change.place.line} {change.place.pointer}"
    assert change.place.pointer == "#/components/schemas/Animal/properties/age"
    lines = (file.parent / "new" / change.place.file).read_text("utf-8").splitlines()
    assert '"age"' in lines[change.place.line - 1]


def test_generated_lines_on_demand(report: Page, comparison: Comparison) -> None:
    index = next(i for i, c in enumerate(comparison.changes) if c.subject == "types.Animal.age")
    report.run(f"document.querySelectorAll('article')[{index}].id = 'age'")
    assert report.run("document.querySelectorAll('#age .hunk').length") == 0
    report.click("#age details.generated summary")
    report.run("new Promise(done => setTimeout(done, 0))")
    text = report.run("document.querySelector('#age details.generated').innerText")
    assert "src/anthropic/types/animal.py" in text
    assert "+    age: Optional[int] = None" in text


def test_the_screenshot_in_the_documents(
    report: Page, comparison: Comparison, request: pytest.FixtureRequest
) -> None:
    """`--update-golden` takes it anew; it shows the page at its size, and no other."""
    index = next(i for i, c in enumerate(comparison.changes) if c.subject == "types.Animal.age")
    report.run(f"document.querySelectorAll('article')[{index}].id = 'age'")
    report.run("document.querySelector('#age details.generated').open = true")
    report.run("new Promise(done => setTimeout(done, 0))")
    report.run("window.scrollTo(0, 0)")
    taken = report.screenshot()
    if request.config.getoption("--update-golden", default=False):
        SCREENSHOT.parent.mkdir(exist_ok=True)
        SCREENSHOT.write_bytes(taken)
    kept = SCREENSHOT.read_bytes()
    assert kept.startswith(PNG) and len(kept) < 200_000
    assert kept[16:24] == taken[16:24], "another size: run pytest with --update-golden"
