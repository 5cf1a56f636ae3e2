"""The peers: each makes itself ready once, and then answers profiles with all cells of the decision."""
import io
import json

import numpy

from forms import flat, leaves, text


def points_matrix(pack):
    matrix = numpy.zeros((len(pack.rules), pack.cells), dtype=numpy.float32)
    for row, (_, rule) in enumerate(pack.rules):
        for cell, points in pack.effects(rule):
            matrix[row, cell] += points
    return matrix


def finished(pack, sums):
    """Net points as whole numbers, exclusions as 0 or 1."""
    answer = sums.astype(numpy.int64)
    rated = len(pack.options) * len(pack.criteria)
    answer[:, rated:] = answer[:, rated:] > 0
    return answer


class Numpy:
    """Distinct comparisons once, as columns of booleans; points by one matrix product."""

    def __init__(self, pack):
        self.pack, self.matrix = pack, points_matrix(pack)
        self.tests = sorted({(t[1], t[2], json.dumps(t[3])) for tree, _ in pack.rules for t in leaves(tree)})
        self.place = {test: row for row, test in enumerate(self.tests)}

    def encode(self, profiles):
        table = {}
        for name, fact in self.pack.facts.items():
            values = [profile["answers"].get(name) for profile in profiles]
            known = numpy.array([value is not None for value in values])
            if fact["type"] == "choices":
                bits = {choice["id"]: 1 << place for place, choice in enumerate(fact["choices"])}
                cells = numpy.array([sum(bits[one] for one in value or []) for value in values], dtype=numpy.int32)
            elif fact["type"] == "choice":
                codes = {choice["id"]: place for place, choice in enumerate(fact["choices"])}
                cells = numpy.array([codes.get(value, -1) for value in values], dtype=numpy.int32)
            else:
                cells = numpy.array([value if value is not None else 0 for value in values], dtype=numpy.float32)
            table[name] = (known, cells)
        return table

    def answer(self, table, size=2_048):
        """So many worlds at a time that what comes between stays near the processor: the fastest of several sizes."""
        count = len(next(iter(table.values()))[0])
        rules = numpy.empty((len(self.pack.rules), size), dtype=numpy.float32)
        answers = []
        for start in range(0, count, size):
            part = {name: (known[start:start + size], cells[start:start + size]) for name, (known, cells) in table.items()}
            truths = [self.test(part, *test) for test in self.tests]
            width = len(truths[0])
            for row, (tree, _) in enumerate(self.pack.rules):
                rules[row, :width] = self.truth(tree, truths)
            answers.append(finished(self.pack, rules[:, :width].T @ self.matrix))
        return numpy.concatenate(answers)

    def truth(self, tree, truths):
        if tree[0] == "test":
            return truths[self.place[(tree[1], tree[2], json.dumps(tree[3]))]]
        parts = [self.truth(part, truths) for part in tree[1]]
        join = numpy.logical_and if tree[0] == "and" else numpy.logical_or
        result = parts[0]
        for part in parts[1:]:
            result = join(result, part)
        return result

    def test(self, table, fact, word, operand):
        known, cells = table[fact]
        operand = json.loads(operand)
        codes = {choice["id"]: place for place, choice in enumerate(self.pack.facts[fact].get("choices", []))}
        if word in ("has", "hasnot"):
            found = (cells & (1 << codes[operand])) != 0
        elif word in ("in", "nin"):
            found = numpy.isin(cells, [codes[one] for one in operand])
        elif word in ("ge", "lt"):
            found = cells >= operand
        else:
            found = cells == codes.get(operand, operand)
        return known & (~found if word in ("ne", "nin", "lt", "hasnot") else found)


class Polars:
    """Every rule an expression, every cell a sum of them; from NDJSON text."""

    def __init__(self, pack):
        import polars
        self.pack, self.polars = pack, polars
        column = lambda fact: polars.col("answers").struct.field(fact)
        self.columns = [column(fact).alias(fact) for fact in pack.facts]
        sums = [[] for _ in range(pack.cells)]
        truths = []
        for row, (tree, rule) in enumerate(pack.rules):
            truths.append(self.expression(tree).fill_null(False).alias(f"r{row}"))
            for cell, points in pack.effects(rule):
                sums[cell].append(polars.col(f"r{row}").cast(polars.Int32) * points)
        self.truths = truths
        self.sums = [polars.sum_horizontal(parts).alias(f"s{cell}") if parts else polars.lit(0).alias(f"s{cell}")
                     for cell, parts in enumerate(sums)]
        kinds = {"boolean": polars.Boolean, "number": polars.Float64, "choice": polars.String,
                 "choices": polars.List(polars.String)}
        self.schema = {"answers": polars.Struct({name: kinds[fact["type"]] for name, fact in pack.facts.items()})}

    def expression(self, node):
        polars = self.polars
        if node[0] != "test":
            parts = [self.expression(part).fill_null(False) for part in node[1]]
            return polars.all_horizontal(parts) if node[0] == "and" else polars.any_horizontal(parts)
        _, fact, word, operand = node
        column = polars.col(fact)
        return {"eq": lambda: column == operand, "ne": lambda: column != operand, "ge": lambda: column >= operand,
                "lt": lambda: column < operand, "in": lambda: column.is_in(operand),
                "nin": lambda: ~column.is_in(operand), "has": lambda: column.list.contains(operand),
                "hasnot": lambda: ~column.list.contains(operand)}[word]()

    def answer(self, ndjson):
        frame = self.polars.read_ndjson(io.BytesIO(ndjson), schema=self.schema).select(self.columns)
        truths = frame.lazy().select(self.truths).collect()
        return finished(self.pack, truths.lazy().select(self.sums).collect().to_numpy())


class DuckDB:
    """Every cell a sum in one query; from an NDJSON file."""

    def __init__(self, pack):
        import duckdb
        self.pack = pack
        self.base = duckdb.connect()
        self.base.execute("SET threads = 1")
        kinds = {"boolean": "BOOLEAN", "number": "DOUBLE", "choice": "VARCHAR", "choices": "VARCHAR[]"}
        shape = ", ".join(f'"{name}" {kinds[fact["type"]]}' for name, fact in pack.facts.items())
        self.columns = "{answers: 'STRUCT(" + shape + ")'}"
        rules, sums = [], [[] for _ in range(pack.cells)]
        for row, (tree, rule) in enumerate(pack.rules):
            rules.append(f"coalesce({text(tree, self.test, ' AND ', ' OR ')}, false)::INT AS r{row}")
            for cell, points in pack.effects(rule):
                sums[cell].append(f"{points} * r{row}")
        self.rules = ", ".join(rules)
        self.sums = ", ".join((" + ".join(parts) or "0") + f" AS s{cell}" for cell, parts in enumerate(sums))

    def test(self, fact, word, operand):
        name = f'answers."{fact}"'
        say = lambda value: {True: "true", False: "false"}.get(value, f"'{value}'") if not isinstance(value, (int, float)) or isinstance(value, bool) else str(value)
        listed = lambda: "(" + ", ".join(say(one) for one in operand) + ")"
        found = {"eq": lambda: f"{name} = {say(operand)}", "ne": lambda: f"{name} <> {say(operand)}",
                 "ge": lambda: f"{name} >= {operand}", "lt": lambda: f"{name} < {operand}",
                 "in": lambda: f"{name} IN {listed()}", "nin": lambda: f"{name} NOT IN {listed()}",
                 "has": lambda: f"list_contains({name}, {say(operand)})",
                 "hasnot": lambda: f"NOT list_contains({name}, {say(operand)})"}[word]()
        return f"coalesce({found}, false)"

    def answer(self, path):
        query = (f"SELECT {self.sums} FROM (SELECT {self.rules} FROM read_json('{path}', format='newline_delimited', "
                 f"columns={self.columns}))")
        columns = self.base.execute(query).fetchnumpy()
        return finished(self.pack, numpy.stack([columns[f"s{cell}"] for cell in range(self.pack.cells)], axis=1))


class Single:
    """Engines that answer one profile at a time with the truth of every rule; the points are added here."""

    def __init__(self, pack):
        self.pack, self.matrix = pack, points_matrix(pack)

    def answer(self, context):
        return finished(self.pack, (numpy.array(self.truths(context), dtype=numpy.float32) @ self.matrix)[None, :])[0]


class Zen(Single):
    """One compiled expression that lists all conditions: the fastest form of zen-engine."""

    def __init__(self, pack):
        import zen
        super().__init__(pack)
        self.compiled = zen.compile_expression("[" + ", ".join(self.source(tree) for tree, _ in pack.rules) + "]")

    def source(self, tree):
        def test(fact, word, operand):
            name, said = flat(fact), json.dumps(operand)
            known = f"{name} != null and "
            return "(" + known + {"eq": f"{name} == {said}", "ne": f"{name} != {said}", "ge": f"{name} >= {said}",
                                  "lt": f"{name} < {said}", "in": f"{name} in {said}", "nin": f"not ({name} in {said})",
                                  "has": f"contains({name}, {said})", "hasnot": f"not contains({name}, {said})"}[word] + ")"
        return text(tree, test, " and ", " or ")

    def context(self, profile):
        return {flat(fact): profile["answers"].get(fact) for fact in self.pack.facts}

    def truths(self, context):
        return self.compiled.evaluate(context)


class Datalogic(Single):
    """One compiled rule that lists all conditions in JSONLogic."""

    def __init__(self, pack):
        import datalogic_py
        super().__init__(pack)
        self.rule = datalogic_py.Engine().compile(json.dumps([self.logic(tree) for tree, _ in pack.rules]))

    def logic(self, node):
        if node[0] != "test":
            return {node[0]: [self.logic(part) for part in node[1]]}
        _, fact, word, operand = node
        name = {"var": flat(fact)}
        made = {"eq": {"===": [name, operand]}, "ne": {"!==": [name, operand]}, "ge": {">=": [name, operand]},
                "lt": {"<": [name, operand]}, "in": {"in": [name, operand]}, "nin": {"!": {"in": [name, operand]}},
                "has": {"in": [operand, name]}, "hasnot": {"!": {"in": [operand, name]}}}[word]
        return {"and": [{"!==": [name, None]}, made]}

    def context(self, profile):
        return {flat(fact): profile["answers"].get(fact) for fact in self.pack.facts}

    def truths(self, context):
        return self.rule.evaluate(context)
