"""Rank acceptabilities, pairwise wins, central weights, confidence factors and confidences, computed once more.

An implementation of its own of method.md, sections 1 to 4 and 7, over arrays of worlds: it reads packs and profiles, draws
worlds with numpy's generator, and compares what it counts with what the advisor says. A number that differs by more than
four standard errors is looked at again with more and other worlds; only what differs twice is a finding.
"""

import datetime
import glob
import json
import math
import os
import subprocess
import sys
import tempfile

import numpy as np

LIMIT = 4.0
EPOCH = datetime.date(1970, 1, 1)


def days(text):
    return (datetime.date.fromisoformat(text) - EPOCH).days


class Packs:
    """All items of all packs, by kind."""

    def __init__(self, folder):
        self.items = {}
        loaded = set()
        files = []
        for manifest in sorted(glob.glob(folder + "/*/pack.json")):
            loaded.add(json.load(open(manifest))["id"])
            files += sorted(glob.glob(os.path.dirname(manifest) + "/**/*.json", recursive=True))
        for path in files:
            if os.path.basename(path) == "pack.json":
                continue
            for kind, items in json.load(open(path)).items():
                if isinstance(items, list):
                    kept = [i for i in items if set(i.get("needs", [])) <= loaded]
                    self.items.setdefault(kind, []).extend(kept)
        self.facts = {f["id"]: dict(f) for f in self.all("facts")}
        for extension in self.all("extensions"):
            fact = self.facts[extension["fact"]]
            fact["choices"] = fact["choices"] + extension["choices"]
        self.criteria = {c["id"]: c for c in self.all("criteria")}
        self.weights = {c: item.get("weight", 1) for c, item in self.criteria.items()}
        disabled = set()
        for adjustment in self.all("adjustments"):
            if "criterion" in adjustment:
                self.weights[adjustment["criterion"]] = adjustment["weight"]
            if adjustment.get("disabled"):
                disabled.add(adjustment["rule"])
        self.rules = [r for r in self.all("rules") if r["id"] not in disabled]
        self.options = {o["id"]: o for o in self.all("options")}
        self.decisions = {d["id"]: Decision(self, d) for d in self.all("decisions")}

    def all(self, kind):
        return self.items.get(kind, [])

    def decision_of(self, option):
        item = self.options[option]
        return item["decision"] if "decision" in item else self.decision_of(item["variantOf"])


class Decision:
    def __init__(self, packs, item):
        self.id, self.item = item["id"], item
        own = [o for o in packs.options.values() if packs.decision_of(o["id"]) == self.id]
        parents = {o["variantOf"] for o in own if "variantOf" in o}
        self.leaves = sorted(o["id"] for o in own if o["id"] not in parents)
        self.family = {l: packs.options[l].get("variantOf", l) for l in self.leaves}
        self.families = sorted(set(self.family.values()))

        def preference(leaf):
            item, parent = packs.options[leaf], packs.options[self.family[leaf]]
            return item.get("preference", parent.get("preference", math.inf))

        order = sorted(self.leaves, key=lambda l: (preference(l), l))
        self.tie = np.array([order.index(l) for l in self.leaves])
        self.rules = []
        criteria = set()
        for rule in packs.rules:
            rate = self.resolved(packs, rule, rule.get("rate", {}))
            exclude = self.named(packs, rule, rule.get("exclude", []))
            confirm = self.named(packs, rule, rule.get("confirm", {}))
            if rate or exclude or confirm:
                self.rules.append((rule, rate, exclude))
            if rate:
                criteria.add(rule["criterion"])
        self.criteria = sorted(criteria)

    def members(self, packs, rule, name):
        if name == "*":
            return self.leaves if rule.get("decision") == self.id else []
        return [l for l in self.leaves if name in (l, self.family[l])]

    def named(self, packs, rule, names):
        return sorted({l for n in names for l in self.members(packs, rule, n)})

    def resolved(self, packs, rule, rate):
        """Ratings by leaf; the one for a variant replaces the one for its parent, that the one for all."""
        found = {}
        width = lambda n: 0 if n == "*" else 2 if n in self.leaves and self.family[n] != n else 1
        for name in sorted(rate, key=width):
            for leaf in self.members(packs, rule, name):
                found[leaf] = rate[name]
        return found


class Value:
    """One fact in all worlds: what it is, where it is known, where it does not apply; up to `high` where it is a range."""

    def __init__(self, data, known, absent, high=None):
        self.data, self.known, self.absent, self.high = data, known, absent, high


class Worlds:
    """Worlds around a profile, evaluated: weights drawn or as stated, what is not answered drawn or left as it is assessed."""

    def __init__(self, packs, profile, count, seed, draws_weights=True, draws_answers=True):
        self.packs, self.profile, self.count, self.draws_answers = packs, profile, count, draws_answers
        self.random = np.random.default_rng(seed)
        self.today = days(profile["date"]) if "date" in profile else None
        self.values, self.outcomes = {}, {}
        self.thresholds = {}
        for item in packs.rules + list(packs.facts.values()) + packs.all("decisions"):
            for key in ("when", "relevantWhen"):
                self.note_thresholds(item.get(key, {}))
            derive = item.get("derive", {})
            for case in derive.get("cases", []):
                self.note_thresholds(case["when"])
            self.note_thresholds(derive.get("when", {}))
        weights = {**packs.weights, **profile.get("weights", {})}
        self.stated = {c: w for c, w in weights.items() if w > 0}
        used = {c for d in packs.decisions.values() for c in d.criteria}
        drawn = sorted(c for c in self.stated if c in used)
        if draws_weights:
            # Dirichlet(1, …, 1) by exponential numbers, not by spacings: another way to the same distribution.
            parts = self.random.exponential(size=(len(drawn), count))
            parts /= parts.sum(axis=0)
            self.weights = dict(zip(drawn, parts))
        else:
            self.weights = {c: np.full(count, float(self.stated[c])) for c in drawn}
        for decision in packs.decisions:
            self.decide(decision)

    # Facts

    def note_thresholds(self, condition):
        for key, value in condition.items():
            if key in ("all", "any"):
                for part in value:
                    self.note_thresholds(part)
            elif key == "not":
                self.note_thresholds(value)
            else:
                for part in value.values() if isinstance(value, dict) else [value]:
                    for number in part if isinstance(part, list) else [part]:
                        if isinstance(number, (int, float)) and not isinstance(number, bool):
                            self.thresholds.setdefault(key, set()).add(float(number))

    def value(self, name):
        if name not in self.values:
            self.values[name] = self.relevant(self.packs.facts[name], self.raw(self.packs.facts[name]))
        return self.values[name]

    def relevant(self, fact, value):
        if "relevantWhen" in fact:
            yes, no = self.condition(fact["relevantWhen"])
            value = Value(value.data, value.known & yes, (value.absent & yes) | no, value.high)
        return value

    def raw(self, fact):
        everywhere, nowhere = np.ones(self.count, bool), np.zeros(self.count, bool)
        if "derive" in fact:
            return self.derived(fact["derive"], fact)
        answer = self.profile.get("answers", {}).get(fact["id"])
        if not self.draws_answers:
            answer = fact.get("default") if answer is None else answer
            if answer is None:
                return Value(None, nowhere, nowhere)
            if isinstance(answer, dict):
                low, high = (np.full(self.count, float(answer[end])) for end in ("from", "to"))
                return Value(low, everywhere, nowhere, high)
        if answer is None:
            data = self.drawn(fact)
            return Value(data, nowhere if data is None else everywhere, nowhere)
        return Value(self.answered(fact, answer), everywhere, nowhere)

    def ids(self, fact):
        return [c["id"] for c in fact["choices"]]

    def answered(self, fact, answer):
        kind, n = fact["type"], self.count
        if kind == "boolean":
            return np.full(n, answer)
        if kind == "choice":
            return np.full(n, self.ids(fact).index(answer))
        if kind == "choices":
            return np.array([[c in answer] for c in self.ids(fact)]).repeat(n, axis=1)
        if kind == "date":
            return np.full(n, float(days(answer)))
        if isinstance(answer, dict):
            return self.within(np.full(n, answer["from"]), np.full(n, answer["to"]), fact)
        return np.full(n, float(answer))

    def within(self, low, high, fact):
        data = low + self.random.random(self.count) * (high - low)
        if fact.get("integer"):
            data = np.where(np.floor(data) < low, np.ceil(low), np.floor(data))
        return data

    def drawn(self, fact):
        kind, prior, n = fact["type"], fact.get("prior"), self.count
        if kind == "boolean":
            prior = prior or {"true": 0.5}
            return self.random.random(n) < prior.get("true", 1 - prior.get("false", 0.5))
        if kind == "choice":
            shares = np.array([prior.get(c, 0) if prior else 1 for c in self.ids(fact)], float)
            return self.random.choice(len(shares), size=n, p=shares / shares.sum())
        if kind == "choices":
            shares = np.array([prior.get(c, 0.1) if prior else 0.5 for c in self.ids(fact)])
            data = self.random.random((len(shares), n)) < shares[:, None]
            alone = np.array([c.get("exclusive", False) for c in fact["choices"]])
            data[alone] = False
            if alone.any():
                data[np.argmax(alone)] = ~data.any(axis=0)
            return data
        if kind == "date":
            if self.today is None:
                return None
            return np.floor(self.today + self.random.random(n) * 730)
        cuts = sorted(self.thresholds.get(fact["id"], []))
        if prior:
            shares = np.array([c["share"] for c in prior], float)
            below = [c.get("below") for c in prior]
            largest = max([b for b in below if b is not None] + cuts + [0])
            ends = [fact.get("minimum", min(0, 2 * (below[0] or 0)))]
            for end in below:
                if end is None:
                    end = fact.get("maximum", max(2 * largest, ends[-1] + 1))
                ends.append(max(ends[-1], end))
        else:
            low = fact.get("minimum", min(0, 2 * (cuts or [0])[0]))
            high = fact.get("maximum", max(2 * (cuts or [0])[-1], low + 1))
            ends = [low] + [c for c in cuts if low < c < high] + [high]
            shares = np.ones(len(ends) - 1)
        cell = self.random.choice(len(shares), size=n, p=shares / shares.sum())
        ends = np.array(ends, float)
        return self.within(ends[cell], ends[cell + 1], fact)

    def derived(self, derive, fact):
        if "when" in derive:
            yes, no = self.condition(derive["when"])
            return Value(yes, yes | no, np.zeros(self.count, bool))
        if "cases" in derive:
            parts = [(self.condition(c["when"]), c["value"]) for c in derive["cases"]]
            data = self.answered(fact, derive["otherwise"]).copy()
            open_, known = np.ones(self.count, bool), np.zeros(self.count, bool)
            for (yes, no), value in parts:
                hit = open_ & yes
                if fact["type"] == "choices":
                    data[:, hit] = self.answered(fact, value)[:, hit]
                else:
                    data[hit] = self.answered(fact, value)[hit]
                known |= hit
                open_ &= no
            return Value(data, known | open_, np.zeros(self.count, bool))
        return self.formula(derive)

    def formula(self, node):
        if isinstance(node, (int, float)):
            return Value(np.full(self.count, float(node)), np.ones(self.count, bool), np.zeros(self.count, bool))
        if isinstance(node, str):
            return self.value(node)
        (word, parts), = node.items()
        if word == "weeksUntil":
            value = self.value(parts)
            known = value.known & (self.today is not None)
            return Value((value.data - (self.today or 0)) / 7 if known.any() else None, known, value.absent)
        values = [self.formula(p) for p in parts]
        result = values[0]
        for other in values[1:]:
            absent = result.absent | other.absent
            known = result.known & other.known & ~absent
            if result.data is None or other.data is None:
                result = Value(None, np.zeros(self.count, bool), absent)
                continue
            corners = [
                self.calculated(word, a, b)
                for a in ([result.data] if result.high is None else [result.data, result.high])
                for b in ([other.data] if other.high is None else [other.data, other.high])
            ]
            finite = np.logical_and.reduce([np.isfinite(c) for c in corners])
            if word == "quotient" and other.high is not None:
                finite &= (other.data > 0) | (other.high < 0)
            data, high = np.min(corners, axis=0), np.max(corners, axis=0) if len(corners) > 1 else None
            result = Value(data, known & finite, absent, high)
        return result

    def calculated(self, word, a, b):
        with np.errstate(all="ignore"):
            if word == "quotient":
                return a / b
            return {"sum": np.add, "product": np.multiply, "minimum": np.minimum, "maximum": np.maximum}[word](a, b)

    # Conditions: where they hold, and where they do not

    def condition(self, condition):
        yes, no = np.ones(self.count, bool), np.zeros(self.count, bool)
        for key, value in condition.items():
            if key == "all":
                parts = [self.condition(p) for p in value]
                part = np.logical_and.reduce([p[0] for p in parts]), np.logical_or.reduce([p[1] for p in parts])
            elif key == "any":
                parts = [self.condition(p) for p in value]
                part = np.logical_or.reduce([p[0] for p in parts]), np.logical_and.reduce([p[1] for p in parts])
            elif key == "not":
                part = self.condition(value)[::-1]
            else:
                part = self.comparison(key, value)
            yes, no = yes & part[0], no | part[1]
        return yes, no

    def comparison(self, key, test):
        if key.startswith("decision."):
            name = key[len("decision."):]
            is_variant = name.endswith(".variant")
            decision = self.packs.decisions[name[: -len(".variant")] if is_variant else name]
            value = self.outcome(decision.id)[1 if is_variant else 0]
            ids, kind = decision.leaves if is_variant else decision.families, "choice"
        else:
            fact = self.packs.facts[key]
            value, kind = self.value(key), fact["type"]
            ids = self.ids(fact) if kind in ("choice", "choices") else None
        if not isinstance(test, dict):
            test = {"anyOf" if isinstance(test, list) else "is": test}
        holds, fails = np.ones(self.count, bool), np.zeros(self.count, bool)
        if value.data is not None:
            for word, operand in test.items():
                part = self.holds(value.data, kind, ids, word, operand)
                other = part if value.high is None else self.holds(value.high, kind, ids, word, operand)
                if value.high is not None and word in ("is", "isNot", "anyOf", "noneOf"):
                    raise SystemExit(f"the check does not compare a range with '{word}'")
                holds &= part & other
                fails |= ~part & ~other
        return value.known & holds, value.absent | (value.known & fails)

    def holds(self, data, kind, ids, word, operand):
        def place(x):
            return ids.index(x) if ids else days(x) if kind == "date" else x

        if word == "is":
            return data == place(operand)
        if word == "isNot":
            return data != place(operand)
        if word in ("anyOf", "noneOf"):
            inside = np.isin(data, [place(x) for x in operand])
            return inside if word == "anyOf" else ~inside
        if word in ("atLeast", "atMost", "above", "below"):
            other = place(operand)
            return {"atLeast": data >= other, "atMost": data <= other, "above": data > other, "below": data < other}[word]
        wanted = [place(x) for x in (operand if isinstance(operand, list) else [operand])]
        if word in ("includes", "includesAll"):
            return data[wanted].all(axis=0)
        if word == "includesAny":
            return data[wanted].any(axis=0)
        if word == "includesOnly":
            others = [i for i in range(len(ids)) if i not in wanted]
            return ~data[others].any(axis=0)
        raise SystemExit(f"the check does not know the comparison '{word}'")

    # Decisions

    def outcome(self, name):
        self.decide(name)
        return self.outcomes[name]["seen"]

    def decide(self, name):
        if name in self.outcomes:
            return
        decision = self.packs.decisions[name]
        applies = ~self.condition(decision.item.get("when", {}))[1]
        n, leaves = self.count, decision.leaves
        counted = [c for c in decision.criteria if c in self.weights]
        net = np.zeros((len(leaves), len(counted), n))
        excluded, enough = np.zeros((len(leaves), n), bool), np.zeros(n, bool)
        refuted = [c for c in self.profile.get("clarified", []) if not c["holds"]]
        for rule, rate, exclude in decision.rules:
            true = self.condition(rule["when"])[0]
            exclude = set(exclude)
            for clarification in refuted:
                if clarification["rule"] == rule["id"]:
                    exclude |= set(decision.members(self.packs, rule, clarification["option"]))
            for leaf in exclude:
                excluded[leaves.index(leaf)] |= true
            if exclude:
                enough |= true
            if rate and rule["criterion"] in counted:
                enough |= true
                for leaf, points in rate.items():
                    if points != "unknown":
                        net[leaves.index(leaf), counted.index(rule["criterion"])] += true * points * rule.get("weight", 1)
        scales = np.array([self.packs.criteria[c].get("scale", 24) for c in counted])
        weights = np.array([self.weights[c] for c in counted]).reshape(len(counted), n)
        shares = weights / weights.sum(axis=0) if counted else weights
        result = {"net": net, "excluded": excluded, "enough": enough, "applies": applies, "scales": scales}
        result.update(decision=decision, criteria=counted, shares=shares)
        result["order"] = self.order(result, shares)
        self.outcomes[name] = result
        best = np.where(enough & ~excluded.all(axis=0), result["order"][0], -1)
        if name in self.profile.get("decided", {}):
            choice = self.profile["decided"][name]
            own = decision.members(self.packs, {}, choice["option"] if isinstance(choice, dict) else choice)
            places = [leaves.index(l) for l in own]
            rank = np.argsort(result["order"], axis=0)
            best = np.array(places)[np.argmin(rank[places] , axis=0)]
        result["seen"] = [
            Value(data, applies & (best >= 0), ~applies | ((best < 0) & enough))
            for data in (
                np.array([decision.families.index(decision.family[l]) for l in leaves])[best],
                best,
            )
        ]

    def order(self, result, shares):
        """Places of the leaves, best first, excluded ones last."""
        scores = 100 * np.einsum("lcn,cn->ln", result["net"] / result["scales"][None, :, None], shares)
        tie = np.broadcast_to(result["decision"].tie[:, None], scores.shape)
        return np.lexsort((tie, -np.round(scores, 9), result["excluded"]), axis=0)

    def counts(self, name):
        """What SMAA-2 counts about a decision, by leaf and by option."""
        result = self.outcomes[name]
        decision, order = result["decision"], result["order"]
        applies = result["applies"]
        wins = applies & result["enough"] & ~result["excluded"].all(axis=0)
        rank = np.argsort(order, axis=0)
        admissible = ~result["excluded"]
        leaves = {l: np.where(admissible[i] & wins, rank[i], 10**6) for i, l in enumerate(decision.leaves)}
        best = {
            f: np.min([leaves[l] for l in decision.leaves if decision.family[l] == f], axis=0) for f in decision.families
        }
        families = {f: np.sum([best[g] < best[f] for g in best], axis=0) for f in best}
        families = {f: np.where(best[f] < 10**6, families[f], 10**6) for f in best}
        return applies, wins, leaves, families


class Comparison:
    """Collects what differs, with the number of standard errors."""

    def __init__(self):
        self.seen, self.worst, self.beyond = 0, 0.0, {}

    def note(self, name, error, difference):
        self.seen += 1
        z = abs(difference) / error if error > 0 else (0.0 if abs(difference) < 1e-9 else math.inf)
        self.worst = max(self.worst, z)
        if z > LIMIT:
            self.beyond[name] = z

    def shares(self, name, a, n, b, m):
        pooled = (a * n + b * m) / (n + m)
        self.note(name, math.sqrt(max(0.0, pooled * (1 - pooled)) * (1 / n + 1 / m)), a - b)


def compare(advisor, packs, path, draws, count, seed):
    result = json.loads(
        subprocess.run(
            [advisor, "assess", path, "--format", "json", "--draws", str(draws)], check=True, capture_output=True
        ).stdout
    )
    profile = json.load(open(path))
    worlds = Worlds(packs, profile, count, seed)
    fixed_weights = Worlds(packs, profile, count, seed + 1, draws_weights=False)
    fixed_answers = Worlds(packs, profile, count, seed + 1, draws_answers=False)
    found = Comparison()
    for decision in result["decisions"]:
        if "families" not in decision:
            continue
        name = decision["id"]
        applies, wins, leaves, families = worlds.counts(name)
        m, confidence = int(applies.sum()), decision["confidence"]
        n = confidence["draws"] if confidence else draws
        if m < 100 or n < 100:
            continue
        for kind, own, listed in (("option", families, decision["families"]), ("leaf", leaves, decision["options"])):
            for item in listed:
                where = f"{name}, {kind} {item['id']}"
                rank = own[item["id"]]
                ranks = item["ranks"] if kind == "option" else item["acceptability"]
                for place, share in enumerate(ranks):
                    found.shares(f"{where}: rank {place + 1}", share, n, float((applies & (rank == place)).sum()) / m, m)
                for win in item["winsOver"]:
                    share = float((applies & (rank < own[win["id"]])).sum()) / m
                    found.shares(f"{where}: over {win['id']}", win["share"], n, share, m)
                central(found, where, worlds.outcomes[name], applies & (rank == 0), item, ranks[0] * n)
                factor(found, where, worlds, name, kind, item, n, m, applies, wins)
        if confidence:
            for part, alone, key in (("weights", fixed_answers, "fromWeights"), ("answers", fixed_weights, "fromAnswers")):
                applied, _, _, rank = alone.counts(name)
                share = float((applied & (rank[confidence["option"]] == 0)).sum()) / int(applied.sum())
                # Without anything open the advisor needs one world only for the answers.
                found.shares(f"{name}: {part} alone", confidence[key], n, share, m)
    return found


def central(found, where, result, wins, item, count):
    if count < 100 or wins.sum() < 100:
        return
    for weight in item["centralWeights"]:
        sample = result["shares"][result["criteria"].index(weight["criterion"])][wins]
        error = float(sample.std()) * math.sqrt(1 / count + 1 / len(sample))
        found.note(f"{where}: central weight of {weight['criterion']}", error, weight["share"] - float(sample.mean()))


def factor(found, where, worlds, name, kind, item, n, m, applies, wins):
    if item["confidenceFactor"] is None:
        return
    result = worlds.outcomes[name]
    weights = {w["criterion"]: w["share"] for w in item["centralWeights"]}
    shares = np.array([weights[c] for c in result["criteria"]])[:, None].repeat(worlds.count, axis=1)
    first = worlds.order(result, shares)[0]
    decision = result["decision"]
    own = [l == item["id"] if kind == "leaf" else decision.family[l] == item["id"] for l in decision.leaves]
    share = float((wins & np.array(own)[first]).sum()) / m
    found.shares(f"{where}: confidence factor", item["confidenceFactor"], n, share, m)


def main(advisor):
    packs = Packs("Rules")
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        cases = sorted(glob.glob("Profiles/*.json"))
        for path in list(cases):
            # The same customer half-way through the questions.
            profile = json.load(open(path))
            answers = list(profile["answers"].items())
            profile["answers"] = dict(a for i, a in enumerate(answers) if i % 2 == 0)
            half = os.path.join(folder, os.path.basename(path).replace(".json", "-half.json"))
            json.dump(profile, open(half, "w"))
            cases.append(half)
        for number, path in enumerate(cases):
            found = compare(advisor, packs, path, 10_000, 40_000, 2 * number)
            beyond = found.beyond
            if beyond:
                again = compare(advisor, packs, path, 100_000, 200_000, 1000 + 2 * number)
                beyond = {k: (v, again.beyond[k]) for k, v in beyond.items() if k in again.beyond}
            name = os.path.basename(path).replace(".json", "")
            print(f"{name}: {found.seen} numbers, the farthest {found.worst:.1f} standard errors apart")
            for key, (first, second) in beyond.items():
                print(f"  {key}: {first:.1f}, then {second:.1f} standard errors apart")
            failures += len(beyond)
    if failures:
        sys.exit(f"{failures} numbers differ by more than {LIMIT:.0f} standard errors")


if __name__ == "__main__":
    main(sys.argv[1])
