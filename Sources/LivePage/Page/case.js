// What a profile says, as bytes for the engine: see `CaseFileBytes`.
class Misfit extends Error {}

function dayNumber(text) {
  if (typeof text !== "string") return undefined;
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(+parts[1], +parts[2] - 1, +parts[3]);
  return date.toISOString().slice(0, 10) === text ? date.getTime() / 864e5 : undefined;
}

function dayText(day) { return new Date(day * 864e5).toISOString().slice(0, 10); }

// An answer in the form of the engine; undefined while there is none. Throws `Misfit` for one that does not fit.
function extent(fact, value) {
  if (value === undefined || value === null) return undefined;
  const refuse = () => { throw new Misfit(fact.id); };
  const bit = (id) => {
    const place = fact.choices.findIndex((choice) => choice.id === id);
    return place < 0 ? refuse() : 1n << BigInt(place);
  };
  const empty = { must: 0n, may: 0n, lower: 0, upper: 0 };
  switch (fact.type) {
    case "boolean": return typeof value === "boolean" ? { ...empty, may: value ? 2n : 1n } : refuse();
    case "choice": return { ...empty, may: bit(value) };
    case "choices": {
      if (!Array.isArray(value) || new Set(value).size !== value.length) refuse();
      const mask = value.reduce((sum, id) => sum | bit(id), 0n);
      if (value.length > 1 && fact.choices.some((one) => one.exclusive && value.includes(one.id))) refuse();
      return { ...empty, must: mask, may: mask };
    }
    case "date": {
      const day = typeof value === "string" ? dayNumber(value) : undefined;
      return day === undefined ? refuse() : { ...empty, lower: day, upper: day };
    }
    default: {
      const [lower, upper] = typeof value === "number" ? [value, value] : [value?.from, value?.to];
      const isRight = Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper
        && lower >= (fact.minimum ?? -Infinity) && upper <= (fact.maximum ?? Infinity);
      return isRight ? { ...empty, lower, upper } : refuse();
    }
  }
}

// An answer as a profile holds it, from the form of the engine.
function answerOf(fact, { may, must, lower, upper }) {
  const ids = (mask) => fact.choices.filter((_, place) => mask >> BigInt(place) & 1n).map((choice) => choice.id);
  switch (fact.type) {
    case "boolean": return (may & 2n) !== 0n;
    case "choice": return ids(may)[0];
    case "choices": return ids(must);
    case "date": return dayText(lower);
    default: return lower === upper ? lower : { from: lower, to: upper };
  }
}

class ByteWriter {
  constructor() { this.view = new DataView(new ArrayBuffer(1024)); this.length = 0; }
  room(count) {
    const place = this.length;
    this.length += count;
    if (this.length > this.view.byteLength) {
      const bytes = new Uint8Array(2 * this.length);
      bytes.set(new Uint8Array(this.view.buffer));
      this.view = new DataView(bytes.buffer);
    }
    return place;
  }
  byte(value) {
    const place = this.room(1);
    this.view.setUint8(place, value);
  }
  flag(value) { this.byte(value ? 1 : 0); }
  int(value) {
    const place = this.room(4);
    this.view.setInt32(place, value, true);
  }
  bits(value) {
    const place = this.room(8);
    this.view.setBigUint64(place, value, true);
  }
  double(value) {
    const place = this.room(8);
    this.view.setFloat64(place, value, true);
  }
  list(items, write) { this.int(items.length); items.forEach(write); }
  get bytes() { return new Uint8Array(this.view.buffer, 0, this.length); }
}

// - weights: by id of the criterion, in place of those of the profile.
function caseBytes(profile, weights = profile.plain.weights ?? {}) {
  const writer = new ByteWriter();
  const rows = data.rules;
  writer.list(data.criteria, (criterion) => writer.double(weights[criterion.id] ?? criterion.weight));
  writer.list(data.decisions, (decision) => {
    const entry = profile.plain.decided?.[decision.id];
    const option = typeof entry === "string" ? entry : entry?.option;
    const leaf = decision.leaves.findIndex((one) => one.id === option);
    const family = decision.families.findIndex((one) => one.id === option);
    writer.byte(leaf >= 0 ? 2 : family >= 0 ? 1 : 0);
    writer.int(Math.max(0, leaf >= 0 ? leaf : family));
  });
  const clarified = (profile.plain.clarified ?? []).flatMap(({ rule, option, holds }) => {
    const row = rows.findIndex((one) => one.id === rule);
    const decision = data.decisions.find((one) => one.leaves.some((leaf) => leaf.id === option)
      || one.families.some((family) => family.id === option));
    if (row < 0 || !decision) return [];
    return decision.leaves.map((leaf, place) => [leaf, place])
      .filter(([leaf]) => leaf.id === option || decision.families[leaf.family].id === option)
      .map(([, place]) => ({ row, leaf: decision.firstLeaf + place, holds }));
  });
  for (const entries of [clarified.filter(({ holds }) => !holds), clarified]) {
    writer.list(entries, ({ row, leaf }) => { writer.int(row); writer.int(leaf); });
  }
  const day = dayNumber(profile.plain.date);
  writer.flag(day !== undefined);
  writer.double(day ?? 0);
  writer.list(data.facts, (fact) => {
    const answer = fact.derived ? undefined : extent(fact, profile.answer(fact.id));
    writer.flag(answer);
    const { must, may, lower, upper } = answer ?? { must: 0n, may: 0n, lower: 0, upper: 0 };
    writer.bits(must);
    writer.bits(may);
    writer.double(lower);
    writer.double(upper);
  });
  return writer.bytes;
}
