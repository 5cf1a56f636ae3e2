// Elements are made here and nowhere else; texts of packs and profiles become text nodes and attributes, never markup.
function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") node.addEventListener(key, value);
    else if (key in node && typeof value !== "string") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

// "#" in a text of the page stands for what is to be filled in, in order.
const fill = (text, ...values) => text.replace(/#/g, () => values.shift());

const say = (key, ...values) => fill(data.words[key], ...values);

// A number with one decimal and a typographic minus, as reports write it.
function decimal(number, digits = 1) {
  const text = (Math.sign(number) * Math.round(Math.abs(number) * 10 ** digits) / 10 ** digits || 0).toFixed(digits);
  return text.replace("-", "\u2212");
}

// The difference of two scores as a reader finds it from the scores shown, which are rounded to one decimal.
const tenths = (number) => Math.sign(number) * Math.round(Math.abs(number) * 10);
const leadOver = (own, rival) => Math.abs(tenths(own) - tenths(rival)) / 10;

const points = (number) => (Number(number.toFixed(1)) > 0 ? "+" : "") + decimal(number);
// Never up to where the next word for how sure it is begins: 89.6 % is not 90 %.
const percent = (share) => {
  const limit = [0.9, 0.6].find((one) => share < one && Math.round(share * 100) >= one * 100);
  return decimal(limit === undefined ? share * 100 : limit * 100 - 1, 0) + "\u00a0%";
};

function valueText(fact, value) {
  const title = (id) => fact.choices.find((choice) => choice.id === id)?.title ?? id;
  if (value === undefined) return "–";
  if (value === null) return say("notKnown");
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (Array.isArray(value)) return value.length ? value.map(title).join(", ") : say("noneOfThese");
  if (fact.type === "choice") return title(value);
  if (typeof value === "object") return `${value.from} ${say("to")} ${value.to}${fact.unit ? " " + fact.unit : ""}`;
  return `${value}${fact.unit ? " " + fact.unit : ""}`;
}

const factTitle = (fact) => fact.title ?? fact.question ?? fact.id;
