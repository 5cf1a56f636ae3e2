"""Compares the workshop page in a real browser with `advisor assess --format json`, number by number.

Usage: live_check.py ADVISOR [SETS]

All profiles of this repository with all worlds, then so many random sets of answers, weights and decisions with fewer
worlds. Also: no console message and no request, the saved file has the bytes of the command line, and how long it takes.
"""
import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.stdout.reconfigure(line_buffering=True)
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import devtools  # noqa: E402
import live_keys  # noqa: E402

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KEYS = ["id", "applicable", "recommended", "variant", "recommendedByScore", "variantByScore",
        "recommendedWithoutConfirmation", "tie", "variantTie", "close", "conditional", "evidence", "settled",
        "variantSettled", "settledBy", "weightIntervals", "flips"]
SHARES = ["ranks", "confidenceFactor", "centralWeights", "winsOver"]


def expected(result, page):
    """What the page should say, from the result of the command line."""
    states = {"unknown": 0, "answered": 1, "assumed": 1, "derived": 1, "notApplicable": 2}

    def alternative(entry):
        # The ranks of a leaf stand under another name than those of an option.
        return {key: entry.get(key, entry.get("acceptability") if key == "ranks" else None)
                for key in SHARES if "winsOver" in entry}

    def decision(one):
        found = {key: one[key] for key in KEYS if key in one}
        if "confidence" in one:
            found["confidence"] = one["confidence"] and {
                key: one["confidence"][key]
                for key in ["option", "share", "fromWeights", "fromAnswers", "draws", "withoutWinner"]}
        if "families" in one:
            found["families"] = [{"id": entry["id"], **alternative(entry)} for entry in one["families"]]
        found["options"] = [{
            **{key: entry[key] for key in
               ["id", "rank", "score", "excludedBy", "possiblyExcludedBy", "contributions", "scoreBounds"]},
            "confirm": [confirm["rule"] for confirm in entry["confirm"]],
            "criteria": [{"id": criterion["id"], "net": criterion["net"]} for criterion in entry["criteria"]],
            **alternative(entry)} for entry in one["options"]]
        return found

    truths = {rule["id"]: rule["truth"] for rule in result["rules"]}
    facts = {}
    for fact in result["facts"]:
        # A derived fact without a value is unknown.
        facts[fact["id"]] = 0 if fact["state"] == "derived" and "value" not in fact else states[fact["state"]]
    return {"decisions": [decision(one) for one in result["decisions"]],
            "rules": {id: truths[id] for id in page["rules"]},
            "facts": {id: facts[id] for id in page["facts"]},
            "contradictions": {id: id in [one["id"] for one in result["contradictions"]] for id in page["contradictions"]},
            "nextQuestions": result["nextQuestions"]}


def differences(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        return [line for key in sorted(set(a) | set(b))
                for line in ([f"{path}.{key}: only on one side"] if (key in a) != (key in b)
                             else differences(a[key], b[key], f"{path}.{key}"))]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [line for place, (x, y) in enumerate(zip(a, b)) for line in differences(x, y, f"{path}[{place}]")]
    same = a == b and isinstance(a, bool) == isinstance(b, bool)
    return [] if same else [f"{path}: page {json.dumps(a)}, command line {json.dumps(b)}"]


def random_profile(dice, data):
    answers, weights, decided = {}, {}, {}
    share = dice.choice([0.05, 0.2, 0.5, 0.8, 1])
    for fact in data["facts"]:
        if fact.get("derived") or dice.random() > share:
            continue
        choices = [choice["id"] for choice in fact.get("choices", [])]
        if dice.random() < 0.05:
            answer = None
        elif fact["type"] == "boolean":
            answer = dice.random() < 0.5
        elif fact["type"] == "choice":
            answer = dice.choice(choices)
        elif fact["type"] == "choices":
            alone = [choice["id"] for choice in fact["choices"] if choice.get("exclusive")]
            several = [id for id in choices if id not in alone and dice.random() < 0.4]
            answer = several or ([dice.choice(alone)] if alone else [])
        elif fact["type"] == "date":
            answer = f"{dice.randint(2026, 2028)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        else:
            low = fact.get("minimum", 0)
            high = fact.get("maximum", low + 10 ** dice.randint(1, 5))
            ends = sorted(dice.uniform(low, high) for _ in range(2))
            ends = [min(high, max(low, round(end, 0 if fact.get("integer") else 2))) for end in ends]
            answer = ends[0] if dice.random() < 0.7 or ends[0] == ends[1] else {"from": ends[0], "to": ends[1]}
        answers[fact["id"]] = answer
    for criterion in data["criteria"]:
        if dice.random() < 0.2:
            weights[criterion["id"]] = dice.choice([0, 0.5, 1, 2.25, 4])
    for decision in data["decisions"]:
        if dice.random() < 0.05:
            decided[decision["id"]] = dice.choice(decision["leaves"] + decision["families"])["id"]
    return {"format": 1, "title": "random", "date": "2026-11-20", "answers": answers, "weights": weights,
            "decided": decided}


def assess(advisor, case):
    _, profile, draws = case
    return subprocess.run([advisor, "assess", "-", "--format", "json", "--edition", "internal", "--draws", str(draws)],
                          input=profile, capture_output=True, text=True, cwd=root)


def ahead(work, cases, count=3):
    """Every case with what was worked out for it, a few of them beforehand: the browser need not wait."""
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        waiting = [(case, pool.submit(work, case)) for case in cases[:count]]
        for place in range(len(cases)):
            case, future = waiting.pop(0)
            yield case, future.result()
            waiting += [(later, pool.submit(work, later)) for later in cases[place + count:place + count + 1]]


def one_more_answer(browser, dice, data):
    """The milliseconds until another answer is shown and laid out, and how long the processor worked for that."""
    shown = [place for group in data["groups"] for place in group["facts"]]
    answers = {}
    while not answers:
        fact = data["facts"][dice.choice(shown)]
        answers = random_profile(dice, {**data, "facts": [fact]})["answers"]

    def worked():
        """By this page's thread, without what others on this machine do."""
        metrics = {one["name"]: one["value"] for one in browser.call("Performance.getMetrics")["metrics"]}
        return 1000 * metrics["DevToolsCommandDuration"]

    # What an empty question to the browser costs does not count.
    browser.evaluate("1")
    before = worked()
    browser.evaluate("1")
    empty = worked() - before
    before = worked()
    wall = browser.evaluate(f"""(() => {{
        const began = performance.now();
        advisor.answer({json.dumps({"id": fact["id"]})}, {json.dumps(answers[fact["id"]])});
        document.body.offsetHeight;
        return performance.now() - began;
    }})()""")
    return wall, max(0, worked() - before - empty)


def main():
    advisor, sets = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500
    program = devtools.browser_or_exit("the comparison in a browser")
    folder = tempfile.mkdtemp()
    page_file = os.path.join(folder, "workshop.html")
    subprocess.run([advisor, "workshop", "-o", page_file, "--date", "2026-11-20"], check=True, cwd=root,
                   stderr=subprocess.DEVNULL)
    text = open(page_file, encoding="utf-8").read()
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S).group(1))
    size = len(text.encode())
    print(f"page: {size} bytes")
    if size >= 1_000_000:
        print("the page must stay under 1 MB")
        return 1
    wrong = 0
    times, costs, opened = [], [], 99
    with devtools.Browser(program) as browser:
        # The better of two: others may be busy on this machine.
        for _ in range(2):
            began = time.monotonic()
            browser.open("file://" + page_file)
            browser.wait("globalThis.advisor !== undefined && document.querySelectorAll('.decision').length > 0")
            opened = min(opened, time.monotonic() - began)
        print(f"open and ranked after {opened:.2f} s")
        if opened >= 1:
            print("the page must be open in less than a second")
            wrong += 1
        browser.call("Performance.enable", timeDomain="threadTicks")
        dice = random.Random(7)
        cases = [(name, open(os.path.join(root, "Profiles", name), encoding="utf-8").read(), 10_000)
                 for name in sorted(os.listdir(os.path.join(root, "Profiles"))) if name.endswith(".json")]
        cases += [(f"random {number}", json.dumps(random_profile(dice, data)), 300) for number in range(sets)]
        cases = [(name, profile if '"date"' in profile else profile.replace("{", '{"date": "2026-11-20",', 1), draws)
                 for name, profile, draws in cases]
        began = time.monotonic()
        for (name, profile, draws), run in ahead(lambda case: assess(advisor, case), cases):
            if run.returncode:
                print(f"{name}: the command line refuses it\n{run.stderr}")
                wrong += 1
                continue
            try:
                found = browser.evaluate(f"advisor.resultOf({json.dumps(profile)}, {draws})")
            except RuntimeError as error:
                print(f"{name}: {error}\n{profile}")
                wrong += 1
                break
            lines = differences(found, expected(json.loads(run.stdout), found))
            if lines:
                wrong += 1
                print(f"{name}: {len(lines)} differences\n  " + "\n  ".join(lines[:5]))
        print(f"compared in {time.monotonic() - began:.0f} s")
        # Now that nothing else runs, and each when all is known about the one before.
        for _ in range(0 if wrong else 100):
            wall, cost = one_more_answer(browser, dice, data)
            times.append(wall)
            costs.append(cost)
            browser.wait("advisor.live.isDone")
        for sentence in live_keys.play(browser, data):
            wrong += 1
            print(sentence)
        if not wrong:
            for said in browser.complaints():
                wrong += 1
                print(said)
        for label, all_of in [("an answer is shown and laid out in", times), ("of which the page computes", costs)]:
            if not all_of:
                continue
            all_of.sort()
            print(f"{label} {all_of[len(all_of) // 2]:.1f} ms (median), {all_of[int(0.95 * len(all_of))]:.1f} ms (95 %), "
                  f"{all_of[-1]:.1f} ms at most")
        print(f"{len(cases)} cases, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
