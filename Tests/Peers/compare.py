"""Runs the advisor and its peers on one workload and prints ratios: compare.py BIN HOME PROFILES."""
import datetime
import json
import os
import platform
import resource
import subprocess
import sys
import time

import numpy

import smaa
from engines import Datalogic, DuckDB, Numpy, Polars, Zen
from forms import Pack

BIN, HOME, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3])
RULES = 1_000
folder = f"{HOME}/load"
wrong = False


def used(words, **options):
    """Seconds of processor time of another program, and its output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def row(task, who, seconds, ours, answer=None, right=None):
    """One line of the table: what it takes, how many times what the advisor takes, whether the answers are right."""
    global wrong
    right = expected if right is None else right
    equal = "" if answer is None else "equal" if numpy.array_equal(answer, right[: len(answer)]) else "WRONG"
    wrong = wrong or equal == "WRONG"
    ratio = "" if ours is None else f"{seconds / ours:8.2f} x"
    print(f"{task:<34}{who:<26}{seconds * 1e6:>12.2f} µs {ratio:>12}  {equal}", flush=True)


def try_peer(task, who, work):
    try:
        work()
    except ImportError as error:
        print(f"{task:<34}{who:<26} left out: {error}")


def export(folder, rules, count):
    """Packs and profiles of a size, as they are and as text."""
    os.makedirs(folder, exist_ok=True)
    words = ["--export", folder, "--rules", str(rules), "--profiles", str(count)]
    subprocess.run([f"{BIN}/advisor-bench", *words], check=True)
    return Pack(folder), open(f"{folder}/profiles.ndjson", "rb").read()


def answers_of_advisor(folder, pack, ndjson):
    """Per profile: net points of every option and criterion, and which options are excluded."""
    words = [f"{BIN}/advisor", "batch", "--jobs", "1", "--rules", folder, "--fields", "net,excluded"]
    return numpy.array([
        [points for option in pack.options for points in found["net"][option]]
        + [int(option in found["excluded"]) for option in pack.options]
        for found in (json.loads(line)["decisions"]["d"] for line in used(words, input=ndjson)[1].splitlines())
    ])


pack, ndjson = export(folder, RULES, COUNT)
profiles = [json.loads(line) for line in ndjson.splitlines()]
words = [f"{BIN}/advisor", "batch", "--jobs", "1", "--rules", folder]
expected = answers_of_advisor(folder, pack, ndjson)
with open("/proc/cpuinfo") if os.path.exists("/proc/cpuinfo") else open(os.devnull) as file:
    models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
machine = models[0] if models else platform.processor() or platform.machine()
print(f"{datetime.date.today()}, {machine}, one thread, processor time; {RULES} rules, {COUNT} profiles of "
      f"{len(ndjson) // COUNT} bytes; 'x' is how many times the advisor's time\n")

# From NDJSON to results: what one more profile takes, and apart what comes before the first one (start, packs, planning).
task = "NDJSON to results, a profile"
few = b"".join(line + b"\n" for line in ndjson.splitlines()[:10])
open(f"{folder}/few.ndjson", "wb").write(few)


def timed(work):
    start = time.process_time()
    answer = work()
    return time.process_time() - start, answer


def text_of(whole):
    return ndjson if whole else few


# Who reads text: each gives seconds and answers, of all profiles or of ten.
readers = {"advisor batch": lambda whole: (used(words, input=text_of(whole))[0], None)}


def add_polars():
    peer = Polars(pack)
    peer.answer(few)
    readers["polars"] = lambda whole: timed(lambda: peer.answer(text_of(whole)))


def add_duckdb():
    peer = DuckDB(pack)
    readers["duckdb"] = lambda whole: timed(lambda: peer.answer(f"{folder}/{'profiles' if whole else 'few'}.ndjson"))


try_peer(task, "polars", add_polars)
try_peer(task, "duckdb", add_duckdb)
# In turns, since a shared machine is faster at one time than at another.
rounds = {who: [] for who in readers}
for _ in range(5):
    for who, read in readers.items():
        start, _ = read(False)
        seconds, answer = read(True)
        rounds[who].append(((seconds - start) / (COUNT - 10), start, answer))
for who, times in rounds.items():
    times.sort(key=lambda one: one[0])
    batch = sorted(rounds["advisor batch"], key=lambda one: one[0])[2][0]
    row(task, who, times[2][0], batch, times[2][2])
    print(f"{'':<34}{'  before the first':<26}{times[2][1] * 1e6:>12.0f} µs", flush=True)

# Worlds in columns, and one profile at a time.
def bench(*words):
    """What the program that measures the advisor finds, by its name and size."""
    found = json.loads(used([f"{BIN}/advisor-bench", "--json", *words])[1])
    return {(entry["what"], entry.get("size")): entry["value"] for entry in found}


def in_turns(runners, rounds=5):
    """The median seconds of everybody, and the last answer: in turns, since a shared machine is faster at one time than
    at another."""
    times, answers = {who: [] for who in runners}, {}
    for _ in range(rounds):
        for who, run in runners.items():
            seconds, answers[who] = run()
            times[who].append(seconds)
    return {who: (sorted(times[who])[rounds // 2], answers[who]) for who in runners}


def rows(task, runners, right=None):
    found = in_turns(runners)
    for who, (seconds, answer) in found.items():
        row(task, who, seconds, found["advisor"][0], answer, right)


task = "encoded worlds, a world"
peer = Numpy(pack)
table = peer.encode(profiles)


def one_world(work):
    seconds, answer = timed(work)
    return seconds / COUNT, answer


worlds = {
    "advisor": lambda: (1 / bench("--quick", "--only", "worlds, by rules")["worlds, by rules", RULES], None),
    "numpy": lambda: one_world(lambda: peer.answer(table)),
}


def add_reference():
    """Writes the program and the columns for reference.c."""
    names = list(pack.facts)
    code = {"eq": "=", "ne": "!", "ge": ">", "lt": "<", "in": "i", "nin": "o", "has": "h", "hasnot": "n"}

    def values(fact, word, operand):
        place = {choice["id"]: at for at, choice in enumerate(pack.facts[fact].get("choices", []))}
        listed = operand if isinstance(operand, list) else [operand]
        known = [place.get(one, one) if isinstance(one, str) else int(one) for one in listed]
        return [1 << known[0]] if word in ("has", "hasnot") else known

    tests = {test: at for at, test in enumerate(peer.tests)}
    lines = [f"{COUNT} {len(names)} {pack.cells} {len(tests)}"]
    for fact, word, operand in peer.tests:
        numbers = values(fact, word, json.loads(operand))
        lines.append(" ".join(str(n) for n in [names.index(fact), ord(code[word]), len(numbers), *numbers]))
    lines.append(str(len(pack.rules)))

    def postfix(node):
        if node[0] == "test":
            return [tests[(node[1], node[2], json.dumps(node[3]))]]
        parts = [number for part in node[1] for number in postfix(part)]
        return parts + [-2 * len(node[1]) - (node[0] == "or")]

    for tree, rule in pack.rules:
        program, effects = postfix(tree), [number for effect in pack.effects(rule) for number in effect]
        for numbers in (program, effects):
            lines.append(" ".join(str(n) for n in [len(numbers), *numbers]))
    open(f"{HOME}/program.txt", "w").write("\n".join(lines) + "\n")
    absent = numpy.iinfo(numpy.int32).min
    with open(f"{HOME}/columns.bin", "wb") as file:
        for name in names:
            known, cells = table[name]
            file.write(numpy.where(known, cells, absent).astype(numpy.int32).tobytes())

    def run(program):
        words = [f"{HOME}/{program}", f"{HOME}/program.txt", f"{HOME}/columns.bin", f"{HOME}/answers.bin", "5"]
        seconds = float(used(words)[1])
        answer = numpy.fromfile(f"{HOME}/answers.bin", dtype=numpy.int16).reshape(COUNT, pack.cells).astype(numpy.int64)
        answer[:, len(pack.options) * len(pack.criteria):] = answer[:, len(pack.options) * len(pack.criteria):] > 0
        return seconds, answer

    worlds["C, for this processor"] = lambda: run("reference")
    worlds["C, for any processor"] = lambda: run("reference-plain")


if os.path.exists(f"{HOME}/reference") and os.path.exists(f"{HOME}/reference-plain"):
    add_reference()
rows(task, worlds)


def one_profile(rules):
    what = "one profile through the kernel, by rules"
    task = f"one profile, decoded, {rules} rules"
    place = f"{HOME}/one"
    pack, text = export(place, rules, 200)
    profiles = [json.loads(line) for line in text.splitlines()]
    runners = {"advisor": lambda: (bench("--quick", "--only", what)[what, rules] / 1e3, None)}

    def add(who, make):
        peer = make(pack)
        contexts = [peer.context(profile) for profile in profiles]

        def run():
            seconds, answers = timed(lambda: [peer.answer(context) for context in contexts])
            return seconds / len(contexts), numpy.array(answers)

        run()
        runners[who] = run

    try_peer(task, "zen-engine", lambda: add("zen-engine", Zen))
    try_peer(task, "datalogic-py", lambda: add("datalogic-py", Datalogic))
    rows(task, runners, answers_of_advisor(place, pack, text))


for rules in (100, 1_000):
    one_profile(rules)

# Ranks under drawn weights, drawing included.
for draws in (10_000, 100_000):
    what = "ranks under drawn weights, by draws"
    larger = "ranks under drawn weights with 1,000 rules, by draws"
    rows(f"ranks under {draws} drawn weights", {
        "advisor": lambda: (bench("--only", what)[what, draws] / 1e3, None),
        "advisor, from 1000 rules": lambda: (bench("--only", larger)[larger, draws] / 1e3, None),
        "numpy, 32 bits": lambda: (smaa.seconds(draws), None),
    })
try_peer(task, "pymcdm", lambda: row("ranks under 1000 drawn weights", "pymcdm", smaa.by_pymcdm(1_000), None))

# Cold: a process from its start to its end.
site = os.path.dirname(os.path.dirname(numpy.__file__))
for rules in (100, 1_000):
    task = f"cold, {rules} rules"
    small, _ = export(folder, rules, 1)
    profile = f"{folder}/profiles.ndjson"
    programs = {"advisor assess": [f"{BIN}/advisor", "assess", profile, "--rules", folder, "--draws", "0"]}

    def add_zen():
        peer = Zen(small)
        source = "[" + ", ".join(peer.source(tree) for tree, _ in small.rules) + "]"
        context = peer.context(json.loads(open(profile).readline()))
        json.dump({"source": source, "context": context}, open(f"{HOME}/cold.json", "w"))
        script = (f"import sys; sys.path.append({site!r}); import json, zen; made = json.load(open({HOME + '/cold.json'!r})); "
                  "print(len(zen.compile_expression(made['source']).evaluate(made['context'])))")
        programs["zen-engine in Python"] = [sys.executable, "-I", "-S", "-c", script]

    try_peer(task, "zen-engine", add_zen)
    found = in_turns({who: lambda words=words: (used(words)[0], None) for who, words in programs.items()}, rounds=21)
    for who, (seconds, _) in found.items():
        row(task, who, seconds, found["advisor assess"][0])

# How it grows: exponents over 100, 1,000 and 10,000 rules, and up to a million profiles.
print()
for (what, size), value in bench().items():
    if what.startswith("growth: "):
        print(f"{what:<60}{value:>8.2f}")
    if what.endswith("peak memory"):
        print(f"{what + ', ' + str(size) + ' profiles':<60}{value:>8.1f} MB")
sys.exit(1 if wrong else 0)
