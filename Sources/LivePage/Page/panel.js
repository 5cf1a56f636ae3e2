// "What if …" in a report: other answers and weights beside the assessed result, and the way back to it.
function start() {
  data = block("live-data");
  globalThis.advisor = new Panel();
}

async function unpacked(base64) {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Panel {
  constructor() {
    this.button = h("button.what-if", { type: "button", "aria-expanded": "false", click: () => this.toggle() }, say("whatIf"));
    this.host = h("aside.what-if-panel", { "aria-label": say("whatIf"), hidden: true });
    this.root = this.host.attachShadow({ mode: "open" });
    // Style sheets of their own: those of the report do not reach in, and these do not reach out.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet(data.frame)];
    document.querySelector(".page").before(this.button);
    document.body.append(this.host);
    addEventListener("keydown", (event) => { if (event.key === "Escape" && this.isOpen) this.toggle(); });
    this.narrow = matchMedia("(max-width:60rem)");
    this.narrow.addEventListener("change", () => this.cover());
  }

  sheet(text) {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  }

  get isOpen() { return !this.host.hidden; }

  async toggle() {
    if (!this.live && !await (this.preparing ??= this.prepare())) return;
    this.host.hidden = this.isOpen;
    document.body.classList.toggle("what-if-open", this.isOpen);
    this.button.setAttribute("aria-expanded", String(this.isOpen));
    this.cover();
    (this.isOpen ? this.heading : this.button).focus();
  }

  // What the panel covers on a narrow screen is out of reach for keys and screen readers, too.
  cover() {
    for (const part of document.body.children) part.inert = part !== this.host && this.isOpen && this.narrow.matches;
  }

  // The engine starts when somebody asks for it; false if it says something else than the report.
  async prepare() {
    const { decisions, provenance } = block("report-data");
    const { texts, book, engine } = data;
    try {
      data = JSON.parse(new TextDecoder().decode(await unpacked(texts)));
      this.root.adoptedStyleSheets = [this.sheet(data.style)];
      const parts = { engine: await unpacked(engine), book: await unpacked(book), source: ownSource };
      this.live = new LiveCase(parts, (message) => this.learn(message));
      Object.assign(this.live, { draws: provenance.draws, keepsOrder: provenance.keepsOrder });
      this.state = this.live.state;
      this.standing = new PanelStanding(this.state, { decisions });
      this.live.begin(data.profile);
      if (!this.isAsReported()) throw new Error("report");
    } catch {
      this.live = undefined;
      this.button.disabled = true;
      this.button.after(h("p.what-if-failed", { role: "alert" }, say("cannotCompute")));
      return false;
    }
    this.build();
    this.visit(0);
    this.show();
    return true;
  }

  isAsReported() {
    return this.standing.assessed.every((then, index) => {
      const { firstLeaf, leaves } = data.decisions[index];
      return !this.standing.isOther(index) && this.state.found.decisions[index].ranked.every(({ leaf, score }) => (
        then.options.find(({ id }) => id === leaves[leaf - firstLeaf].id)?.score === score));
    });
  }

  // MARK: Parts

  build() {
    const button = (key, action) => h("button.quiet", { type: "button", click: action }, say(key));
    this.clashes = new Clashes(this.state, (fact) => this.ask(fact));
    this.form = new QuestionForm(this.state, (fact, answer) => {
      this.change(() => this.state.profile.set("answers", fact.id, answer));
    });
    this.importance = new Importance(this.state, (change, name) => this.change(change, name));
    this.heading = h("h2", { tabindex: "-1" }, say("whatIf"));
    this.mark = h("p.mark-word", {});
    this.told = h("p.sr", { role: "status" });
    this.again = h("p.line.again", {});
    this.list = h("ul.changes", {});
    this.backButton = button("backToAssessed", () => this.back());
    this.undoButton = button("undo", () => this.step("undo"));
    this.redoButton = button("redo", () => this.step("redo"));
    this.topics = h("select.topics", { "aria-label": say("topics"), change: () => this.visit(Number(this.topics.value)) },
      data.groups.map(({ title }, index) => h("option", { value: String(index) }, title)),
      h("option", { value: "-1" }, say("importance")));
    this.content = h("div.content", {});
    this.root.replaceChildren(h("div.panel", {},
      h("header.head", {}, h("div.line", {}, this.heading,
        h("button.link.close", { type: "button", "aria-label": say("close"), click: () => this.toggle() }, "×")),
        this.mark, this.told, this.list, this.again, h("p.tools", {}, this.backButton, this.undoButton, this.redoButton)),
      h("section.results", { "aria-label": say("standing"), tabindex: "0" }, this.clashes.node, this.standing.node),
      h("section.asking", { "aria-label": say("questions") }, h("label.topic-line", {}, say("change"), this.topics), this.content),
      h("div.watermark", { "aria-hidden": "true" }, Array.from({ length: 12 }, () => h("span", {}, say("notAssessed"))))));
  }

  // Shows a topic; −1: what matters.
  visit(group) {
    this.topics.value = String(group);
    const part = group < 0 ? this.importance : this.form;
    part.show(group);
    this.content.replaceChildren(part.node);
    this.content.scrollTop = 0;
  }

  // Shows a question; it has the focus if that is wanted.
  ask(fact, takesFocus = true) {
    this.visit(data.groups.findIndex(({ facts }) => facts.includes(fact)));
    this.form.reveal(fact, takesFocus);
  }

  // MARK: State

  change(body, name) {
    this.again.textContent = "";
    this.move(() => this.live.change(body, name));
  }

  // Takes the last change back ("undo") or makes it again ("redo"), says what it was and goes to where it was made.
  step(way) {
    let step;
    this.move(() => { step = this.live[way](); return step; });
    if (!step) return;
    const { profile } = this.state;
    this.again.textContent = say(way === "undo" ? "undone" : "redone", againText(step.then, profile));
    this.told.textContent = `${this.again.textContent} ${this.told.textContent}`;
    const [first] = differences(step.then, profile);
    this.form.again = first?.fact;
    if (first?.fact !== undefined) this.ask(first.fact, false);
    else this.visit(first ? -1 : Number(this.topics.value));
    // A button that has gone takes the focus with it.
    if (!this.root.activeElement || this.root.activeElement.hidden) this.heading.focus();
  }

  back() {
    this.change(() => { this.state.profile = new Profile(data.profile); });
    this.visit(Number(this.topics.value));
    this.heading.focus();
  }

  move(body) {
    const before = this.state.found;
    const began = performance.now();
    try {
      if (!body()) return;
    } catch {
      return this.fail("trap");
    }
    this.told.className = "sr";
    this.show();
    const lines = this.standing.changes(before, this.state.found);
    this.told.textContent = (lines.length ? lines : [{ text: say("nothingChanged") }]).slice(0, 2)
      .map(({ text }) => text).join(" · ");
    this.milliseconds = performance.now() - began;
  }

  learn({ kind }) {
    if (kind === "failed") return this.fail("noWorker");
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.show());
  }

  // Stands beside the mark, never in its place.
  fail(key) {
    this.told.className = "wrong";
    this.told.textContent = say(key);
  }

  // What differs from the assessed answers and weights. "Not known" says no more than no answer.
  differences() {
    const then = new Profile(data.profile);
    const { profile } = this.state;
    const id = ({ fact }) => data.facts[fact].id;
    const counts = (one) => one.kind !== "answer" || (then.answer(id(one)) ?? profile.answer(id(one)) ?? null) !== null;
    return differences(then, profile).filter(counts).map((one) => ({
      text: say("changedFrom", one.name, one.was, one.is),
      takeBack: one.kind === "answer" ? () => profile.set("answers", id(one), then.answer(id(one)))
        : () => profile.set("weights", one.criterion.id, then.plain.weights?.[one.criterion.id]) }));
  }

  show() {
    const differences = this.differences();
    const isMoved = differences.length > 0;
    this.standing.isMoved = isMoved;
    this.standing.show();
    this.clashes?.show();
    this.form?.refresh();
    this.host.classList.toggle("moved", isMoved);
    this.root.firstElementChild.classList.toggle("moved", isMoved);
    this.button.textContent = isMoved ? `${say("whatIf")} ${say("notAssessed")}` : say("whatIf");
    const text = isMoved ? say("notAssessed") : say("isAssessed");
    if (this.mark.textContent !== text) this.mark.textContent = text;
    if (!isMoved && this.told.className === "sr") this.told.textContent = "";
    this.list.replaceChildren(...differences.map(({ text: words, takeBack }) => h("li", {}, words, " ",
      h("button.link", { type: "button", "aria-label": say("takeBack", words),
        click: () => {
          this.change(takeBack);
          this.visit(Number(this.topics.value));
          this.heading.focus();
        } }, "×"))));
    this.backButton.hidden = !isMoved;
    this.undoButton.hidden = !this.live.past.length;
    this.redoButton.hidden = !this.live.future.length;
  }

  // For comparing with the command line: what is found with other answers and weights, when all of it was looked at.
  async resultWith(answers, weights) {
    if (!this.isOpen) await this.toggle();
    this.back();
    for (const [id, answer] of Object.entries(answers)) this.change(() => this.state.profile.set("answers", id, answer));
    for (const [id, weight] of Object.entries(weights)) this.change(() => this.state.profile.set("weights", id, weight));
    return await this.live.result();
  }
}

if (typeof document === "undefined") serve();
else start();
