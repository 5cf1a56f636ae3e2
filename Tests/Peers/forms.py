"""The rules of a generated pack in the forms that peers read.

Conditions are brought to a form in which only comparisons are negated. A comparison with a fact that is not answered is
false there, negated or not; then `all` and `any` of two values give "true" exactly where Kleene's logic does.
"""
import json

NEGATED = {"eq": "ne", "ne": "eq", "in": "nin", "nin": "in", "ge": "lt", "lt": "ge", "has": "hasnot", "hasnot": "has"}


class Pack:
    def __init__(self, folder):
        content = json.load(open(f"{folder}/content.json"))
        self.facts = {fact["id"]: fact for fact in content["facts"]}
        self.options = sorted(option["id"] for option in content["options"])
        self.criteria = sorted(criterion["id"] for criterion in content["criteria"])
        self.rules = [(tree(rule["when"], False), rule) for rule in content["rules"]]

    def effects(self, rule):
        """(cell, points) of a rule; the cells of exclusions stand behind those of ratings."""
        width = len(self.criteria)
        for option, points in rule.get("rate", {}).items():
            yield self.options.index(option) * width + self.criteria.index(rule["criterion"]), points
        for option in rule.get("exclude", []):
            yield len(self.options) * width + self.options.index(option), 1

    @property
    def cells(self):
        return len(self.options) * (len(self.criteria) + 1)


def tree(when, negated):
    parts = []
    for key, value in when.items():
        if key == "not":
            parts.append(tree(value, not negated))
        elif key in ("all", "any"):
            parts.append(((key == "all") != negated and "and" or "or", [tree(part, negated) for part in value]))
        else:
            parts.append(comparison(key, value, negated))
    if len(parts) == 1:
        return parts[0]
    return ("or" if negated else "and", parts)


def comparison(fact, value, negated):
    if isinstance(value, list):
        test = ("in", sorted(set(value)))
    elif isinstance(value, dict):
        (word, operand), = value.items()
        test = ({"isNot": "ne", "atLeast": "ge", "below": "lt", "includes": "has"}[word], operand)
    else:
        test = ("eq", value)
    return ("test", fact, NEGATED[test[0]] if negated else test[0], test[1])


def text(node, test, both, either):
    """A tree as the text of a language: `test` gives a comparison, the others join."""
    if node[0] == "test":
        return test(node[1], node[2], node[3])
    joined = (both if node[0] == "and" else either).join(text(part, test, both, either) for part in node[1])
    return f"({joined})"


def leaves(node):
    if node[0] == "test":
        yield node
    else:
        for part in node[1]:
            yield from leaves(part)


def flat(fact):
    """A name without points, which mean something in most languages."""
    return fact.replace(".", "_").replace("-", "_")
