// The questions of one topic as a form. Boxes and fields are set in place: whatever has the focus keeps it.
class QuestionForm {
  // - answered: is told the fact and its new answer; undefined takes it out.
  // - noted: is told the fact and a note about its answer; without it there are no notes.
  constructor(state, answered, noted) {
    Object.assign(this, { state, answered, noted, node: h("div.questions"), parts: new Map() });
  }

  show(group) {
    this.parts.clear();
    const { title, facts } = data.groups[group];
    this.node.replaceChildren(h("h2", { id: "topic", tabindex: "-1" }, title), ...facts.map((fact) => this.question(fact)));
    this.refresh();
  }

  question(index) {
    const fact = data.facts[index];
    const part = {
      fact, name: "q" + index, setters: [], mark: h("p.mark", { id: `q${index}-mark` }),
      clash: h("div.clash", { id: `q${index}-clash` }),
      clear: h("button.link", { type: "button", "aria-label": `${say("clear")}: ${factTitle(fact)}`,
        click: () => {
          this.put(part, undefined);
          part.node.querySelector("input").focus();
        } }, say("clear")),
    };
    const unknown = this.box(part, "checkbox", say("notKnown"), (answer) => answer === null, (isIn) => (isIn ? null : undefined));
    part.node = h("fieldset.question", { id: part.name, "aria-describedby": `${part.name}-help ${part.name}-mark ${part.name}-clash` },
      h("legend", {}, fact.question),
      h("p.help", { id: part.name + "-help" }, [fact.help, fact.when].filter(Boolean).join(" ")),
      h("div.answers", {}, this.answers(part), unknown),
      // Below what is clicked: what comes and goes does not move it.
      part.mark, part.clash,
      h("div.after", {}, this.noted ? this.note(fact) : null, part.clear));
    this.parts.set(index, part);
    return part.node;
  }

  note(fact) {
    const note = this.state.profile.note(fact.id);
    const label = `${say("note")}: ${factTitle(fact)}`;
    return h("details.note", { "aria-label": label, open: note.text !== "" && !note.isInternal },
      h("summary", {}, say("note")),
      note.isInternal ? h("p.help", {}, "…") : h("textarea", { rows: "2", "aria-label": label,
        change: (event) => this.noted(fact, event.target.value.trim()) }, note.text));
  }

  // MARK: Kinds of answers

  // - isIn: whether an answer ticks it. - read: the answer, when it is ticked or no longer.
  box(part, type, title, isIn, read, help) {
    const input = h("input", { type, name: type === "radio" ? part.name : undefined,
      change: () => this.put(part, read(input.checked)) });
    part.setters.push((answer) => { input.checked = isIn(answer); });
    return h("label.option", {}, input, h("span", {}, title, help ? h("small", {}, " " + help) : null));
  }

  answers(part) {
    const { fact } = part;
    const titled = (choice) => choice.title ?? choice.id;
    switch (fact.type) {
      case "boolean":
        return [true, false].map((value) => (
          this.box(part, "radio", say(value ? "yes" : "no"), (answer) => answer === value, () => value)));
      case "choice":
        return fact.choices.map((choice) => (
          this.box(part, "radio", titled(choice), (answer) => answer === choice.id, () => choice.id, choice.help)));
      case "choices": {
        const boxes = fact.choices.map((choice) => this.box(part, "checkbox", titled(choice),
          (answer) => answer?.includes?.(choice.id) ?? false, (isIn) => this.chosen(fact, choice, isIn), choice.help));
        if (fact.choices.some((choice) => choice.exclusive)) return boxes;
        return [...boxes, this.box(part, "checkbox", say("noneOfThese"),
          (answer) => Array.isArray(answer) && !answer.length, (isIn) => (isIn ? [] : undefined))];
      }
      case "date": return this.day(part);
      default: return this.amount(part);
    }
  }

  chosen(fact, choice, isIn) {
    const others = (this.state.profile.answer(fact.id) ?? []).filter((id) => id !== choice.id);
    if (!isIn) return others.length ? others : undefined;
    if (choice.exclusive) return [choice.id];
    const wanted = [...others, choice.id];
    return fact.choices.filter((one) => wanted.includes(one.id) && !one.exclusive).map((one) => one.id);
  }

  day(part) {
    const field = h("input", { type: "date", min: "1900-01-01", max: "9999-12-31", "aria-label": factTitle(part.fact),
      change: () => {
        if (this.check(part, [field], field.validity.valid ? "" : say("wantedDay"))) this.put(part, field.value || undefined);
      }, ...this.typing(part) });
    part.setters.push((answer) => { if (field.value !== (answer ?? "")) field.value = answer ?? ""; });
    return h("div.amount", {}, field);
  }

  amount(part) {
    const { fact } = part;
    const field = (label) => h("input", { type: "number", step: fact.integer ? "1" : "any",
      min: fact.minimum?.toString(), max: fact.maximum?.toString(), "aria-label": `${label}: ${factTitle(fact)}`,
      change: () => read(), ...this.typing(part) });
    const [from, to] = [field(say("from")), field(say("upper"))];
    const limits = fact.minimum !== undefined && fact.maximum !== undefined
      ? say("wantedRange", String(fact.minimum), String(fact.maximum))
      : fact.minimum !== undefined ? say("wantedAtLeast", String(fact.minimum)) : say("wantedNumber");
    const read = () => {
      const wrong = [from, to].filter((one) => !one.validity.valid);
      if (!this.check(part, wrong.length ? wrong : [], wrong.length ? limits : "")) return;
      // Only an end: somebody is about to fill in the beginning.
      if (from.value === "" && to.value !== "") return this.check(part, [from], say("wantedFrom"));
      const low = from.valueAsNumber;
      const high = to.value === "" ? low : to.valueAsNumber;
      if (!this.check(part, low > high ? [to] : [], low > high ? say("wantedOrder") : "")) return;
      this.put(part, from.value === "" ? undefined : low === high ? low : { from: low, to: high });
    };
    part.setters.push((answer) => {
      const isRange = answer !== null && typeof answer === "object";
      const wanted = isRange ? [answer.from, answer.to] : [answer ?? NaN, NaN];
      [from, to].forEach((one, place) => {
        // The same number twice is a range that is still being entered.
        const isSame = Object.is(one.valueAsNumber, wanted[place]) || (place === 1 && one.valueAsNumber === wanted[0]);
        if (!isSame && one.validity.valid) one.value = Number.isNaN(wanted[place]) ? "" : String(wanted[place]);
      });
    });
    return h("div.amount", {}, from, h("span", {}, say("to")), to, fact.unit ? h("span", {}, fact.unit) : null);
  }

  // What is being typed is left alone until it is an answer (`change` comes before `blur`) or the field is left as it was.
  typing(part) {
    return { input: () => { part.isTyped = true; }, blur: () => { part.isTyped = false; } };
  }

  // Says what is wrong with what was entered, at the fields that it is about; true if nothing is.
  check(part, fields, text) {
    part.wrong = text;
    part.node.querySelectorAll(".amount input").forEach((one) => {
      one.classList.toggle("wrong", fields.includes(one));
      one.setAttribute("aria-invalid", String(fields.includes(one)));
    });
    if (text) this.refresh();
    return text === "";
  }

  // MARK: State

  put(part, answer) {
    Object.assign(part, { wrong: "", isTyped: false });
    this.answered(part.fact, answer);
    this.refresh();
  }

  // What the profile and the engine say about each question.
  refresh() {
    const clashes = this.state.found ? contradictions(this.state.found) : [];
    for (const [index, part] of this.parts) {
      const { fact } = part;
      const answer = this.state.profile.answer(fact.id);
      if (!part.wrong && !part.isTyped) part.setters.forEach((set) => set(answer));
      const isOff = this.state.found?.facts[index].state === 2;
      const isNext = this.state.next === index;
      part.node.classList.toggle("answered", answer !== undefined);
      part.node.classList.toggle("off", isOff);
      part.node.classList.toggle("next", isNext);
      part.node.classList.toggle("again", this.again === index);
      part.clear.hidden = answer === undefined && !part.wrong;
      const text = part.wrong ? part.wrong : isOff ? say("notApplicable") : isNext ? say("next")
        : fact.assumed && (answer === undefined || answer === null) ? say("assumed", fact.assumed) : "";
      part.mark.classList.toggle("wrong", Boolean(part.wrong));
      if (part.wrong) part.mark.setAttribute("role", "alert");
      else part.mark.removeAttribute("role");
      if (part.mark.textContent !== text) part.mark.textContent = text;
      const own = clashes.filter(({ facts }) => facts.includes(index)).map((one) => say("contradiction", one.text));
      if (own.join() !== part.clashes) part.clash.replaceChildren(...own.map((one) => h("p", {}, one)));
      part.clashes = own.join();
    }
  }

  // Brings a question into view; what is answered has the focus if it is wanted.
  reveal(index, takesFocus) {
    const node = this.parts.get(index)?.node;
    node?.scrollIntoView({ block: "center" });
    if (takesFocus) (node?.querySelector("input:checked") ?? node?.querySelector("input"))?.focus({ preventScroll: true });
  }
}
