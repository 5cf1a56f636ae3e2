"""Reads the workshop page and the panel of a report as a screen reader does, and walks through them with the Tab key.

Usage: live_access.py ADVISOR

The accessibility tree comes from the browser: whatever can be worked with has a role and a name that tells it apart, groups
of answers are named by their question, parts of the page are landmarks with names, and what an answer moves is said by
itself. Everything can be reached with Tab and can be seen to have the focus; nothing holds it.
"""
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import devtools  # noqa: E402
from live_hands import Hands  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORKED = {"button", "textbox", "checkbox", "radio", "combobox", "slider", "spinbutton", "Date", "DisclosureTriangle", "link",
          "InputTime", "searchbox", "listbox", "switch", "menuitem", "tab"}
PANEL = "document.querySelector('.what-if-panel').shadowRoot"
# All that Tab should reach, in a root: one of every group of radio buttons.
TABBABLE = """(root) => {
  const groups = new Set();
  return [...root.querySelectorAll("button, input, select, textarea, summary, [tabindex='0'], a[href]")].filter((one) => {
    if (one.disabled || one.type === "file" || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    const isChosen = one.checked || !root.querySelector(`input[name="${one.name}"]:checked`) && !groups.has(one.name);
    groups.add(one.name);
    return isChosen;
  });
}"""
HERE = "((one) => { while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; return one; })(document.activeElement)"

problems = []


def check(condition, text):
    if not condition:
        problems.append(text)
        print("  " + text)


class Tree:
    """What a screen reader gets."""

    def __init__(self, browser):
        nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
        self.byid = {node["nodeId"]: node for node in nodes}
        self.nodes = [node for node in nodes if not node.get("ignored")]

    @staticmethod
    def role(node): return node.get("role", {}).get("value", "")

    @staticmethod
    def name(node): return node.get("name", {}).get("value", "").strip()

    def group(self, node):
        """The names of the groups around it."""
        names = []
        while node := self.byid.get(node.get("parentId")):
            if self.role(node) in ["group", "radiogroup", "region", "navigation", "complementary"] and self.name(node):
                names.append(self.name(node))
        return tuple(names)

    def of(self, *roles): return [node for node in self.nodes if self.role(node) in roles]


def look(browser, where, inside=None):
    """Everything that can be worked with has a name of its own; `inside` the landmark of that name, if given."""
    tree = Tree(browser)
    seen = {}
    count = 0
    for node in tree.of(*WORKED):
        group = tree.group(node)
        if inside and inside not in group:
            continue
        count += 1
        name, role = tree.name(node), tree.role(node)
        check(name and not set(name) <= set("×…–·→ "), f"{where}: a {role} in {group} has no name: {name!r}")
        key = (role, name, group)
        check(key not in seen, f"{where}: two of {key}")
        seen[key] = node
    check(count > 10, f"{where}: only {count} things to work with: the tree was not read")
    for node in tree.of("group", "radiogroup"):
        if not inside or inside in tree.group(node):
            check(tree.name(node), f"{where}: a group without a name")
    return tree


def walk(browser, hands, where, root):
    """Tab reaches everything, in the order of the page, and where it is can be seen."""
    wanted = browser.evaluate(f"(globalThis.wanted = ({TABBABLE})({root})).length")
    browser.evaluate("globalThis.reached = new Set(); globalThis.unseen = []; globalThis.began = undefined; wanted[0].focus()")
    for _ in range(3 * wanted + 20):
        state = browser.evaluate(f"""(() => {{
            const one = {HERE};
            reached.add(one);
            const style = getComputedStyle(one);
            const isWhole = one.matches("body, html, [type=date]");
            const isSeen = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
            if (!isWhole && wanted.includes(one) && !isSeen) unseen.push(one.outerHTML.slice(0, 90));
            return wanted.every((each) => reached.has(each));
        }})()""")
        if state:
            break
        hands.press("Tab")
    missed = browser.evaluate("wanted.filter((one) => !reached.has(one)).map((one) => one.outerHTML.slice(0, 90))")
    check(wanted > 5 and not missed, f"{where}: Tab does not reach {len(missed)} of {wanted}: {missed[:4]}")
    unseen = browser.evaluate("unseen")
    check(not unseen, f"{where}: the focus cannot be seen on {unseen[:3]}")


def statuses(tree):
    return [node for node in tree.of("status", "alert")]


def workshop(browser, advisor, folder, language):
    path = os.path.join(folder, f"workshop-{language}.html")
    subprocess.run([advisor, "workshop", "Profiles/muster-bank.json", "-o", path, "--lang", language], check=True, cwd=ROOT,
                   stderr=subprocess.DEVNULL)
    hands, run = Hands(browser), browser.evaluate
    browser.open("file://" + path)
    browser.wait("globalThis.advisor !== undefined && advisor.live.isDone")
    where = f"workshop ({language})"
    words = json.loads(run("document.getElementById('data').textContent"))["words"]
    tree = look(browser, where + ", questions")
    landmarks = {(tree.role(node), tree.name(node)) for node in tree.nodes}
    for role, key in [("navigation", "topics"), ("complementary", "standing"), ("region", "next")]:
        check((role, words[key]) in landmarks, f"{where}: no {role} {words[key]!r}")
    check(any(role == "main" for role, _ in landmarks), f"{where}: no main part")
    check(len(statuses(tree)) >= 2, f"{where}: nothing says by itself what has changed")
    walk(browser, hands, where + ", questions", "document")

    # An answer by keyboard: what it moved is said.
    run("advisor.visit(0); document.querySelector('fieldset input[type=radio]:checked').focus()")
    hands.press("ArrowLeft")
    browser.wait("advisor.live.isDone")
    run("new Promise((next) => setTimeout(next, 50))")
    said = run("advisor.announcement.textContent")
    check(said and said.split(":")[0] in run("document.querySelector('.side').textContent"),
          f"{where}: what an answer moved is not said: {said!r}")
    hands.press("z", control=True)
    check(words["undone"].split(" #")[0] in run("document.querySelector('[role=status]').textContent"),
          f"{where}: what undo took back is not said")
    browser.wait("advisor.live.isDone")

    # A decision opened, and several people's weights.
    run("document.querySelector('.decision > summary').focus()")
    hands.press("Enter")
    browser.wait("document.querySelector('.decision[open] table') !== null")
    tree = look(browser, where + ", a decision open")
    check(any(tree.name(node) == words["ranking"] for node in tree.of("table")), f"{where}: the ranking is no table with a name")
    run("advisor.visit(-1); advisor.importance.add()")
    browser.wait("advisor.live.isDone")
    tree = look(browser, where + ", importance")
    # The tree of the browser has the number; what is read out stands beside it.
    spoken = run("[...document.querySelectorAll('input[type=range]')].map((one) => one.ariaValueText)")
    check(len(spoken) == len(tree.of("slider")) > 0 and not any(text.replace(".", "").isdigit() for text in spoken),
          f"{where}: sliders say {spoken}")
    walk(browser, hands, where + ", importance", "document")
    for said in browser.complaints():
        check(False, f"{where}: {said}")


def panel(browser, advisor, folder, language, edition):
    path = os.path.join(folder, f"report-{language}.html")
    subprocess.run([advisor, "report", "Profiles/muster-bank.json", "-o", path, "--live", "--lang", language, "--edition",
                    edition, "--date", "2026-11-20", "--draws", "300"], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
    hands, run = Hands(browser), browser.evaluate
    browser.open("file://" + path)
    browser.wait("globalThis.advisor !== undefined")
    where = f"panel ({language})"
    run("document.querySelector('button.what-if').focus()")
    hands.press("Enter")
    browser.wait("advisor.live?.isDone")
    title = run("document.querySelector('.what-if-panel').ariaLabel")
    check(run(f"{HERE}.textContent") == title, f"{where}: opening it does not lead into it")
    look(browser, where + ", questions", title)
    run(f"{PANEL}.querySelector('fieldset input[type=radio]:checked').focus()")
    hands.press("ArrowLeft")
    browser.wait("advisor.live.isDone")
    check(run("advisor.told.textContent") != "", f"{where}: what an answer moved is not said")
    tree = look(browser, where + ", changed", title)
    check(statuses(tree), f"{where}: nothing says by itself what has changed")
    walk(browser, hands, where + ", changed", PANEL)
    run("advisor.visit(-1)")
    look(browser, where + ", importance", title)
    hands.press("Escape")
    check(run(f"{HERE}.matches('button.what-if')"), f"{where}: Escape does not lead back")
    for said in browser.complaints():
        check(False, f"{where}: {said}")


def main():
    advisor = os.path.abspath(sys.argv[1])
    program = devtools.browser_or_exit("the accessibility tree")
    with tempfile.TemporaryDirectory() as folder:
        for look_at in [(workshop, "de"), (panel, "de", "customer"), (workshop, "en"), (panel, "en", "internal")]:
            with devtools.Browser(program) as browser:
                browser.size(1366, 768)
                browser.call("Accessibility.enable")
                look_at[0](browser, advisor, folder, *look_at[1:])
    print(f"by keyboard and screen reader, in two languages: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
