"""Opens the workshop page and a report with its panel where there is nothing but the file.

Usage: live_alone.py ADVISOR

In a folder that the browser cannot write to, without a network and with storage denied: both work, say nothing on the
console, ask for nothing, try no storage, and leave nothing behind.
"""
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import devtools  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NOBODY = 65534
# Cookies and all other storage of pages are blocked.
DENIED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
# Notes whoever reaches for something that stays.
WATCH = """
  globalThis.reachedFor = [];
  for (const [owner, names] of [[Window.prototype, ["localStorage", "sessionStorage", "indexedDB", "caches"]],
                                [globalThis, ["localStorage", "sessionStorage", "indexedDB", "caches"]],
                                [Document.prototype, ["cookie"]], [Navigator.prototype, ["storage", "serviceWorker"]]]) {
    for (const name of names) {
      const old = Object.getOwnPropertyDescriptor(owner, name);
      if (old?.get) Object.defineProperty(owner, name, { ...old, get() { reachedFor.push(name); return old.get.call(this); } });
    }
  }
"""
PANEL = "document.querySelector('.what-if-panel').shadowRoot"

problems = []


def check(condition, text):
    if not condition:
        problems.append(text)
        print("  " + text)


def listing(folder):
    return sorted((name, os.stat(os.path.join(folder, name)).st_mtime_ns) for name in os.listdir(folder))


def cannot_write(folder, user):
    """Whether whoever runs the browser is really kept from writing."""
    other = {"user": user, "group": user, "extra_groups": []} if user is not None else {}
    run = subprocess.run(["touch", os.path.join(folder, "x")], stderr=subprocess.DEVNULL, **other)
    return run.returncode != 0


def left(profile):
    """The files in which a browser keeps something of a page from disk."""
    kept = []
    for place in ["Local Storage", "Session Storage", "IndexedDB", "Service Worker", "File System", "WebStorage"]:
        for where, _, files in os.walk(os.path.join(profile, place)):
            for path in [os.path.join(where, name) for name in files]:
                with open(path, "rb") as file:
                    if "file__" in path or b"file://" in file.read():
                        kept.append(os.path.relpath(path, profile))
    return kept


def play(browser, page, name):
    """Opens it, changes something, and waits for everything that is worked out."""
    browser.call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)
    browser.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
    browser.open("file://" + page)
    browser.wait("globalThis.advisor !== undefined")
    denied = browser.evaluate("(() => { try { localStorage.length; return false; } catch { return true; } })()")
    check(denied, f"{name}: storage is not denied, so nothing is shown by this check")
    browser.evaluate("void (globalThis.reachedFor = [])")
    if name == "workshop":
        inside = "document"
    else:
        browser.evaluate("document.querySelector('button.what-if').click()")
        browser.wait(PANEL + ".querySelector('fieldset input') !== null")
        inside = PANEL
    browser.wait("advisor.live.isDone")
    before = browser.evaluate("JSON.stringify(advisor.state.found.decisions.map((one) => one.ranked))")
    browser.evaluate(f"[...{inside}.querySelectorAll('fieldset input[type=radio]:not(:checked)')][0].click()")
    after = browser.evaluate("JSON.stringify(advisor.state.found.decisions.map((one) => one.ranked))")
    check(before != after, f"{name}: an answer moves nothing")
    browser.wait("advisor.live.isDone")
    check(browser.evaluate("advisor.state.firmness.decisions.length") > 0, f"{name}: how firm it is is not known")
    if name == "workshop":
        browser.call("Page.setDownloadBehavior", behavior="deny")
        browser.evaluate("advisor.save()")
    check(browser.evaluate("reachedFor") == [], f"{name}: reaches for {browser.evaluate('reachedFor')}")
    for said in browser.complaints():
        check(False, f"{name}: {said}")


def main():
    advisor = os.path.abspath(sys.argv[1])
    program = devtools.browser_or_exit("a page alone in a browser")
    user = NOBODY if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as outer:
        os.chmod(outer, 0o755)
        folder = os.path.join(outer, "read only")
        os.mkdir(folder)
        subprocess.run([advisor, "workshop", "-o", os.path.join(folder, "workshop.html"), "--lang", "de"], check=True,
                       cwd=ROOT, stderr=subprocess.DEVNULL)
        subprocess.run([advisor, "report", "Profiles/muster-bank.json", "-o", os.path.join(folder, "report.html"), "--live",
                        "--date", "2026-11-20", "--draws", "300"], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        for name in os.listdir(folder):
            os.chmod(os.path.join(folder, name), 0o444)
        os.chmod(folder, 0o555)
        check(cannot_write(folder, user), "the folder can be written to, so nothing is shown by this check")
        before = listing(folder)
        for name in ["workshop", "report"]:
            with devtools.Browser(program, preferences=DENIED, user=user) as browser:
                play(browser, os.path.join(folder, name + ".html"), name)
                kept = left(os.path.join(browser.folder.name, "Default"))
                check(not kept, f"{name}: left in the browser: {kept}")
        check(listing(folder) == before, "the folder is not what it was")
        os.chmod(folder, 0o755)
    print(f"alone in a folder that cannot be written, without network and storage: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
