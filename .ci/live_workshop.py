"""Plays a whole workshop in a real browser, as a consultant would, in both languages.

Usage: live_workshop.py ADVISOR [FOLDER]

From a blank page, by mouse and keyboard: answers of every kind in the order that the page asks for, what is not known, a
note, importance by word and slider, a second person, a contradiction; taking back; saving, and opening in a fresh page. The
saved file must have the bytes that `interview` and `whatif --write` give the same answers. Pictures go to FOLDER, if given.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.stdout.reconfigure(line_buffering=True)
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import devtools  # noqa: E402
import live_terminal  # noqa: E402
from live_hands import Hands  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATE = "2026-11-20"
ASKED = 25
SIZES = {"laptop": (1366, 768), "projector": (1920, 1080), "old-projector": (1024, 768), "tablet": (820, 1180),
         "tablet-wide": (1180, 820), "phone": (390, 844)}
# What the customer says; whatever else is asked is not known.
CUSTOMER = "muster-bank"
NOTE = {"en": "Confirmed by “legal” on Monday", "de": "Von der «Rechtsabteilung» bestätigt"}
TITLE = {"en": "Portal: payments & more", "de": "Portal: Zahlungen & mehr"}

# What has been laid out anew is drawn.
FRAMES = "new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))"

problems = []


def check(condition, text):
    if not condition:
        problems.append(text)
        print("  " + text)


class Workshop:
    def __init__(self, browser, advisor, folder, language, pictures):
        self.browser, self.advisor, self.folder = browser, advisor, folder
        self.language, self.pictures = language, pictures
        self.hands = Hands(browser)
        self.run = browser.evaluate
        self.page = os.path.join(folder, f"workshop-{language}.html")
        subprocess.run([advisor, "workshop", "-o", self.page, "--lang", language, "--date", DATE], check=True, cwd=ROOT,
                       stderr=subprocess.DEVNULL)
        text = open(self.page, encoding="utf-8").read()
        self.data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.S)[1])
        self.facts = {fact.get("id"): index for index, fact in enumerate(self.data["facts"])}
        self.words = self.data["words"]
        self.given = {}

    def check(self, condition, text):
        check(condition, f"{self.language}: {text}")

    # MARK: What a person does

    def open(self):
        self.browser.open("file://" + self.page)
        self.settle()

    def settle(self):
        """Waits until the page knows what to ask next."""
        self.browser.wait("globalThis.advisor !== undefined && advisor.state.firmness !== undefined")

    def picture(self, name):
        if not self.pictures:
            return
        for size, (width, height) in SIZES.items():
            for scheme in ["light", "dark"]:
                self.browser.size(width, height, scheme)
                self.run(FRAMES)
                self.browser.picture(os.path.join(self.pictures, f"{self.language}-{name}-{size}-{scheme}.png"))
        self.browser.size(*SIZES["laptop"])
        self.run(FRAMES)

    def box(self, index, place):
        return f"document.querySelectorAll('#q{index} .answers label')[{place}]"

    def say(self, index, value):
        """Answers a question that is shown."""
        fact = self.data["facts"][index]
        choices = [choice["id"] for choice in fact.get("choices", [])]
        if value is None:
            self.hands.click(f"[...document.querySelectorAll('#q{index} .answers > label')].at(-1)")
        elif fact["type"] == "boolean":
            self.hands.click(self.box(index, 0 if value else 1))
        elif fact["type"] == "choice":
            self.hands.click(self.box(index, choices.index(value)))
        elif fact["type"] == "choices":
            for one in value:
                self.hands.click(self.box(index, choices.index(one)))
            value = [one for one in choices if one in value]
        elif fact["type"] == "date":
            self.hands.click(f"document.querySelector('#q{index} input[type=date]')")
            year, month, day = value.split("-")
            self.hands.type(month + day + year)
            self.hands.press("Tab")
        else:
            ends = [value["from"], value["to"]] if isinstance(value, dict) else [value]
            for place, end in enumerate(ends):
                self.hands.click(f"document.querySelectorAll('#q{index} input[type=number]')[{place}]")
                self.hands.type(str(end))
            self.hands.press("Tab")
        self.given[fact["id"]] = value
        found = self.run(f"advisor.state.profile.answer({json.dumps(fact['id'])})")
        self.check(found == value, f"{fact['id']}: {found} was taken for {value}")
        self.settle()

    def go_to(self, index):
        """Finds a question by its topic."""
        group = next(place for place, one in enumerate(self.data["groups"]) if index in one["facts"])
        self.hands.click(f"document.querySelectorAll('.topic')[{group}]")

    # MARK: Files

    def command_line(self, note, weights):
        """The bytes that the command line gives the same answers."""
        began, written = [os.path.join(self.folder, f"{name}-{self.language}.json") for name in ["began", "written"]]
        live_terminal.interview(
            self.advisor, began, self.language, [f"change {note}", "note " + NOTE[self.language], "quit"],
            ["--date", DATE, "--title", TITLE[self.language]])
        changes = [f"{id}={live_terminal.word(value)}" for id, value in self.given.items()]
        changes += [f"weight.{id}={value:g}" for id, value in weights.items()]
        subprocess.run([self.advisor, "whatif", began, *changes, "--write", written, "--date", DATE], check=True, cwd=ROOT,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return open(written, "rb").read()

    def saved(self):
        """Saves with the button; the bytes of the file."""
        target = os.path.join(self.folder, "saved-" + self.language)
        os.makedirs(target, exist_ok=True)
        for name in os.listdir(target):
            os.remove(os.path.join(target, name))
        self.browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=target)
        self.hands.button(self.words["save"])
        end = time.monotonic() + 30
        while not [name for name in os.listdir(target) if name.endswith(".json")]:
            if time.monotonic() > end:
                raise RuntimeError("nothing was saved")
            self.run("1")
            time.sleep(0.05)
        self.file = os.path.join(target, next(name for name in os.listdir(target) if name.endswith(".json")))
        return open(self.file, "rb").read()

    def status(self):
        return self.run("document.querySelector('[role=status]').textContent")

    # MARK: The workshop

    def play(self):
        customer = json.load(open(os.path.join(ROOT, "Profiles", CUSTOMER + ".json"), encoding="utf-8"))["answers"]
        hands, words = self.hands, self.words
        self.browser.size(*SIZES["laptop"])
        self.open()
        self.picture("1-blank")
        hands.fill("document.querySelector('.title')", TITLE[self.language])
        for number in range(ASKED):
            asked = self.run("advisor.state.next")
            if asked is None:
                break
            if number % 2 and not self.run("document.activeElement.matches('[type=text],[type=number],[type=date]')"):
                hands.type("n")
            else:
                hands.click("document.querySelector('.next-card > button:last-child')")
            self.check(self.run(f"document.querySelector('#q{asked}')?.contains(document.activeElement)"),
                       f"question {asked} is next and cannot be reached")
            self.say(asked, customer.get(self.data["facts"][asked]["id"]))
            if number == 5:
                self.picture("2-some-answers")
        # What the customer wants to talk about all the same.
        for id in ["comp.regimes", "scale.memory", "biz.go_live", "biz.availability"]:
            if id not in self.given:
                self.go_to(self.facts[id])
                self.say(self.facts[id], customer[id])
        kinds = {self.data["facts"][self.facts[id]]["type"] for id, value in self.given.items() if value is not None}
        self.check(kinds == {"boolean", "choice", "choices", "number", "date"}, f"answers of these kinds only: {kinds}")
        self.check(len(self.given) >= ASKED and None in self.given.values(), "too little was asked")
        self.picture("3-many-answers")

        self.note("comp.regimes")
        self.contradict()
        weights = self.importance()
        saved = self.saved()
        expected = self.command_line("comp.regimes", weights)
        self.check(saved == expected, "the saved file has other bytes than that of the command line:\n"
                   f"{saved.decode()}\n{expected.decode()}")
        self.check(self.run("document.querySelector('.unsaved').textContent") == "", "a saved profile is said not to be saved")
        self.people()
        self.again_in_a_fresh_page()
        for said in self.browser.complaints():
            self.check(False, said)
        print(f"{self.language}: {len(self.given)} answers, saved as {len(saved)} bytes")

    def note(self, id):
        index = self.facts[id]
        self.go_to(index)
        self.hands.click(f"document.querySelector('#q{index} summary')")
        self.hands.fill(f"document.querySelector('#q{index} textarea')", NOTE[self.language])

    def contradict(self):
        """Somebody says what does not go together with what was said, and takes it back."""
        index = self.facts["biz.service_hours"]
        self.given["biz.service_hours"] = self.run("advisor.state.profile.answer('biz.service_hours')")
        self.go_to(index)
        before = self.run("advisor.state.profile.text")
        self.hands.click(self.box(index, 0))
        self.settle()
        text = next(one["text"] for one in self.data["contradictions"] if one["id"] == "high-availability-in-office-hours")
        self.check(self.run(f"document.querySelector('#q{index} .clash').textContent.includes({json.dumps(text)})"),
                   "a contradiction does not stand at its question")
        self.check(self.run(f"document.querySelector('.changed').textContent.includes({json.dumps(text)})"),
                   "a contradiction is not said")
        self.hands.click("document.querySelector('.clashes > summary')")
        self.picture("4-contradiction")
        self.hands.click("document.querySelector('.clashes button')")
        self.check(self.run("document.activeElement.closest('fieldset') !== null"), "no way from a contradiction to its questions")
        self.hands.press("z", control=True)
        self.check(self.run("advisor.state.profile.text") == before, "undo does not bring everything back")
        title = self.data["facts"][index]["title"]
        self.check(title in self.status() and self.status().startswith(self.words["undone"].split(" #")[0]),
                   f"undo does not say what it undid: {self.status()}")
        self.hands.press("z", control=True, shift=True)
        self.check(self.run("advisor.state.profile.text") != before and title in self.status(), "redo does not do it again")
        self.hands.button(self.words["undo"])
        self.check(self.run("advisor.state.profile.text") == before, "the second undo does not bring everything back")
        self.check(self.run("document.activeElement.textContent") == self.words["undo"], "undo loses the focus")
        self.settle()
        self.picture("5-undone")

    def importance(self):
        self.hands.click("[...document.querySelectorAll('.topic')].at(-1)")
        criteria = self.data["criteria"]
        # By word, then by slider, both with the keyboard.
        self.run("document.querySelectorAll('.weights select')[1].focus()")
        self.hands.press("ArrowDown")
        self.settle()
        self.run("document.querySelectorAll('.weights input[type=range]')[2].focus()")
        for _ in range(2):
            self.hands.press("ArrowRight")
        self.settle()
        found = self.run("advisor.state.profile.plain.weights")
        wanted = {criteria[1]["id"]: 2 * criteria[1]["weight"], criteria[2]["id"]: 1.5 * criteria[2]["weight"]}
        self.check(found == wanted, f"weights are {found}, not {wanted}")
        self.picture("6-importance")
        return wanted

    def people(self):
        self.hands.button(self.words["addPerson"])
        self.hands.fill("[...document.querySelectorAll('.weights thead input')].at(-1)", "Beat Müller")
        self.run("document.querySelectorAll('.weights tbody tr')[2].querySelectorAll('select')[1].focus()")
        for _ in range(2):
            self.hands.press("ArrowDown")
        self.settle()
        self.check(self.run("document.querySelectorAll('.verdicts tbody tr').length") > 0, "no verdicts of several people")
        self.picture("7-two-people")
        self.people_text = self.saved()
        layout = subprocess.run([self.advisor, "packs", "format", "--check", self.file], cwd=ROOT, capture_output=True)
        self.check(layout.returncode == 0, f"the saved file is not laid out: {layout.stdout.decode()}")

    def again_in_a_fresh_page(self):
        kept = self.file
        self.open()
        self.hands.choose(lambda: self.hands.button(self.words["open"]), kept)
        self.browser.wait(f"advisor.state.profile.plain.title === {json.dumps(TITLE[self.language])}")
        self.settle()
        self.check(self.run("advisor.state.profile.text").encode() == self.people_text, "what was saved is not what is opened")
        self.picture("8-opened")
        # Something else is dropped on it by mistake.
        index = self.facts["biz.service_hours"]
        self.go_to(index)
        self.hands.click(self.box(index, 1))
        before = self.run("advisor.state.profile.text")
        self.hands.drop(os.path.join(ROOT, "Profiles", "muster-shop.json"))
        self.browser.wait(f"advisor.state.profile.plain.title !== {json.dumps(TITLE[self.language])}")
        self.check("muster-shop.json" in self.status(), f"opening is not said: {self.status()}")
        self.hands.press("z", control=True)
        self.check(self.run("advisor.state.profile.text") == before, "undo does not bring back what a file took the place of")
        self.check("muster-shop.json" in self.status() and TITLE[self.language] in self.status(),
                   f"undo of opening a file does not say so: {self.status()}")
        self.check(self.run("document.querySelector('.title').value") == TITLE[self.language], "the old title is not shown again")
        self.check(self.run("advisor.unsaved.textContent") != "", "what is not saved is said to be saved")
        self.settle()
        self.hands.drop(self.page)
        self.browser.wait("document.querySelector('[role=status]').matches('.wrong')")
        self.check(self.run("advisor.state.profile.text") == before, "what is no profile changes something")


def main():
    advisor = os.path.abspath(sys.argv[1])
    pictures = sys.argv[2] if len(sys.argv) > 2 else None
    program = devtools.browser_or_exit("a workshop in a browser")
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for language in ["de", "en"]:
            with devtools.Browser(program) as browser:
                Workshop(browser, advisor, folder, language, pictures).play()
    print(f"a workshop in two languages, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
