// What differs between two profiles, in words: what was undone, and what is tried beside an assessed result.

// How much a criterion counts, as words and sliders say it: a multiple of the usual.
const weightSteps = [[0, "words0"], [0.5, "words05"], [1, "words1"], [2, "words2"], [4, "words4"]];
const usualWeight = (criterion) => criterion.weight || 1;

function factorText(factor) {
  const word = weightSteps.find(([step]) => step === factor)?.[1];
  return word ? say(word) : say("wordsOther", decimal(factor, 2));
}

const weightText = (criterion, weights) => factorText((weights?.[criterion.id] ?? criterion.weight) / usualWeight(criterion));

// The people whose weights a profile holds. What does not look like people is left alone.
function peopleOf(profile) {
  const people = profile.plain["x-people"];
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isRight = (one) => isObject(one) && typeof one.name === "string" && isObject(one.weights)
    && Object.values(one.weights).every((weight) => Number.isFinite(weight) && weight >= 0);
  return Array.isArray(people) && people.every(isRight) ? people : [];
}

// Entries with a name, what stood under it and what stands there now.
// - kind: "title", "answer" or "note" (with the place of its fact), "weight" (with its criterion), "people".
function differences(then, now) {
  const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const facts = data.facts.map((fact, index) => [fact, index]).filter(([fact]) => fact.id !== undefined);
  const note = (one) => (one.isInternal ? "…" : one.text);
  return [
    ...(then.plain.title === now.plain.title ? []
      : [{ kind: "title", name: say("project"), was: then.plain.title, is: now.plain.title }]),
    ...facts.filter(([{ id }]) => !isSame(then.answer(id), now.answer(id))).map(([fact, index]) => (
      { kind: "answer", fact: index, name: factTitle(fact),
        was: valueText(fact, then.answer(fact.id)), is: valueText(fact, now.answer(fact.id)) })),
    ...facts.filter(([{ id }]) => !isSame(then.plain.notes?.[id], now.plain.notes?.[id])).map(([fact, index]) => (
      { kind: "note", fact: index, name: say("noteOn", factTitle(fact)),
        was: note(then.note(fact.id)), is: note(now.note(fact.id)) })),
    ...weightDifferences(peopleOf(then), peopleOf(now), then.plain.weights, now.plain.weights),
  ];
}

// Of several people each one's weights; the mean, which the profile holds, follows from them.
function weightDifferences(then, now, weightsThen, weightsNow) {
  const names = (people) => people.map(({ name }) => name).join(", ");
  if (then.length !== now.length) return [{ kind: "people", name: say("people"), was: names(then), is: names(now) }];
  const pairs = then.length ? now.map((person, place) => [person.name, then[place].weights, person.weights])
    : [["", weightsThen, weightsNow]];
  const renamed = now.map((person, place) => ({ kind: "people", name: say("personName"), was: then[place].name, is: person.name }));
  const moved = data.criteria.flatMap((criterion) => pairs.map(([person, before, after]) => ({
    kind: "weight", criterion, name: say("weight", criterion.title) + (person ? `, ${person}` : ""),
    was: weightText(criterion, before), is: weightText(criterion, after) })));
  return [...renamed, ...moved].filter(({ was, is }) => was !== is);
}

// What is as it was again after a step back or forth, in a sentence; of several things the first two.
function againText(then, now) {
  const short = (text) => (text.length > 60 ? text.slice(0, 59).trimEnd() + "…" : text);
  const all = differences(then, now).map(({ kind, name, is, fact }) => {
    if (kind === "answer" && now.answer(data.facts[fact].id) === undefined) return say("againNone", name);
    return is ? say("again", name, short(is)) : say("againEmpty", name);
  });
  const more = all.length - 2;
  return all.slice(0, 2).join("; ") + (more > 0 ? `; ${say("andMore", String(more))}` : "");
}

// How much a profile holds.
function amountText(profile) {
  const counts = [["answers", "answersCount"], ["notes", "notesCount"], ["weights", "weightsCount"]]
    .map(([section, key]) => [Object.keys(profile.plain[section] ?? {}).length, key]);
  return counts.filter(([count, key]) => count || key === "answersCount").map(([count, key]) => say(key, String(count))).join(", ");
}
