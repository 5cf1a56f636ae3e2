// A profile that is changed entry by entry, laid out as the command line does it (formats: "Profile").
const shapes = {
  profile: {
    format: 0, title: 0, status: 0, reviewedBy: ["name", "date", "digest"], validUntil: 0,
    customer: ["name", "contact", "reference"], date: 0, author: 0, language: 0, answers: 0,
    notes: { each: ["text", "by", "date", "basis", "audience"] }, requirements: { each: ["text"] }, weights: 0,
    clarified: { each: ["rule", "option", "holds", "note"] }, decided: { each: ["option", "by", "because"] },
    plan: ["start", "efforts", "by"], outcome: ["option", "since"],
  },
};

function ordered(node, shape) {
  if (!shape) return node;
  if (shape.each) {
    if (node.items) return { items: node.items.map((item) => ordered(item, shape.each)) };
    if (!node.members) return node;
    return { members: node.members.map((member) => ({ ...member, value: ordered(member.value, shape.each) })) };
  }
  if (!node.members) return node;
  const keys = Array.isArray(shape) ? Object.fromEntries(shape.map((key) => [key, key === "text" ? languages : 0])) : shape;
  const known = Object.keys(keys).flatMap((key) => node.members.filter((member) => member.key === key))
    .map((member) => ({ ...member, value: typeof keys[member.key] === "function"
      ? keys[member.key](member.value) : ordered(member.value, keys[member.key]) }));
  const schema = node.members.filter((member) => member.key === "$schema");
  return { members: [...schema, ...known,
    ...node.members.filter((member) => member.key !== "$schema" && !Object.hasOwn(keys, member.key))] };
}

// A text in several languages: those of the advisor first, the audience last.
function languages(node) {
  if (!node.members) return node;
  const pick = (key) => node.members.filter((member) => member.key === key);
  const own = ["en", "de", "audience"];
  return { members: [...pick("en"), ...pick("de"), ...node.members.filter((member) => !own.includes(member.key)),
    ...pick("audience")] };
}

class Profile {
  // Throws on a text that is no profile.
  constructor(text) {
    const { node, plain } = Json.parse(text);
    const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
    const maps = ["answers", "notes", "weights", "decided", "customer"];
    if (!isObject(plain) || plain.format !== 1 || typeof plain.title !== "string"
      || plain.title.trim() === "" || (plain.date !== undefined && dayNumber(plain.date) === undefined)
      || Object.values(plain.weights ?? {}).some((weight) => !(Number.isFinite(weight) && weight >= 0))
      || maps.some((key) => plain[key] !== undefined && !isObject(plain[key]))
      || (plain.clarified !== undefined && !Array.isArray(plain.clarified))) throw new SyntaxError("format");
    this.node = node;
    this.plain = plain;
    // The question that `profile new` leaves stands in front of its answer.
    const place = (id) => 2 * places().get(id);
    this.place = (key) => (key.startsWith("x-") ? place(key.slice(2)) : place(key) + 1) || undefined;
  }

  get text() { return Json.layout(ordered(this.node, shapes.profile)); }

  // Puts a value in a section ("" for the profile itself), or takes it out (undefined).
  set(section, key, value) {
    const entry = value === undefined ? undefined : Json.of(value);
    if (!section) Json.set(this.node, key, entry);
    else {
      let part = Json.member(this.node, section);
      if (!part && !entry) return;
      if (!part) Json.set(this.node, section, part = { members: [] });
      if (section === "answers") Json.set(part, "x-" + key, undefined);
      Json.set(part, key, entry, section === "weights" ? undefined : this.place);
      if (section === "weights" && !part.members.length) Json.set(this.node, section, undefined);
    }
    this.plain = Json.plain(this.node);
  }

  answer(id) { return this.plain.answers?.[id]; }

  note(id) {
    const note = this.plain.notes?.[id];
    const text = note !== null && typeof note === "object" ? note.text : note;
    return { text: typeof text === "string" ? text : text?.[data.language] ?? text?.en ?? "",
      isInternal: note?.audience === "internal" || text?.audience === "internal" };
  }

  setNote(id, text) {
    const old = this.plain.notes?.[id];
    const rest = old !== null && typeof old === "object" ? old : {};
    this.set("notes", id, text ? { ...rest, text } : undefined);
  }
}
