// How much each criterion counts: by words or sliders, for one person or several.
class Importance {
  // - winners: what each of several weightings would choose; without it there is one person only.
  constructor(state, changed, winners) {
    Object.assign(this, { state, changed, winners, node: h("div.importance") });
  }

  get people() { return peopleOf(this.state.profile); }

  // Whatever has the focus keeps it, under the same name.
  show() {
    const focused = this.node.getRootNode().activeElement;
    const name = this.node.contains(focused) ? focused.getAttribute("aria-label") : undefined;
    this.build();
    if (!name) return;
    Array.from(this.node.querySelectorAll(focused.localName))
      .find((one) => one.type === focused.type && one.getAttribute("aria-label") === name)?.focus();
  }

  build() {
    const { people } = this;
    const columns = people.length ? people : [{ name: "", weights: this.state.profile.plain.weights ?? {} }];
    const table = h("table.weights", {},
      h("thead", {}, h("tr", {}, h("td", {}), columns.map((person, column) => h("th", { scope: "col" },
        people.length ? this.nameField(person, column) : say("weightHead"))),
        people.length ? h("th.end", { scope: "col" }, say("mean")) : null)),
      h("tbody", {}, data.criteria.map((criterion) => h("tr", {}, h("th", { scope: "row" }, criterion.title),
        columns.map((person, column) => h("td", {}, people.length ? h("small.who", { "aria-hidden": "true" }, person.name) : null,
          this.control(criterion, person, column))),
        people.length ? h("td.end", {}, h("small.who", { "aria-hidden": "true" }, say("mean")),
          decimal(this.mean(criterion) / usualWeight(criterion), 2)) : null))));
    this.verdicts = h("tbody", {});
    this.node.replaceChildren(
      h("h2", { id: "topic", tabindex: "-1" }, say("importance")),
      h("p.help", {}, say("importanceHelp"), this.winners ? " " + say("importanceSaved") : null), table,
      h("p", {}, h("button.quiet", { type: "button", click: () => this.reset() }, say("reset")), " ",
        this.winners ? h("button.quiet", { type: "button", click: () => this.add() }, say("addPerson")) : null),
      ...(people.length ? [h("h3", {}, say("people")), h("p.help", {}, say("peopleHelp")),
        h("table.verdicts", {}, h("thead", {}, h("tr", {}, h("td", {}), people.map(({ name }) => h("th", { scope: "col" }, name)))),
          this.verdicts)] : []));
    this.tell();
  }

  nameField(person, column) {
    return [h("input", { type: "text", value: person.name, "aria-label": `${say("person")} ${column + 1}: ${say("personName")}`,
      change: (event) => this.edit((people) => { people[column].name = event.target.value.trim() || person.name; }) }),
    h("button.link", { type: "button", "aria-label": say("removePerson", person.name),
      click: () => this.remove(column) }, "×")];
  }

  control(criterion, person, column) {
    const factor = (person.weights[criterion.id] ?? criterion.weight) / usualWeight(criterion);
    const label = say("weight", criterion.title) + (person.name ? `, ${person.name}` : "");
    const words = h("select", { "aria-label": label, change: (event) => put(Number(event.target.value)) },
      weightSteps.map(([value, key]) => h("option", { value: String(value), selected: value === factor }, say(key))),
      weightSteps.some(([value]) => value === factor) ? null
        : h("option", { value: String(factor), selected: true }, factorText(factor)));
    const slider = h("input", { type: "range", min: "0", max: "4", step: "0.25", "aria-label": label,
      input: (event) => put(Number(event.target.value), true), change: () => this.show() });
    slider.value = String(factor);
    const spoken = (value) => slider.setAttribute("aria-valuetext", factorText(value));
    spoken(factor);
    const put = (value, isMoving) => {
      const weight = value * usualWeight(criterion);
      spoken(value);
      if (this.people.length) {
        this.edit((people) => { people[column].weights = { ...people[column].weights, [criterion.id]: weight }; },
          isMoving, label);
      } else {
        this.changed(() => this.state.profile.set("weights", criterion.id, weight === criterion.weight ? undefined : weight), label);
        if (!isMoving) this.show();
      }
    };
    return [words, slider];
  }

  mean(criterion) {
    const { people } = this;
    return people.reduce((sum, { weights }) => sum + (weights[criterion.id] ?? criterion.weight), 0) / people.length;
  }

  // Changes what people think; the mean is what the profile says.
  edit(change, isMoving, name) {
    this.changed(() => {
      const people = structuredClone(this.people);
      change(people);
      this.write(people);
    }, name);
    if (!isMoving) this.show();
  }

  // People, and the mean of what they think.
  write(people) {
    this.state.profile.set("", "x-people", people.length ? people : undefined);
    for (const criterion of data.criteria) {
      const weight = people.length ? this.mean(criterion) : undefined;
      this.state.profile.set("weights", criterion.id, weight === criterion.weight ? undefined : weight);
    }
  }

  // The first press makes two: what is set so far, and somebody else.
  add() {
    const person = (number, weights) => ({ name: `${say("person")} ${number}`, weights });
    this.edit((people) => {
      if (!people.length) people.push(person(1, { ...this.state.profile.plain.weights }));
      people.push(person(people.length + 1, {}));
    });
    const fields = this.node.querySelectorAll("thead input");
    fields[fields.length - 1]?.focus();
  }

  // What the one who stays thinks is what counts.
  remove(column) {
    this.changed(() => {
      const people = this.people.filter((_, place) => place !== column);
      this.write(people);
      if (people.length === 1) this.state.profile.set("", "x-people", undefined);
    });
    this.show();
    this.node.querySelector("thead input, select")?.focus();
  }

  // The usual weights for everybody.
  reset() {
    if (this.people.length) {
      this.edit((people) => people.forEach((person) => { person.weights = {}; }));
      return;
    }
    this.changed(() => { for (const criterion of data.criteria) this.state.profile.set("weights", criterion.id, undefined); });
    this.show();
  }

  // Whom each person's weights alone would choose, where they differ first.
  tell() {
    if (!this.people.length || !this.verdicts) return;
    const rows = this.winners(this.people.map(({ weights }) => weights));
    this.verdicts.replaceChildren(...rows.map(({ title, winners }) => (
      h(new Set(winners).size > 1 ? "tr.differs" : "tr", {}, h("th", { scope: "row" }, title),
        winners.map((winner) => h("td", {}, winner))))));
  }
}
