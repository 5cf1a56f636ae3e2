// Answers that do not go together.
const contradictions = (found) => data.contradictions.filter(({ register }) => found.truths[register] === true);

// All that hold now, with a way to each question.
class Clashes {
  // - go: leads to a question.
  constructor(state, go) {
    this.count = h("summary", {});
    this.list = h("ul", {});
    Object.assign(this, { state, go, node: h("details.clashes", { hidden: true }, this.count, this.list) });
  }

  show() {
    const now = contradictions(this.state.found);
    const key = now.map(({ id }) => id).join(" ");
    if (key === this.shown) return;
    this.shown = key;
    this.node.hidden = !now.length;
    this.count.textContent = say("contradictions", String(now.length));
    this.node.setAttribute("aria-label", this.count.textContent);
    this.list.replaceChildren(...now.map(({ text, facts }) => h("li", {}, text,
      h("span.ways", {}, facts.map((fact) => h("button.link", { type: "button", click: () => this.go(fact) },
        factTitle(data.facts[fact])))))));
  }
}
