"""Checks the pages that `advisor` writes, in a real browser: see .ci/page-check."""

import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from devtools import Browser

ADVISOR, PROGRAM, AXE, MERMAID, NU = map(os.path.abspath, sys.argv[1:6])
DATE = pathlib.Path(".ci/review-date").read_text().strip()
# The pages to look at: every edition in both languages; each of the platforms wins one of these profiles, and one knows
# hardly anything. Offers are printed for all profiles, in German, whose words are longer.
PAGES = [("muster-bank", "customer", "de"), ("muster-bank", "offer", "de"), ("muster-bank", "offer", "en"),
         ("muster-shop", "customer", "en"), ("muster-shop", "offer", "de"), ("muster-shop", "internal", "de"),
         ("first-meeting-manufacturer", "customer", "de"), ("first-meeting-manufacturer", "internal", "en")]
PROFILES = sorted(path.stem for path in pathlib.Path("Profiles").glob("*.json"))
# Looked at with every kind of page: a laptop in daylight, a phone at night.
VIEWS = [("light", 1280, 800), ("dark", 390, 844)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

problems = []


def problem(text):
    problems.append(text)
    print("  ✗ " + text)


def advisor(*words, place=None, environment=None):
    done = subprocess.run([ADVISOR, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          cwd=place, env=environment)
    if done.returncode != 0:
        problem(f"advisor {' '.join(map(str, words))}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def report(page, folder, **surroundings):
    """The page and the Markdown of a profile, an edition and a language."""
    profile, edition, language = page
    name = folder / ".".join(page)
    advisor("report", f"Profiles/{profile}.json", "--lang", language, "--edition", edition, "--date", DATE,
            "--draws", "300", "-o", f"{name}.html", "-o", f"{name}.md", **surroundings)


def write(folder):
    offers = [(profile, "offer", "de") for profile in PROFILES]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda page: report(page, folder), sorted(set(PAGES + offers))))
    for language in ["en", "de"]:
        advisor("questions", "--lang", language, "-o", folder / f"questions.{language}.html")


def check_bytes(folder):
    """The same report from another folder, in another time zone and locale, has the same bytes, and verifies."""
    elsewhere = folder / "else where"
    for name in ["Rules", "Profiles"]:
        shutil.copytree(name, elsewhere / name)
    surroundings = {"place": elsewhere, "environment": {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8",
                                                         "LANG": "tr_TR.UTF-8"}}
    for page in PAGES[:3]:
        report(page, elsewhere, **surroundings)
        for ending in ["html", "md"]:
            name = ".".join(page) + "." + ending
            if (folder / name).read_bytes() != (elsewhere / name).read_bytes():
                problem(f"{name} has other bytes in another folder, time zone and locale")
        told = advisor("verify", folder / (".".join(page) + ".html"), **surroundings)
        if not told.startswith("identical"):
            problem(f"{page}: verify says {told!r}")


def check_validity(pages):
    done = subprocess.run(["java", "-Xss8m", "-jar", NU, "--format", "json", "--exit-zero-always", *map(str, pages)],
                          capture_output=True, text=True)
    try:
        messages = json.loads(done.stderr)["messages"]
    except ValueError:
        problem("the HTML checker gave no answer: " + done.stderr[-300:])
        return
    seen = set()
    for message in messages:
        name = pathlib.Path(message.get("url", "")).name
        if (name, message["message"]) in seen:
            continue
        seen.add((name, message["message"]))
        # True, and meant: such a browser shows its usual keys; and the form refuses years with five digits.
        if "“inputmode” attribute is not supported" in message["message"] or "Year may be mistyped" in message["message"]:
            continue
        problem(f"{name}:{message.get('lastLine')}: {message['message']}  {message.get('extract', '')!r}")


def check_silence(name, events):
    """No request but the page itself, nothing on the console, no breach of the policy."""
    for event in events:
        parameters = event.get("params", {})
        method = event.get("method")
        if method == "Network.requestWillBeSent" and parameters.get("type") != "Document" \
                and not parameters["request"]["url"].startswith("data:"):
            problem(f"{name} asks for {parameters['request']['url'][:120]}")
        if method == "Log.entryAdded":
            problem(f"{name} logs: {parameters['entry']['text'][:300]}")
        if method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            problem(f"{name} logs: {json.dumps(parameters)[:300]}")


def check_access(browser, page, axe):
    name = page.name
    for scheme, width, height in VIEWS:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                     mobile=width < 600)
        check_silence(name, browser.open(page.as_uri()))
        if browser.evaluate("document.documentElement.scrollWidth") > width:
            problem(f"{name} is wider than {width} pixels")
        # Folded parts count, too.
        browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        browser.evaluate(axe)
        found = browser.evaluate(
            "axe.run(document, {resultTypes: ['violations'], runOnly: " + json.dumps(RULES) + "}).then(found => "
            "found.violations.map(one => [one.id, one.help, one.nodes.length, one.nodes[0].html.slice(0, 200), "
            "one.nodes[0].failureSummary]))")
        for rule, text, count, node, summary in found:
            problem(f"{name}, {scheme}, {width} px: {rule} ({text}), {count} places, such as {node}: {summary}")


def check_print(browser, page):
    browser.open(page.as_uri())
    printed = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    pages = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed)))
    if not 2 <= pages <= 4:
        problem(f"{page.name} has {pages} printed pages, and an offer has 2 to 4")
    return pages


def check_drawings(browser, texts, mermaid):
    browser.open("about:blank")
    browser.evaluate(mermaid)
    browser.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
    count = 0
    for text in texts:
        for block in re.findall(r"^```mermaid\n(.*?)^```", text.read_text(), re.S | re.M):
            count += 1
            try:
                browser.evaluate(f"mermaid.parse({json.dumps(block)}).then(() => true)")
            except RuntimeError as error:
                problem(f"{text.name}: Mermaid cannot read the drawing: {error}")
    if count == 0:
        problem("no drawing was found in the Markdown")
    return count


def main():
    started = time.monotonic()
    def passed(text):
        print(f"{time.monotonic() - started:5.0f} s  {text}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write(folder)
        pages = [folder / (".".join(page) + ".html") for page in PAGES] + sorted(folder.glob("questions.*.html"))
        offers = sorted(folder.glob("*.offer.*.html"))
        passed(f"{len(pages)} pages and {len(offers)} offers written")
        if problems:
            return
        check_bytes(folder)
        passed("the same bytes elsewhere")
        check_validity(pages)
        passed("HTML checked")
        with Browser(PROGRAM) as browser:
            axe = pathlib.Path(AXE).read_text() + "; null"
            for page in pages:
                check_access(browser, page, axe)
            passed(f"{len(pages)} pages looked at in {len(VIEWS)} ways")
            browser.call("Emulation.clearDeviceMetricsOverride")
            counts = [check_print(browser, page) for page in offers]
            passed(f"{len(offers)} offers printed, {min(counts)} to {max(counts)} pages")
            drawings = check_drawings(browser, sorted(folder.glob("*.md")), pathlib.Path(MERMAID).read_text() + "; null")
            passed(f"{drawings} drawings read by Mermaid")


main()
if problems:
    print(f"{len(problems)} problems")
    sys.exit(1)
print("The pages are valid, accessible and silent")
