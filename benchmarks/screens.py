"""How fast the screens are: the first screen, an example to its map, a click to its popup and card, a rerun of the map.

Run as `python -m benchmarks.screens`; needs a Chromium, and takes the gazetteer's index as built.
"""

from __future__ import annotations

import statistics
import time

from playwright.sync_api import sync_playwright

from benchmarks.screenshots import EXAMPLE, SWITCHES, open_page, run_app
from geo.bootstrap.browser import find_or_install_browser
from geo.view.map import draw_map

RERUNS = 30
CLICK = """() => { const times = [];
for (const { mark, layers } of [...datelineMap.drawn.values()]) {
  if (!mark.events.length) continue;
  const layer = layers[layers.length - 1];
  const start = performance.now();
  layer.fire("click", { latlng: L.latLng(mark.lat, mark.lon) });
  if (!document.querySelector(".leaflet-popup-content")) throw new Error("no popup");
  times.push(performance.now() - start);
}
return times; }"""


def main() -> None:
    """Prints one line a measure, in milliseconds."""
    draw_map()
    reruns = []
    for _ in range(RERUNS):
        start = time.perf_counter()
        draw_map()
        reruns.append(1000 * (time.perf_counter() - start))
    print(f"st_folium, one rerun: {statistics.median(reruns):.0f} (wanted: under 50)")
    with run_app() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_or_install_browser()), args=list(SWITCHES))
        for visit in ("first visit", "second visit"):
            start = time.perf_counter()
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(url)
            page.locator('[class*="st-key-example-"] button').first.wait_for(timeout=120_000)
            print(f"first screen, {visit}: {1000 * (time.perf_counter() - start):.0f} (wanted: under 5000)")
            page.close()
        page = open_page(browser, url, 1440, 900, "light")
        start = time.perf_counter()
        page.locator('[class*="st-key-example-"] button').nth(EXAMPLE).click()
        frame = page.frame_locator('iframe[title*="st_folium"]')
        frame.locator("html[data-ready]").wait_for(state="attached", timeout=120_000)
        print(f"example to its map: {1000 * (time.perf_counter() - start):.0f}")
        page.wait_for_timeout(1000)
        inside = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
        print(f"mark to popup, card and sentence: {statistics.median(inside.evaluate(CLICK)):.0f} (wanted: under 50)")
        browser.close()


if __name__ == "__main__":
    main()
