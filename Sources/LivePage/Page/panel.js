// "What if …" in a report: other answers and weights beside the assessed result, and the way back to it.
function start() {
  data = block("live-data");
  globalThis.advisor = new Panel();
}

async function unpacked(base64) {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// What the report says about every decision, and what of it moves.
class PanelStanding extends Standing {
  constructor(state, result) {
    super(state);
    this.assessed = data.decisions.map(({ id }) => result.decisions.find((one) => one.id === id));
  }

  isOther(index) {
    return (this.assessed[index].variant ?? null) !== this.leafId(index, this.state.found.decisions[index].standing)
      || this.assessed[index].applicable !== this.state.found.decisions[index].applicable;
  }

  leafId(index, row) {
    const { firstLeaf, leaves } = data.decisions[index];
    return row < 0 ? null : leaves[row - firstLeaf].id;
  }

  // What would be recommended otherwise stands first.
  show() {
    const isShown = (index) => this.isOther(index) || this.state.found.decisions[index].applicable !== false;
    const shown = this.order.filter(isShown).sort((a, b) => this.isOther(b) - this.isOther(a));
    this.place(shown.map((index) => {
      const card = this.card(index);
      card.classList.toggle("other", this.isOther(index));
      return card;
    }));
  }

  facts(index) {
    const { ranked, standing } = this.state.found.decisions[index];
    const own = ranked.find(({ leaf }) => leaf === standing);
    return [own ? say("score", points(own.score)) : null, this.leadText(index, this.families(index)), this.firmText(index),
      ...this.provisos(index)];
  }

  // The same about the assessed result, where something of it has moved.
  besides(index) {
    if (!this.isMoved) return null;
    const then = this.assessed[index];
    const own = then.options.find(({ id }) => id === then.variant);
    if (!own) return this.isOther(index) ? h("span.facts.then", {}, say("assessed", "–")) : null;
    const { leaves, families } = data.decisions[index];
    const family = (id) => families[leaves.find((leaf) => leaf.id === id).family].id;
    const rival = then.options.find(({ id, rank }) => rank !== null && family(id) !== family(own.id));
    const words = [say("score", points(own.score)),
      !rival ? say("alone") : then.tie && then.variant === then.variantByScore ? say("tie") : say("lead", decimal(leadOver(own.score, rival.score))),
      then.confidence ? say("firm", percent(then.confidence.share)) : null, this.badgeThen(then)];
    const now = [...this.facts(index).slice(0, 2), this.state.firmness ? this.firmText(index) : words[2],
      this.state.settling[index] ? this.badgeText(index) : words[3]];
    if (!this.isOther(index) && words.every((word, place) => word === now[place])) return null;
    const title = this.isOther(index) ? leaves.find(({ id }) => id === own.id).title : null;
    return h("span.facts.then", {}, say("assessed", [title, ...words].filter(Boolean).join(" · ")));
  }

  badgeThen({ settled, variantSettled, settledBy }) {
    if (settledBy?.kind === "decided") return say("decided");
    if (settled !== true && settledBy?.kind !== "noSolution") return say("stillOpen");
    return say(settled && variantSettled === false ? "settledFamily" : "settled");
  }
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
    (this.isOpen ? this.heading : this.button).focus();
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
    this.form = new QuestionForm(this.state, (fact, answer) => {
      this.change(() => this.state.profile.set("answers", fact.id, answer));
    });
    this.importance = new Importance(this.state, (change, name) => this.change(change, name));
    this.heading = h("h2", { tabindex: "-1" }, say("whatIf"));
    this.mark = h("p.mark-word", {});
    this.told = h("p.sr", { role: "status" });
    this.list = h("ul.changes", {});
    this.backButton = button("backToAssessed", () => this.back());
    this.undoButton = button("undo", () => this.move(() => this.live.undo()));
    this.topics = h("select.topics", { "aria-label": say("topics"), change: () => this.visit(Number(this.topics.value)) },
      data.groups.map(({ title }, index) => h("option", { value: String(index) }, title)),
      h("option", { value: "-1" }, say("importance")));
    this.content = h("div.content", {});
    this.root.replaceChildren(h("div.panel", {},
      h("header.head", {}, h("div.line", {}, this.heading,
        h("button.link.close", { type: "button", "aria-label": say("close"), click: () => this.toggle() }, "×")),
        this.mark, this.told, this.list, h("p.tools", {}, this.backButton, this.undoButton)),
      h("section.results", { "aria-label": say("standing"), tabindex: "0" }, this.standing.node),
      h("section.asking", { "aria-label": say("questions") }, h("label.topic-line", {}, say("change"), this.topics), this.content),
      h("div.watermark", { "aria-hidden": "true" }, Array.from({ length: 12 }, () => h("span", {}, say("notAssessed"))))));
  }

  // Shows a topic; −1: what matters.
  visit(group) {
    const part = group < 0 ? this.importance : this.form;
    part.show(group);
    this.content.replaceChildren(part.node);
    this.content.scrollTop = 0;
  }

  // MARK: State

  change(body, name) { this.move(() => this.live.change(body, name)); }

  back() {
    this.change(() => { this.state.profile = new Profile(data.profile); });
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
    const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
    const answers = data.facts.filter((fact) => fact.id !== undefined && !same(then.answer(fact.id), profile.answer(fact.id)))
      .map((fact) => ({
        text: say("changedFrom", factTitle(fact), valueText(fact, then.answer(fact.id)), valueText(fact, profile.answer(fact.id))),
        takeBack: () => profile.set("answers", fact.id, then.answer(fact.id)) }));
    const weight = (one, { id, weight: usual }) => one.plain.weights?.[id] ?? usual;
    const number = (value) => decimal(value, Number.isInteger(value) ? 0 : 2);
    const weights = data.criteria.filter((criterion) => weight(then, criterion) !== weight(profile, criterion)).map((criterion) => ({
      text: say("changedFrom", say("weight", criterion.title), number(weight(then, criterion)), number(weight(profile, criterion))),
      takeBack: () => profile.set("weights", criterion.id, then.plain.weights?.[criterion.id]) }));
    return [...answers, ...weights];
  }

  show() {
    const differences = this.differences();
    const isMoved = differences.length > 0;
    this.standing.isMoved = isMoved;
    this.standing.show();
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
