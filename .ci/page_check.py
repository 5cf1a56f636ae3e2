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
import unicodedata
from concurrent.futures import ThreadPoolExecutor

ADVISOR, PROGRAM, AXE, MERMAID, NU, PYPDF = map(os.path.abspath, sys.argv[1:7])
sys.dont_write_bytecode = True
sys.stdout.reconfigure(line_buffering=True)
sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), PYPDF]
from devtools import Browser  # noqa: E402
from pypdf import PdfReader  # noqa: E402

DATE = pathlib.Path(".ci/review-date").read_text().strip()
PROFILES = sorted(path.stem for path in pathlib.Path("Profiles").glob("*.json"))
EDITIONS, LANGUAGES = ["customer", "offer", "internal"], ["de", "en"]
# The pages to look at: every edition in both languages of three profiles that the others resemble (each of two platforms
# wins one, and one knows hardly anything), and every other profile once, in turn in the one and the other language and in
# all editions. With ADVISOR_ALL_PAGES=1: all profiles in both languages and all editions.
ALL = [(profile, edition, language) for profile in PROFILES for edition in EDITIONS for language in LANGUAGES]
MAIN = [("muster-bank", "customer", "de"), ("muster-bank", "offer", "de"), ("muster-bank", "offer", "en"),
        ("muster-shop", "customer", "en"), ("muster-shop", "offer", "de"), ("muster-shop", "internal", "de"),
        ("first-meeting-manufacturer", "customer", "de"), ("first-meeting-manufacturer", "internal", "en")]
OTHERS = [(profile, EDITIONS[place % 3], LANGUAGES[place // 3 % 2]) for place, profile in enumerate(PROFILES)
          if profile not in {page[0] for page in MAIN}]
PAGES = ALL if os.environ.get("ADVISOR_ALL_PAGES") == "1" else MAIN + OTHERS
# Printed by the advisor itself and read again.
PRINTED = [("muster-bank", "customer", "de"), ("muster-shop", "internal", "en"), ("muster-saas", "offer", "en"),
           ("first-meeting-manufacturer", "customer", "en"), ("muster-industry", "offer", "de")]
OFFERS = [page for page in ALL if page[1] == "offer"]
# Looked at with every kind of page: a laptop in daylight, a phone at night.
VIEWS = [("light", 1280, 800), ("dark", 390, 844)]
# What reaches furthest to the right.
WIDEST = """[...document.querySelectorAll('body *')].map(part => [part.getBoundingClientRect().right, part])
  .sort((a, b) => b[0] - a[0]).slice(0, 1).map(([right, part]) => right + ' ' + part.outerHTML.slice(0, 160)).join()"""
# Within the margins of A4.
PAPER = 718
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
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda page: report(page, folder), sorted(set(PAGES + OFFERS))))
    for language in LANGUAGES:
        advisor("questions", "--lang", language, "-o", folder / f"questions.{language}.html")
        advisor("portfolio", "--lang", language, "--date", DATE, "--draws", "50", "-o", folder / f"portfolio.{language}.html")


def check_bytes(folder):
    """The same report from another folder, in another time zone and locale, has the same bytes, and verifies."""
    elsewhere = folder / "else where"
    for name in ["Rules", "Profiles"]:
        shutil.copytree(name, elsewhere / name)
    surroundings = {"place": elsewhere, "environment": {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8",
                                                         "LANG": "tr_TR.UTF-8"}}
    for page in MAIN[:3]:
        report(page, elsewhere, **surroundings)
        for ending in ["html", "md"]:
            name = ".".join(page) + "." + ending
            if (folder / name).read_bytes() != (elsewhere / name).read_bytes():
                problem(f"{name} has other bytes in another folder, time zone and locale")
        told = advisor("verify", folder / (".".join(page) + ".html"), **surroundings)
        if not told.startswith("identical"):
            problem(f"{page}: verify says {told!r}")


def check_validity(pages):
    """All pages in one run of the Nu checker."""
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


def check_access(browser, page, axe, is_thorough):
    """Silent, and no wider than the window; accessible. Contrast takes longest, and all pages share one style sheet: it is
    looked at where this is to be thorough, in every view."""
    name = page.name
    for scheme, width, height in VIEWS:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                     mobile=width < 600)
        browser.open(page.as_uri())
        # Whatever the page still has to say comes before this answer.
        browser.evaluate("document.fonts.ready.then(() => true)")
        check_silence(name, browser.events)
        if browser.evaluate("document.documentElement.scrollWidth") > width:
            problem(f"{name} is wider than {width} pixels: " + browser.evaluate(WIDEST))
        if not is_thorough and (scheme, width, height) != VIEWS[0]:
            continue
        # Folded parts count, too.
        browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        browser.evaluate(axe)
        found = browser.evaluate(
            "axe.run(document, {resultTypes: ['violations'], runOnly: " + json.dumps(RULES)
            + ", rules: {'color-contrast': {enabled: " + json.dumps(is_thorough) + "}}}).then(found => "
            "found.violations.map(one => [one.id, one.help, one.nodes.length, one.nodes[0].html.slice(0, 200), "
            "one.nodes[0].failureSummary]))")
        for rule, text, count, node, summary in found:
            problem(f"{name}, {scheme}, {width} px: {rule} ({text}), {count} places, such as {node}: {summary}")


def check_print(browser, page):
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.call("Emulation.setDeviceMetricsOverride", width=PAPER, height=1000, deviceScaleFactor=1, mobile=False)
    browser.open(page.as_uri())
    if browser.evaluate("document.documentElement.scrollWidth") > PAPER:
        problem(f"{page.name} is wider than the paper: " + browser.evaluate(WIDEST))
    browser.call("Emulation.clearDeviceMetricsOverride")
    browser.call("Emulation.setEmulatedMedia", media="")
    printed = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    pages = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed)))
    if not 2 <= pages <= 4:
        problem(f"{page.name} has {pages} printed pages, and an offer has 2 to 4")
    return pages


def shown(points):
    """Points as every report shows them."""
    tenths = int(abs(points) * 10 + 0.5)
    return "0.0" if tenths == 0 else f"{'−' if points < 0 else '+'}{tenths // 10}.{tenths % 10}"


def check_pdf(page, folder):
    """A PDF that the advisor made: pages, words, and the numbers of the result; the number of its pages."""
    profile, edition, language = page
    name = ".".join(page)
    data = [] if edition == "offer" else ["-o", folder / f"{name}.json"]
    advisor("report", f"Profiles/{profile}.json", "--lang", language, "--edition", edition, "--date", DATE, "--draws", "300",
            "-o", folder / f"{name}.pdf", "-o", folder / f"{name}.md", *data, environment={**os.environ, "ADVISOR_BROWSER": PROGRAM})
    if not (folder / f"{name}.pdf").exists():
        return 0
    reader = PdfReader(folder / f"{name}.pdf")
    # Without ligatures, which the fonts of pages have.
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in reader.pages]
    count = len(texts)
    least, most = (2, 4) if edition == "offer" else (5, 60)
    if not least <= count <= most:
        problem(f"{name}.pdf has {count} pages, and {least} to {most} are expected")
    for place, text in enumerate(texts):
        if len(text.split()) < 20:
            problem(f"{name}.pdf, page {place + 1} is as good as empty: {text!r}")
        if place and f"{place + 1} / {count}" not in text:
            problem(f"{name}.pdf, page {place + 1} does not say so at its foot")
    whole = re.sub(r"\s+", "", "".join(texts))
    title = json.loads(pathlib.Path(f"Profiles/{profile}.json").read_text())["title"]
    digest = re.search(r"(?:Digest|Prüfsumme) ([0-9a-f]{64})", (folder / f"{name}.md").read_text()).group(1)
    for words in [title, "Empfehlung" if language == "de" else "Recommendation", digest]:
        if re.sub(r"\s+", "", words) not in whole:
            problem(f"{name}.pdf does not say {words!r}")
    if not data:
        for score in re.findall(r"[+−][0-9]+\.[0-9]", whole):
            problem(f"{name}.pdf holds a score: {score}")
        return count
    for decision in json.loads((folder / f"{name}.json").read_text())["decisions"]:
        if decision["applicable"] is False:
            continue
        # Paper has the best variant of every option; the others are folded, and folds are not printed.
        families = {}
        for option in decision["options"]:
            families.setdefault(option.get("variantOf") or option["id"], option)
        for option in families.values():
            if option["rank"] is not None and shown(option["score"]) not in whole:
                problem(f"{name}.pdf: {decision['id']}, {option['id']}: {shown(option['score'])} is not there")
    return count


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
        pages = [folder / (".".join(page) + ".html") for page in PAGES] + sorted(folder.glob("questions.*.html")) \
            + sorted(folder.glob("portfolio.*.html"))
        offers = sorted(folder.glob("*.offer.*.html"))
        passed(f"{len(pages)} pages and {len(offers)} offers written")
        if problems:
            return
        # The checker of HTML works while the browser looks.
        with ThreadPoolExecutor(1) as pool, Browser(PROGRAM) as browser:
            validity = pool.submit(check_validity, pages)
            axe = pathlib.Path(AXE).read_text() + "; null"
            thorough = {".".join(page) + ".html" for page in MAIN}
            for number, page in enumerate(pages, 1):
                check_access(browser, page, axe, page.name in thorough or page.name.startswith("questions"))
                if number % 20 == 0:
                    passed(f"{number} pages looked at")
            passed(f"{len(pages)} pages looked at in {len(VIEWS)} ways")
            counts = [check_print(browser, page) for page in offers]
            passed(f"{len(offers)} offers printed, {min(counts)} to {max(counts)} pages")
            drawings = check_drawings(browser, sorted(folder.glob("*.md")), pathlib.Path(MERMAID).read_text() + "; null")
            passed(f"{drawings} drawings read by Mermaid")
            validity.result()
            passed("HTML checked")
        counts = [check_pdf(page, folder) for page in PRINTED]
        passed(f"PDF files of {', '.join(map(str, counts))} pages read")
        check_bytes(folder)
        passed("the same bytes elsewhere")


main()
if problems:
    print(f"{len(problems)} problems")
    sys.exit(1)
print("The pages are valid, accessible and silent")
