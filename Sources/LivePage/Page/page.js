// The page as a whole: state, undo, files, and what is asked next.
function start() {
  data = block("data");
  document.title = say("title");
  globalThis.advisor = new Page();
}

class Page extends Saving {
  constructor() {
    super();
    const parts = { engine: bytesOf(block("engine")), book: bytesOf(data.book), source: ownSource };
    this.live = new LiveCase(parts, (message) => this.learn(message));
    this.state = this.live.state;
    this.form = new QuestionForm(this.state, (fact, answer) => this.answer(fact, answer), (fact, text) => {
      this.change(() => this.state.profile.setNote(fact.id, text));
    });
    this.standing = new Standing(this.state);
    this.clashes = new Clashes(this.state, (fact) => this.ask(fact));
    this.importance = new Importance(this.state, (change, name) => this.change(change, name), (weights) => this.winners(weights));
    this.build();
    this.begin(data.profile);
  }

  // MARK: Parts

  build() {
    const button = (key, action, kind = "button.quiet", keys = undefined) => h(kind,
      { type: "button", click: action, "aria-keyshortcuts": keys }, say(key));
    this.title = h("input.title", { type: "text", placeholder: say("project"), "aria-label": say("project"), change: (event) => {
      const text = event.target.value.trim();
      if (text) this.change(() => this.state.profile.set("", "title", text));
      event.target.value = this.state.profile.plain.title;
    } });
    this.file = h("input", { type: "file", accept: ".json,application/json", hidden: true, change: () => {
      if (this.file.files.length) this.load(this.file.files[0]);
      this.file.value = "";
    } });
    this.unsaved = h("span.unsaved");
    this.status = h("span.status", { role: "status" });
    this.announcement = h("p.sr", { role: "status" });
    this.undoButton = button("undo", () => this.step("undo"), "button.quiet", "Control+Z");
    this.redoButton = button("redo", () => this.step("redo"), "button.quiet", "Control+Shift+Z Control+Y");
    this.progress = h("span.progress");
    this.next = h("section.next-card", { "aria-label": say("next") });
    this.topics = h("nav.topics", { "aria-label": say("topics") });
    this.content = h("main", { id: "content" });
    this.changed = h("section.changed", { "aria-label": say("changed") });
    this.side = h("aside.side", { "aria-label": say("standing") }, h("h2", {}, say("standing")), this.clashes.node, this.standing.node);
    const top = h("header.top", {}, h("div.titles", {}, this.title, h("span.line", {}, this.progress, this.unsaved, this.status)),
        h("div.tools", {}, this.undoButton, this.redoButton, button("open", () => this.file.click()), this.file,
          button("save", () => this.save(), "button", "Control+S")), this.next);
    document.getElementById("page").replaceChildren(top, this.announcement,
      h("div.columns", {}, h("div.asking", {}, this.topics, this.content), this.side));
    // What is scrolled to stands below the header, however high that is.
    new ResizeObserver(() => document.documentElement.style.setProperty("--top", `${top.offsetHeight}px`)).observe(top);
    addEventListener("keydown", (event) => this.key(event));
    addEventListener("input", ({ target }) => { this.typing = target; });
    for (const kind of ["change", "focusin"]) addEventListener(kind, () => { this.typing = undefined; });
    this.takeFiles();
  }

  showTopics() {
    const item = (title, count, isHere, action) => h(isHere ? "button.topic.here" : "button.topic",
      { type: "button", click: action, "aria-current": isHere ? "true" : undefined }, title,
      count ? h("small", {}, " " + count) : null);
    this.topics.replaceChildren(...data.groups.map(({ title, facts }, index) => {
      const open = facts.filter((fact) => this.state.found.facts[fact].state !== 2);
      const done = open.filter((fact) => (this.state.profile.answer(data.facts[fact].id) ?? null) !== null);
      return item(title, `${done.length}/${open.length}`, this.group === index, () => this.visit(index));
    }), item(say("importance"), "", this.group === -1, () => this.visit(-1)));
  }

  // Shows a topic; −1: what matters.
  visit(group, fact) {
    this.group = group;
    this.form.again = undefined;
    this.showGroup();
    if (fact !== undefined) this.form.reveal(fact, true);
    else this.focusTopic();
  }

  showGroup() {
    const part = this.group < 0 ? this.importance : this.form;
    part.show(this.group);
    this.content.replaceChildren(part.node);
    this.showTopics();
  }

  focusTopic() {
    const heading = document.getElementById("topic");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const isField = event.target.matches?.("input:not([type=radio],[type=checkbox],[type=range]),textarea,select");
    // What is just being typed is the browser's to undo.
    const isTyping = isField && this.typing === event.target;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === "s") this.save();
    else if (isCommand && !isTyping && event.key.toLowerCase() === "z") this.step(event.shiftKey ? "redo" : "undo");
    else if (isCommand && !isTyping && event.key === "y") this.step("redo");
    else if (!isCommand && !event.altKey && event.key === "n" && !isField && this.state.next !== undefined) this.ask();
    else return;
    event.preventDefault();
  }

  ask(fact = this.state.next) {
    this.visit(data.groups.findIndex(({ facts }) => facts.includes(fact)), fact);
  }

  // MARK: State

  // Takes up a profile as it is written, and forgets what was before. Throws if it is none.
  begin(text) { this.takeUp(text, (profile) => this.live.begin(profile)); }

  takeUp(text, move) {
    const profile = new Profile(text);
    if (profile.plain.date === undefined) {
      const now = new Date();
      const two = (number) => String(number).padStart(2, "0");
      profile.set("", "date", `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
    }
    this.saved.add(profile.text);
    this.evaluate(() => move(profile));
    this.showOther();
    this.visit(this.group ?? 0);
  }

  // What is shown of a case besides its standing, when another one has taken its place.
  showOther() {
    this.changed.replaceChildren();
    [this.topic, this.sentences] = [undefined, undefined];
    this.title.value = this.state.profile.plain.title;
  }

  answer(fact, answer) { this.change(() => this.state.profile.set("answers", fact.id, answer), undefined, fact.id); }

  // Makes a change that can be undone, and shows what it did. Changes in a row with one name are undone at once.
  // - topic: changes in a row with one topic are compared with what was before the first of them.
  change(body, name, topic = name) {
    const began = performance.now();
    const before = topic !== undefined && topic === this.topic ? this.before : this.state.found;
    [this.before, this.topic] = [before, topic];
    this.tell("");
    this.form.again = undefined;
    try {
      if (this.evaluate(() => this.live.change(body, name)) !== "case") return;
    } catch (error) {
      return this.complain(error);
    }
    this.showChange(before);
    this.form.refresh();
    this.showTopics();
    if (this.group === -1) this.importance.tell();
    this.milliseconds = performance.now() - began;
  }

  // Takes the last change back ("undo") or makes it again ("redo"), says what it was and goes to where it was made.
  step(way) {
    this.commit();
    const before = this.state.found;
    let step;
    try {
      step = this.evaluate(() => this.live[way]());
    } catch (error) {
      return this.complain(error);
    }
    if (!step) return this.tell(say(way === "undo" ? "nothingToUndo" : "nothingToRedo"));
    const { profile } = this.state;
    this.showOther();
    if (step.file !== undefined) {
      this.tell(say(way === "undo" ? "openUndone" : "openRedone", step.file, profile.plain.title, amountText(profile)));
      return this.goTo();
    }
    if (this.state.found !== before) this.showChange(before);
    this.tell(say(way === "undo" ? "undone" : "redone", againText(step.then, profile)));
    this.goTo(differences(step.then, profile)[0]);
  }

  // Shows where something is again what it was. Whatever has the focus keeps it, unless it has gone.
  goTo({ kind, fact } = {}) {
    const isInside = this.content.contains(document.activeElement);
    this.form.again = fact;
    if (fact !== undefined) this.group = data.groups.findIndex(({ facts }) => facts.includes(fact));
    else if (kind === "weight" || kind === "people") this.group = -1;
    this.showGroup();
    if (fact !== undefined) this.form.reveal(fact, isInside);
    else if (isInside) this.focusTopic();
  }

  complain(error) {
    this.tell(error instanceof Misfit ? say("badAnswer", this.titleOf(error.message)) : say("trap"), true);
    this.showNext();
  }

  // Shows where it stands when something has moved the case.
  evaluate(move) {
    const began = performance.now();
    const moved = move();
    this.standing.show(this.changed);
    this.clashes.show();
    this.showNext();
    this.milliseconds = performance.now() - began;
    return moved;
  }

  learn(message) {
    if (message.kind === "failed") return this.tell(say("noWorker"), true);
    if (message.kind === "done") this.announce();
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.standing.show(this.changed);
      this.showNext();
      this.form.refresh();
    });
  }

  winners(weights) {
    const found = this.live.withWeights(weights);
    const title = (index, row) => (row < 0 ? "–" : this.standing.leafTitle(row));
    return this.standing.order.filter((index) => this.live.applying.includes(index)).map((index) => ({
      title: data.decisions[index].title, winners: found.map(({ decisions }) => title(index, decisions[index].standing)),
    })).sort((a, b) => (new Set(b.winners).size > 1) - (new Set(a.winners).size > 1));
  }

  // For comparing with the command line: what was found about a profile, when all of it was looked at.
  async resultOf(text, draws = this.live.draws) {
    this.live.draws = draws;
    this.begin(text);
    return await this.live.result();
  }
}

if (typeof document === "undefined") serve();
else start();
