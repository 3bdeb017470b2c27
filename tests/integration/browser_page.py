"""Neo4j Browser in a headless Chromium, as a person uses it: sign in, type, look at what is drawn."""

import base64
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1360, 960)
PATIENCE = 60_000.0  # milliseconds: two cores are shared, the page itself needs two or three seconds
_FILE_DROPPED = """([name, base64]) => {
  const carried = new DataTransfer();
  const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
  carried.items.add(new File([bytes], name));
  return carried;
}"""


def chromium() -> str:
    """The program; a machine without one fails, because the test is about what people see."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert found, "the tests look at Neo4j Browser in Chromium: `tools/system.sh browser` installs it"
    return found


@contextmanager
def opened_browser(address: str) -> Generator["BrowserPage"]:
    """Neo4j Browser at that address, in a fresh profile."""
    with sync_playwright() as program, program.chromium.launch(executable_path=chromium(), args=OPTIONS) as started:
        page = started.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        yield BrowserPage(page)


class BrowserPage:
    """What stands on the page; a frame is the answer to one command."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def sign_in(self, password: str) -> None:
        """With the user and the server that the address has filled in."""
        self._page.get_by_test_id("password").fill(password)
        self._page.get_by_test_id("connect").click()
        self.frame(":server connect").get_by_text("You are connected as user").wait_for()

    def type(self, text: str) -> Locator:
        """Types a command and runs it; gives its frame."""
        self._page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
        self._page.keyboard.press("Control+A")
        self._page.keyboard.insert_text(text)
        self._page.keyboard.press("Control+Enter")
        return self.frame(text.splitlines()[0])

    def frame(self, command: str) -> Locator:
        """The newest frame of a command that begins so."""
        named = self._page.get_by_test_id("frameCommand").filter(has_text=command)
        return self._page.get_by_test_id("frame").filter(has=named).first

    def drop(self, name: str, content: bytes) -> None:
        """A file, as if it had been pulled onto the page."""
        given = [name, base64.b64encode(content).decode("ascii")]
        carried = self._page.evaluate_handle(_FILE_DROPPED, given)
        for event in ("dragenter", "drop"):
            self._page.get_by_test_id("main").dispatch_event(event, {"dataTransfer": carried})

    def favourite(self, folder: str, name: str) -> Locator:
        """Runs a saved favourite from its drawer; gives the frame."""
        self._page.get_by_test_id("navigationFavorites").click()
        self._page.get_by_test_id(f"expandFolder-{folder}").click()
        listed = self._page.get_by_test_id("savedScriptListItem").filter(has_text=name)
        listed.hover()
        listed.get_by_test_id("savedScriptsButton-Run").click()
        return self._page.get_by_test_id("frame").first


def keep(frame: Locator, path: Path) -> None:
    """A picture of the frame."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.screenshot(path=path)


def captions(frame: Locator) -> set[str]:
    """What is written on the nodes that are drawn; a caption of several lines is several texts."""
    nodes = frame.locator("svg g.node")
    nodes.first.wait_for()
    return {" ".join(" ".join(node.locator("text").all_text_contents()).split()) for node in nodes.all()}


def colours(frame: Locator) -> set[str]:
    """The colours of the nodes."""
    rings = frame.locator("svg g.node circle.outline, svg g.node circle.b-outline")
    return {colour for ring in rings.all() if (colour := ring.get_attribute("fill"))}
