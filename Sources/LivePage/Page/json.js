// JSON text that keeps what it does not change: numbers, texts and keys stand as they were written. The layout is that of
// `advisor packs format`, so that a saved profile has the bytes that the command line would write.
const Json = {
  parse(text) {
    const plain = JSON.parse(text);
    const token = /\s*("(?:[^"\\]|\\.)*"|[^\s,[\]{}:"]+|[[\]{}:,])/y;
    const next = () => token.exec(text)[1];
    const read = (first) => {
      if (first === "[") {
        const items = [];
        for (let word = next(); word !== "]"; word = next()) if (word !== ",") items.push(read(word));
        return { items };
      }
      if (first === "{") {
        const members = [];
        for (let word = next(); word !== "}"; word = next()) {
          if (word === ",") continue;
          next();
          const key = JSON.parse(word);
          if (members.some((member) => member.key === key)) throw new SyntaxError(key);
          members.push({ key, keyText: word, value: read(next()) });
        }
        return { members };
      }
      return { text: first };
    };
    return { node: read(next()), plain };
  },

  of(value) {
    if (Array.isArray(value)) return { items: value.map(Json.of) };
    if (value === null || typeof value !== "object") return { text: JSON.stringify(value) };
    return { members: Object.entries(value).filter(([, one]) => one !== undefined).map(([key, one]) => (
      { key, keyText: JSON.stringify(key), value: Json.of(one) })) };
  },

  plain(node) {
    if (node.items) return node.items.map(Json.plain);
    if (node.members) return Object.fromEntries(node.members.map(({ key, value }) => [key, Json.plain(value)]));
    return JSON.parse(node.text);
  },

  member: (node, key) => node.members?.find((member) => member.key === key)?.value,

  // Replaces, adds or takes out a member; a new one stands in front of the first whose place comes later.
  set(node, key, value, place = () => undefined) {
    const index = node.members.findIndex((member) => member.key === key);
    if (index >= 0 && value) node.members[index].value = value;
    else if (index >= 0) node.members.splice(index, 1);
    else if (value) {
      const own = place(key) ?? Infinity;
      const later = node.members.findIndex((member) => (place(member.key) ?? -1) > own);
      node.members.splice(later < 0 ? node.members.length : later, 0, { key, keyText: JSON.stringify(key), value });
    }
  },

  // MARK: Layout

  layout(node) {
    return Json.write(node, "", 0, 0) + "\n";
  },

  length(text) {
    if (/^[\x20-\x7e]*$/.test(text) || typeof Intl === "undefined" || !Intl.Segmenter) return text.length;
    return Array.from(new Intl.Segmenter().segment(text)).length;
  },

  line(node) {
    if (node.items) return "[" + node.items.map(Json.line).join(", ") + "]";
    if (!node.members) return node.text;
    if (!node.members.length) return "{}";
    return "{ " + node.members.map((member) => `${member.keyText}: ${Json.line(member.value)}`).join(", ") + " }";
  },

  // What is left of some columns when the value stands on one line.
  room(node, columns) {
    if (node.items) {
      return node.items.reduce((left, item) => Json.room(item, left), columns - Math.max(2, 2 * node.items.length));
    }
    if (!node.members) return columns - Json.length(node.text);
    return node.members.reduce(
      (left, member) => Json.room(member.value, left - Json.length(member.keyText) - 2),
      columns - 2 - 2 * node.members.length,
    );
  },

  write(node, indent, column, level) {
    const width = 120;
    const parts = node.items ?? node.members?.map((member) => member.value) ?? [];
    const isOpen = level < 2 && parts.some((part) => part.items || part.members);
    if (!isOpen && Json.room(node, width - column - 1) >= 0) return Json.line(node);
    const inner = indent + "  ";
    if (node.items) {
      const words = node.items.every((item) => item.text !== undefined && Json.length(item.text) <= 40);
      const body = words ? Json.fill(node.items.map((item) => item.text), inner, width)
        : node.items.map((item) => Json.write(item, inner, inner.length, level + 1)).join(",\n" + inner);
      return `[\n${inner}${body}\n${indent}]`;
    }
    if (!node.members) return node.text;
    const body = node.members.map(({ keyText, value }) => (
      `${keyText}: ${Json.write(value, inner, inner.length + Json.length(keyText) + 2, level + 1)}`));
    return `{\n${inner}${body.join(",\n" + inner)}\n${indent}}`;
  },

  fill(words, indent, width) {
    let output = "";
    let column = indent.length;
    words.forEach((word, index) => {
      const length = Json.length(word);
      if (index > 0) {
        const fits = column + 2 + length + (index < words.length - 1 ? 1 : 0) <= width;
        output += fits ? ", " : ",\n" + indent;
        column = fits ? column + 2 : indent.length;
      }
      output += word;
      column += length;
    });
    return output;
  },
};
