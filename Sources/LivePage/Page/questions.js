// The questions of one topic as a form.
class QuestionForm {
  // - answered: is told the fact and its new answer; undefined takes it out.
  constructor(state, answered, noted) {
    Object.assign(this, { state, answered, noted, node: h("div.questions"), parts: new Map() });
  }

  show(group) {
    this.parts.clear();
    this.group = group;
    const { title, facts } = data.groups[group];
    this.node.replaceChildren(h("h2", { id: "topic", tabindex: "-1" }, title), ...facts.map((fact) => this.question(fact)));
    this.mark();
  }

  question(index) {
    const fact = data.facts[index];
    const name = "q" + index;
    const answer = this.state.profile.answer(fact.id);
    const note = this.state.profile.note(fact.id);
    const mark = h("p.mark", { id: name + "-mark", "aria-live": "polite" });
    const clear = h("button.link", { type: "button", click: () => this.put(index, undefined),
      "aria-label": `${say("clear")}: ${factTitle(fact)}` }, say("clear"));
    const part = { mark, clear, inputs: [] };
    const unknown = this.box(part, "checkbox", name, say("notKnown"), answer === null, () => null);
    const node = h("fieldset.question", { id: name, "aria-describedby": `${name}-help ${name}-mark` },
      h("legend", {}, fact.question),
      h("p.help", { id: name + "-help" }, [fact.help, fact.when].filter(Boolean).join(" ")), mark,
      h("div.answers", {}, this.answers(part, fact, name, answer), unknown),
      h("div.after", {},
        h("details.note", { open: note.text !== "" && !note.isInternal },
          h("summary", {}, say("note")),
          note.isInternal ? h("p.help", {}, "…") : h("textarea", { rows: "2", "aria-label": `${say("note")}: ${factTitle(fact)}`,
            change: (event) => this.noted(fact, event.target.value.trim()) }, note.text)),
        clear));
    part.node = node;
    this.parts.set(index, part);
    return node;
  }

  box(part, type, name, title, checked, read, help) {
    const input = h("input", { type, name: type === "radio" ? name : undefined, checked,
      change: (event) => this.put(part.fact, read(event.target.checked)) });
    part.inputs.push({ input, read, type });
    return h("label.option", {}, input, h("span", {}, title, help ? h("small", {}, " " + help) : null));
  }

  answers(part, fact, name, answer) {
    part.fact = data.facts.indexOf(fact);
    switch (fact.type) {
      case "boolean":
        return [true, false].map((value) => (
          this.box(part, "radio", name, say(value ? "yes" : "no"), answer === value, () => value)));
      case "choice":
        return fact.choices.map((choice) => (
          this.box(part, "radio", name, choice.title ?? choice.id, answer === choice.id, () => choice.id, choice.help)));
      case "choices": return this.set(part, fact, name, answer);
      default: return this.amount(part, fact, answer);
    }
  }

  set(part, fact, name, answer) {
    const read = (choice) => (isIn) => {
      const now = this.state.profile.answer(fact.id) ?? [];
      const others = now.filter((id) => id !== choice.id);
      if (!isIn) return others.length ? others : undefined;
      if (choice.exclusive) return [choice.id];
      const wanted = [...others, choice.id];
      return fact.choices.filter((one) => wanted.includes(one.id) && !one.exclusive).map((one) => one.id);
    };
    const boxes = fact.choices.map((choice) => (
      this.box(part, "checkbox", name, choice.title ?? choice.id, answer?.includes?.(choice.id) ?? false, read(choice),
        choice.help)));
    if (fact.choices.some((choice) => choice.exclusive)) return boxes;
    const isNone = Array.isArray(answer) && !answer.length;
    return [...boxes, this.box(part, "checkbox", name, say("noneOfThese"), isNone, (isIn) => (isIn ? [] : undefined))];
  }

  amount(part, fact, answer) {
    const isDay = fact.type === "date";
    const ends = answer !== null && typeof answer === "object" ? answer : { from: answer, to: undefined };
    const field = (value, label) => h("input", {
      type: isDay ? "date" : "number", step: fact.integer ? "1" : "any", min: fact.minimum?.toString(),
      max: isDay ? "9999-12-31" : fact.maximum?.toString(), value: value?.toString() ?? "",
      "aria-label": `${label}: ${factTitle(fact)}`, change: () => read(),
    });
    const from = field(ends.from, say("from"));
    const to = isDay ? undefined : field(ends.to, say("upper"));
    const read = () => {
      if (isDay) return this.put(part.fact, from.value || undefined);
      const [low, high] = [from.valueAsNumber, to.value === "" ? from.valueAsNumber : to.valueAsNumber];
      const isRight = from.validity.valid && to.validity.valid && !(low > high) && !(from.value === "" && to.value !== "");
      to.classList.toggle("wrong", !isRight);
      if (isRight) this.put(part.fact, from.value === "" ? undefined : low === high ? low : { from: low, to: high });
    };
    part.fields = { from, to };
    return h("div.amount", {}, from, to ? [h("span", {}, say("to")), to] : null, fact.unit ? h("span", {}, fact.unit) : null);
  }

  put(index, answer) {
    this.answered(data.facts[index], answer);
    this.refresh(index);
  }

  // Sets boxes and fields to what the profile says.
  refresh(index) {
    const part = this.parts.get(index);
    if (!part) return;
    const fact = data.facts[index];
    const isFocused = part.node.contains(document.activeElement);
    const path = isFocused ? Array.from(part.node.querySelectorAll("input,button,textarea")).indexOf(document.activeElement) : -1;
    const fresh = this.question(index);
    part.node.replaceWith(fresh);
    if (path >= 0) fresh.querySelectorAll("input,button,textarea")[path]?.focus();
    this.mark();
    return fact;
  }

  // What the engine says about each question.
  mark() {
    for (const [index, part] of this.parts) {
      const fact = data.facts[index];
      const answer = this.state.profile.answer(fact.id);
      const isOff = this.state.found?.facts[index].state === 2;
      const isNext = this.state.next === index;
      part.node.classList.toggle("answered", answer !== undefined);
      part.node.classList.toggle("off", isOff);
      part.node.classList.toggle("next", isNext);
      part.clear.hidden = answer === undefined;
      const text = isOff ? say("notApplicable") : isNext ? say("next")
        : fact.assumed && (answer === undefined || answer === null) ? say("assumed", fact.assumed) : "";
      if (part.mark.textContent !== text) part.mark.textContent = text;
    }
  }

  focus(index) {
    const node = this.parts.get(index)?.node;
    node?.scrollIntoView({ block: "center" });
    node?.querySelector("input")?.focus({ preventScroll: true });
  }
}
