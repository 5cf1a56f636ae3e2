"""Plays some of a workshop by keyboard only: what is typed arrives, and whatever has the focus keeps it."""
import json


class Keys:
    def __init__(self, browser):
        self.browser = browser

    def type(self, text):
        for letter in text:
            self.browser.call("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter)
            self.browser.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    def press(self, key, code):
        for kind in ["rawKeyDown", "keyUp"]:
            self.browser.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)


def play(browser, data):
    """What went wrong, as sentences."""
    wrong = []
    keys = Keys(browser)
    run = browser.evaluate

    def check(condition, text):
        if not condition:
            wrong.append("by keyboard: " + text)

    def place(accept):
        shown = [index for group in data["groups"] for index in group["facts"]]
        return next(index for index in shown if accept(data["facts"][index]))

    def answer(index):
        return run(f"advisor.state.profile.answer({json.dumps(data['facts'][index]['id'])})")

    run("advisor.resultOf(" + json.dumps('{"format": 1, "title": "Keys", "date": "2026-11-20", "answers": {}}') + ", 300)")
    amount = place(lambda fact: fact["type"] == "number" and not fact.get("integer") and fact.get("maximum") == 100)
    run(f"advisor.ask({amount})")
    keys.type("99.5")
    keys.press("Tab", 9)
    keys.type("99.9")
    keys.press("Tab", 9)
    check(answer(amount) == {"from": 99.5, "to": 99.9}, f"a range typed with Tab is {answer(amount)}")
    check(run("document.activeElement.type") == "checkbox", "after a range the focus is lost")
    run(f"advisor.ask({amount})")
    run("document.activeElement.select()")
    keys.type("200")
    keys.press("Tab", 9)
    check(answer(amount) == {"from": 99.5, "to": 99.9} and run(f"document.querySelector('#q{amount} .mark.wrong').textContent"),
          "a number that does not fit is taken, or refused without a word")
    run(f"advisor.ask({amount})")
    run("document.activeElement.select()")
    keys.type("9")
    # What the engine finds while somebody types.
    run("(async () => { advisor.learn({}); for (const _ of [1, 2]) await new Promise(requestAnimationFrame); })()")
    keys.type("8")
    typed = run("document.activeElement.value")
    check(typed == "98", f"what is found while somebody types makes 98 {typed}")
    keys.press("Tab", 9)
    check(answer(amount) == {"from": 98, "to": 99.9}, f"a number typed while results arrive is {answer(amount)}")
    # Left as it was before somebody began to type: what is answered elsewhere shows again.
    run(f"advisor.ask({amount})")
    keys.press("End", 35)
    keys.type("7")
    keys.press("Backspace", 8)
    run("document.activeElement.blur()")
    run(f"advisor.answer(advisor.form.parts.get({amount}).fact, 50)")
    shown = run(f"document.querySelector('#q{amount} input').value")
    check(shown == "50", f"a field that was left as it was shows {shown} instead of 50")
    day = place(lambda fact: fact["type"] == "date")
    run(f"advisor.ask({day})")
    keys.type("06012027")
    # Month or day first: as the browser is set.
    check(answer(day) in ["2027-06-01", "2027-01-06"], f"a date typed is {answer(day)}")
    browser.wait("advisor.live.isDone && advisor.state.next !== undefined")
    asked = run("advisor.state.next")
    run("document.activeElement.blur()")
    keys.type("n")
    check(run(f"document.activeElement.closest('fieldset').id === 'q{asked}'"), "N does not lead to the next question")
    run(f"[...document.querySelectorAll('#q{asked} input')].at(-1).click()")
    browser.wait("advisor.live.isDone")
    check(run("advisor.state.next") != asked, "who does not know is asked the same again")
    run("advisor.visit(-1); advisor.importance.add()")
    check(run("document.querySelectorAll('.verdicts tbody tr').length") > 0, "what two people would choose is not shown")
    run("document.querySelector('.weights input[type=range]').focus()")
    before = run("advisor.live.past.length")
    for _ in range(3):
        keys.press("ArrowRight", 39)
    check(run("document.activeElement.value") == "1.75", "a slider does not keep the focus")
    check(run("advisor.live.past.length") == before + 1, "a slider is undone in more than one step")
    return wrong
