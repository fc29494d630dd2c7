"""A headless Chromium for the tests of pages; without one they fail, they are never skipped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver

Open = Callable[[str], webdriver.Chrome]


def _found(*names: str) -> str:
    """Return the path of the first program that is installed."""
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.fail(f"no {' or '.join(names)}: apt-get install chromium chromium-driver", pytrace=False)


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    """Start Chromium once, without a network."""
    options = webdriver.ChromeOptions()
    options.binary_location = _found("chromium", "chromium-browser", "google-chrome")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(_found("chromedriver", "chromium-driver")))
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["http://*", "https://*", "ws://*"]})
    yield browser
    browser.quit()


@pytest.fixture
def screen(chromium: webdriver.Chrome) -> Callable[[str, int, int], None]:
    """Return what sets the colour scheme of the reader's system and the size of the window."""

    def set_screen(scheme: str, width: int, height: int) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    return set_screen


@pytest.fixture
def show(chromium: webdriver.Chrome, tmp_path: Path, screen: Callable[[str, int, int], None]) -> Iterator[Open]:
    """Return what opens a page, light and 1100 wide; afterwards the console must have said nothing."""
    screen("light", 1100, 900)

    def open_page(source: str) -> webdriver.Chrome:
        path = tmp_path / "page.html"
        path.write_text(source, encoding="utf-8")
        chromium.get(path.as_uri())
        return chromium

    yield open_page
    assert chromium.get_log("browser") == []  # type: ignore[no-untyped-call]
