"""Called by schema-check: validates what we ship, and sees that what is broken is refused at the right place."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator

advisor = str(pathlib.Path(sys.argv[1]).resolve())
root = pathlib.Path(".")
fixtures = root / "Tests/RuleCompilerTests/Broken"
limits = json.loads((root / ".ci/schema-limits.json").read_text())
mistakes = []


class NotJSON(Exception):
    pass


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise NotJSON("a key stands twice")
    return dict(pairs)


def load(path):
    """What a strict JSON parser makes of the file; NotJSON where it is none."""
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf"):
        raise NotJSON("byte order mark")
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:
        raise NotJSON(str(error))


def schemas(rules, *options):
    """The validators of the kinds of files, for some packs."""
    with tempfile.TemporaryDirectory() as folder:
        command = [advisor, "packs", "schema", "--rules", str(rules), "-o", folder, *options]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit("advisor packs schema failed:\n" + run.stderr)
        found = {}
        for kind in ["pack", "content", "profile", "brand"]:
            schema = json.loads((pathlib.Path(folder) / (kind + ".schema.json")).read_text())
            Draft202012Validator.check_schema(schema)
            found[kind] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        return found


def kind(path):
    if path.name == "pack.json":
        return "pack"
    if path.name == "brand.json":
        return "brand"
    return "profile" if path.name == "profile.json" or "Profiles" in path.parts else "content"


def leaves(error):
    """The innermost errors of one: those that name the narrowest places."""
    inner = [leaf for part in error.context or [] for leaf in leaves(part)]
    return inner or [error]


def line_of(text, path):
    """The lines that the value at a path stands on, found by walking the text once more."""
    decoder = json.JSONDecoder()
    space = re.compile(r"[ \t\r\n]*")

    def walk(place, path):
        start = space.match(text, place).end()
        end = decoder.raw_decode(text, start)[1]
        if not path:
            return start, end
        place = start + 1
        index = 0
        while True:
            place = space.match(text, place).end()
            if isinstance(path[0], str):
                key, place = decoder.raw_decode(text, place)
                place = space.match(text, space.match(text, place).end() + 1).end()
            else:
                key = index
            if key == path[0]:
                return walk(place, path[1:])
            place = space.match(text, decoder.raw_decode(text, place)[1]).end() + 1
            index += 1

    start, end = walk(0, list(path))
    return text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1


# What we ship.
ours = schemas("Rules")
shipped = [*sorted(root.glob("Rules/**/*.json")), *sorted(root.glob("Profiles/**/*.json")),
           root / "Tests/AdvisorCLITests/Fixtures/brand.json"]
for path in shipped:
    for error in ours[kind(path)].iter_errors(load(path)):
        mistakes.append(f"{path} is shipped and refused: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")

# What we write: the results about our profiles, for every edition that has scores. No key that the schema does not name.
results = 0
command = [advisor, "packs", "schema", "result", "--strict", "--rules", "Rules"]
schema = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
Draft202012Validator.check_schema(schema)
checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
for path in sorted(root.glob("Profiles/*.json")):
    for edition in ["customer", "internal"]:
        command = [advisor, "assess", str(path), "--format", "json", "--edition", edition, "--rules", "Rules"]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit("advisor assess failed:\n" + run.stderr)
        results += 1
        for error in checker.iter_errors(json.loads(run.stdout)):
            mistakes.append(f"the result of {path} is refused: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")

# What is broken.
refused = legal = 0
names = sorted(path.name for path in fixtures.iterdir() if path.is_dir() and path.name != "base")
for name in ["base"] + names:
    folder = fixtures / name
    code = name.split("--")[0]
    reason = limits["fixtures"].get(name) or limits["codes"].get(code)
    with tempfile.TemporaryDirectory() as place:
        rules = pathlib.Path(place) / "Rules"
        shutil.copytree(fixtures / "base/Rules", rules)
        if name != "base" and (folder / "Rules").is_dir():
            shutil.copytree(folder / "Rules", rules, dirs_exist_ok=True)
        validators = schemas(rules, "--despite-errors", *(["--strict"] if (folder / "strict").exists() else []))
    expected = (folder / "expected.txt").read_text() if (folder / "expected.txt").exists() else ""
    isLegal = expected != "" and "error: " not in expected
    places = set(re.findall(r"--> (\S+?):(\d+):\d+", expected))
    hits, others = [], []
    for path in sorted(folder.glob("**/*.json")):
        shown = str(path.relative_to(folder))
        try:
            value = load(path)
        except NotJSON:
            hits.append(shown)
            continue
        text = path.read_text()
        for error in validators[kind(path)].iter_errors(value):
            for leaf in leaves(error):
                first, last = line_of(text, leaf.absolute_path)
                isHere = not places or any(file == shown and first <= int(line) <= last for file, line in places)
                (hits if isHere else others).append(f"{shown}:{first}: {leaf.message[:120]}")
    if name == "base":
        mistakes += [f"the pack without a mistake is refused: {hit}" for hit in hits + others]
        continue
    if isLegal:
        # Only warnings: whoever runs the advisor may go on, so the schema must not refuse it.
        mistakes += [f"{name} is legal and refused: {hit}" for hit in hits + others]
        legal += 1
        continue
    refused += bool(hits)
    if hits and code in limits["codes"]:
        continue
    if hits and reason:
        mistakes.append(f"{name} is refused although schema-limits.json says it cannot be: {hits[0]}")
    elif not hits and not reason:
        mistakes.append(f"{name} passes: mend the schema, or say in schema-limits.json why it cannot tell ({others[:1]})")

for entry in sorted(set(limits["fixtures"]) - set(names)):
    mistakes.append(f"schema-limits.json names the fixture '{entry}', which does not exist")
for mistake in mistakes:
    print("error:", mistake)
if mistakes:
    sys.exit(f"{len(mistakes)} mistakes")
left = len(names) - legal - refused
print(f"{results} results are valid")
print(f"{len(shipped)} files we ship are valid; of {len(names) - legal} broken fixtures {refused} are refused, {left} cannot be")
