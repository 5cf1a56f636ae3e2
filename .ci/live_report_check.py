"""Checks the panel "What if …" of `advisor report --live` in a real browser.

Usage: live_report_check.py ADVISOR [SETS]

For several profiles: nothing of the panel is seen before it is asked for; with the assessed answers, and with so many sets
of other answers and weights, it says number by number what `advisor assess --format json` says; every state but the
assessed one is marked as such, on the screen and on paper; the way back leads to the assessed numbers; no console message
and no request.
"""
import base64
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import devtools  # noqa: E402
import live_check  # noqa: E402

DATE = "2026-11-20"
DRAWS = 300
REPORTS = [("muster-bank", "customer", "de"), ("muster-shop", "internal", "en"), ("muster-industry", "customer", "en"),
           ("first-meeting-manufacturer", "customer", "de")]
MARKS = {"en": "not the assessed result", "de": "nicht das beurteilte Ergebnis"}
PANEL = "document.querySelector('.what-if-panel')"
INSIDE = PANEL + ".shadowRoot"

problems = []


def check(condition, text):
    if not condition:
        problems.append(text)
        print("  " + text)


def assess(advisor, profile):
    run = subprocess.run(
        [advisor, "assess", "-", "--format", "json", "--edition", "internal", "--draws", str(DRAWS), "--date", DATE],
        input=json.dumps(profile), capture_output=True, text=True, cwd=live_check.root, check=True)
    return json.loads(run.stdout)


def compare(name, found, advisor, profile):
    lines = live_check.differences(found, live_check.expected(assess(advisor, profile), found))
    check(not lines, f"{name}: {len(lines)} differences\n    " + "\n    ".join(lines[:5]))


def changed(dice, profile, data):
    """Some other answers and weights, as whoever tries something would give them."""
    # What is already said of a weight or an answer is changed, too; what is taken out is not known.
    random_one = live_check.random_profile(dice, data)
    answers = dict(dice.sample(sorted(random_one["answers"].items()), min(4, len(random_one["answers"]))))
    weights = dict(dice.sample(sorted(random_one["weights"].items()), min(2, len(random_one["weights"]))))
    other = {**profile, "answers": {**profile.get("answers", {}), **answers},
             "weights": {**profile.get("weights", {}), **weights}}
    return answers, weights, other


def pages(browser):
    """The text of every page as printed; nothing, and it is said, if no program here reads PDF files."""
    if not shutil.which("pdftotext"):
        return []
    data = browser.call("Page.printToPDF", printBackground=True)["data"]
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=base64.b64decode(data), capture_output=True, check=True)
    # Numbers of pages are counted anew when there are more.
    return [re.sub(r"\b\d+ / \d+\b", "", page) for page in text.stdout.decode().split("\f")[:-1]]


def undo(browser, name, data, id):
    """Undo says what it undid, redo does it again."""
    title = next(fact["title"] for fact in data["facts"] if fact.get("id") == id)
    said = []
    for key in ["undo", "redo"]:
        browser.evaluate(f"advisor.step({json.dumps(key)})")
        said.append(browser.evaluate(f"[advisor.told.textContent, {INSIDE}.querySelector('.again').textContent]"))
    for key, texts in zip(["undone", "redone"], said):
        begin = data["words"][key].split(" #")[0]
        check(all(text.startswith(begin) and title in text for text in texts), f"{name}: {key} is not said: {texts}")


def reach(browser, name):
    """What Tab reaches while the panel covers a narrow screen; beside it on a wide one everything can be reached."""
    def outside(width):
        browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        browser.evaluate("new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))")
        browser.evaluate(f"{INSIDE}.querySelector('.close').focus()")
        seen = set()
        # Backwards from its first button: whatever can be reached outside comes next.
        for _ in range(3):
            for kind in ["rawKeyDown", "keyUp"]:
                browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9, modifiers=8)
            seen.add(browser.evaluate(f"document.activeElement === {PANEL} || document.activeElement === document.body"))
        return False in seen

    check(not outside(600), f"{name}: Tab leaves the panel for the report that it covers")
    check(outside(1400), f"{name}: Tab does not reach the report beside the panel")
    browser.call("Emulation.clearDeviceMetricsOverride")


def look(browser, advisor, folder, report, sets, dice):
    name, edition, language = report
    path = os.path.join(folder, f"{name}.html")
    source = os.path.join(live_check.root, "Profiles", name + ".json")
    subprocess.run([advisor, "report", source, "-o", path, "--live", "--edition", edition, "--lang", language,
                    "--date", DATE, "--draws", str(DRAWS)], check=True, cwd=live_check.root, stderr=subprocess.DEVNULL)
    profile = json.load(open(source, encoding="utf-8"))
    text = open(path, encoding="utf-8").read()
    block = json.loads(re.search(r'<script type="application/json" id="live-data">(.*?)</script>', text, re.S).group(1))
    data = json.loads(zlib.decompress(base64.b64decode(block["texts"]), -15))
    size = len(text.encode())
    check(size < 1_500_000, f"{name}: {size} bytes; a report must stay under 1.5 MB")

    # The better of two: others may be busy on this machine.
    opened = 99
    for _ in range(2):
        began = time.monotonic()
        browser.open("file://" + path)
        browser.wait("globalThis.advisor !== undefined")
        opened = min(opened, time.monotonic() - began)
    check(opened < 1, f"{name}: open after {opened:.2f} s; it must take less than one")
    check(browser.evaluate(PANEL + ".hidden"), f"{name}: the panel is seen before it is asked for")
    began = time.monotonic()
    browser.evaluate("document.querySelector('button.what-if').click()")
    browser.wait(INSIDE + ".querySelectorAll('.decision').length > 0")
    print(f"{name} ({edition}, {language}): {size} bytes, open after {opened:.2f} s, the panel after "
          f"{time.monotonic() - began:.2f} s more")
    compare(f"{name}, as assessed", browser.evaluate("advisor.live.result()"), advisor, profile)

    def state():
        return browser.evaluate(f"[{INSIDE}.querySelector('.mark-word').textContent,"
                                f"{INSIDE}.querySelector('.panel').matches('.moved')]")

    def on_paper():
        browser.call("Emulation.setEmulatedMedia", media="print")
        shown = browser.evaluate(f"getComputedStyle({PANEL}).display !== 'none'")
        browser.call("Emulation.setEmulatedMedia", media="")
        return shown

    check(not state()[1] and not on_paper(), f"{name}: the assessed state is marked or printed")
    assessed = pages(browser)
    # A person: one click on an answer that is not given.
    clicked = browser.evaluate(f"""(() => {{
        const fact = data => data.facts.find(({{ id, type, question }}) => question && type === "boolean"
          && {json.dumps(list(profile.get("answers", {})))}.indexOf(id) < 0);
        const data = {json.dumps({"facts": data["facts"], "groups": data["groups"]})};
        const index = data.facts.indexOf(fact(data));
        const select = {INSIDE}.querySelector("select.topics");
        select.value = String(data.groups.findIndex(({{ facts }}) => facts.includes(index)));
        select.dispatchEvent(new Event("change"));
        {INSIDE}.querySelector(`#q${{index}} input[type=radio]`).click();
        return data.facts[index].id;
    }})()""")
    other = {**profile, "answers": {**profile.get("answers", {}), clicked: True}}
    compare(f"{name}, {clicked} clicked", browser.evaluate("advisor.live.result()"), advisor, other)
    check(state() == [MARKS[language], True] and on_paper(), f"{name}: another state is not marked: {state()}")
    printed = pages(browser)
    check(not assessed or printed[:len(assessed)] == assessed and len(printed) > len(assessed),
          f"{name}: printed while something is changed, the report is not the assessed one with marked pages behind it")
    # The mark is written aslant, so that its words may fall apart.
    mark = re.sub(r"\s", "", MARKS[language])
    check(all(mark in re.sub(r"\s", "", page) for page in printed[len(assessed):]),
          f"{name}: a page of what is tried is printed without its mark")
    undo(browser, name, data, clicked)
    reach(browser, name)
    times = []
    for number in range(sets):
        answers, weights, other = changed(dice, profile, data)
        found = browser.evaluate(f"advisor.resultWith({json.dumps(answers)}, {json.dumps(weights)})")
        times.append(browser.evaluate("advisor.milliseconds"))
        compare(f"{name}, other answers {number}: {answers} {weights}", found, advisor, other)
    browser.evaluate(f"{INSIDE}.querySelector('.tools button').click()")
    compare(f"{name}, back", browser.evaluate("advisor.live.result()"), advisor, profile)
    check(not state()[1] and not on_paper(), f"{name}: the way back does not lead to the assessed state")
    check(pages(browser) == assessed, f"{name}: after the way back the report is printed otherwise")
    for said in browser.complaints():
        check(False, f"{name}: {said}")
    return times


def main():
    advisor, sets = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    program = devtools.browser_or_exit("the panel of reports")
    if not shutil.which("pdftotext"):
        print("not run: comparing what is printed needs pdftotext (Debian: poppler-utils)")
        check(not os.environ.get("ADVISOR_REQUIRE_BROWSER"), "pdftotext must be there")
    dice = random.Random(11)
    times = []
    with tempfile.TemporaryDirectory() as folder, devtools.Browser(program) as browser:
        for report in REPORTS:
            times += look(browser, advisor, folder, report, sets, dice)
    times.sort()
    shown = f"; an answer is shown in {times[len(times) // 2]:.1f} ms (median), {times[-1]:.1f} ms at most" if times else ""
    print(f"{len(REPORTS)} reports with {sets} sets of other answers each, {len(problems)} problems{shown}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
