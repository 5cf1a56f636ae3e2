// The page as a whole: state, undo, files, and what is asked next.
let data;

function start() {
  const source = document.scripts[document.scripts.length - 1].textContent;
  const block = (id) => JSON.parse(document.getElementById(id).textContent);
  const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  data = block("data");
  const module = new WebAssembly.Module(bytes(block("engine")));
  const book = bytes(data.book);
  document.title = say("title");
  globalThis.advisor = new Page(module, book, source);
}

class Page {
  constructor(module, book, source) {
    // As many worlds as `assess` draws.
    Object.assign(this, { module, book, draws: 10000 });
    this.engine = new Engine(module, book);
    this.state = { settling: {}, flips: {} };
    this.foresight = new Foresight(module, book, source, (message) => this.learn(message));
    this.past = [];
    this.places = new Map(data.groups.flatMap(({ facts }) => facts).map((fact, place) => [data.facts[fact].id, place]));
    this.form = new QuestionForm(this.state, (fact, answer) => this.answer(fact, answer), (fact, text) => {
      this.change(() => this.state.profile.setNote(fact.id, text));
    });
    this.standing = new Standing(this.state);
    this.importance = new Importance(this.state, (change) => this.change(change), (weights) => this.winners(weights));
    this.build();
    this.begin(data.profile);
  }

  // MARK: Parts

  build() {
    const button = (key, action, kind = "button.quiet") => h(kind, { type: "button", click: action }, say(key));
    this.title = h("input.title", { type: "text", "aria-label": say("project"), change: (event) => {
      const text = event.target.value.trim();
      if (text) this.change(() => this.state.profile.set("", "title", text));
    } });
    this.file = h("input", { type: "file", accept: ".json,application/json", hidden: true, change: () => {
      if (this.file.files.length) this.load(this.file.files[0]);
      this.file.value = "";
    } });
    this.status = h("span.status", { role: "status" });
    this.undoButton = button("undo", () => this.undo());
    this.progress = h("span.progress");
    this.next = h("section.next-card", { "aria-live": "polite" });
    this.topics = h("nav.topics", { "aria-label": say("topics") });
    this.content = h("main", { id: "content" });
    this.changed = h("section.changed", { "aria-live": "polite", "aria-label": say("changed") });
    document.getElementById("page").replaceChildren(
      h("header.top", {}, h("div.titles", {}, this.title, h("span.line", {}, this.progress, this.status)),
        h("div.tools", {}, this.undoButton, button("open", () => this.file.click()), this.file,
          button("save", () => this.save(), "button"))),
      h("div.columns", {},
        h("div.asking", {}, this.next, this.topics, this.content),
        h("aside.side", { "aria-label": say("standing") }, h("h2", {}, say("standing")), this.changed, this.standing.node)));
    addEventListener("keydown", (event) => this.key(event));
    addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    addEventListener("dragleave", () => document.body.classList.remove("dropping"));
    addEventListener("drop", (event) => {
      document.body.classList.remove("dropping");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.load(event.dataTransfer.files[0]);
    });
    addEventListener("beforeunload", (event) => { if (this.isUnsaved) event.preventDefault(); });
  }

  showTopics() {
    const item = (title, count, isHere, action) => h(isHere ? "button.topic.here" : "button.topic",
      { type: "button", click: action, "aria-current": isHere ? "true" : undefined }, title,
      count ? h("small", {}, " " + count) : null);
    this.topics.replaceChildren(...data.groups.map(({ title, facts }, index) => {
      const open = facts.filter((fact) => this.state.found.facts[fact].state !== 2);
      const done = open.filter((fact) => this.state.profile.answer(data.facts[fact].id) !== undefined);
      return item(title, `${done.length}/${open.length}`, this.group === index, () => this.visit(index));
    }), item(say("importance"), "", this.group === -1, () => this.visit(-1)));
  }

  // Shows a topic; −1: what matters.
  visit(group, fact) {
    this.group = group;
    const part = group < 0 ? this.importance : this.form;
    part.show(group);
    this.content.replaceChildren(part.node);
    this.showTopics();
    if (fact !== undefined) this.form.focus(fact);
    else document.getElementById("topic").focus({ preventScroll: true });
  }

  key(event) {
    const isTyping = event.target.matches?.("input:not([type=radio],[type=checkbox],[type=range]),textarea,select");
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === "s") this.save();
    else if (isCommand && event.key === "z" && !isTyping) this.undo();
    else if (!isCommand && !event.altKey && event.key === "n" && !isTyping && this.state.next !== undefined) this.ask();
    else return;
    event.preventDefault();
  }

  ask() {
    this.visit(data.groups.findIndex(({ facts }) => facts.includes(this.state.next)), this.state.next);
  }

  // MARK: State

  // Takes up a profile as it is written. Throws if it is none.
  begin(text) {
    const profile = new Profile(text, this.places);
    if (profile.plain.date === undefined) {
      const now = new Date();
      const two = (number) => String(number).padStart(2, "0");
      profile.set("", "date", `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
    }
    const before = this.state.profile;
    this.state.profile = profile;
    try {
      this.evaluate();
    } catch (error) {
      this.state.profile = before;
      throw error;
    }
    this.past = [];
    this.isUnsaved = false;
    this.changed.replaceChildren();
    this.title.value = profile.plain.title;
    this.visit(this.group ?? 0);
  }

  answer(fact, answer) { this.change(() => this.state.profile.set("answers", fact.id, answer)); }

  // Makes a change that can be undone, and shows what it did.
  change(body) {
    const text = this.state.profile.text;
    const before = this.state.found;
    body();
    if (this.state.profile.text === text) return;
    this.past.push(text);
    this.isUnsaved = true;
    try {
      this.evaluate();
    } catch (error) {
      this.engine = new Engine(this.module, this.book);
      this.tell(error instanceof Misfit ? say("badAnswer", error.message) : say("trap"), true);
      return;
    }
    this.showChange(before);
    this.form.mark();
    this.showTopics();
    if (this.group === -1) this.importance.tell();
  }

  undo() {
    const text = this.past.pop();
    if (text === undefined) return;
    const before = this.state.found;
    this.state.profile = new Profile(text, this.places);
    this.isUnsaved = true;
    this.evaluate();
    this.showChange(before);
    this.title.value = this.state.profile.plain.title;
    this.visit(this.group);
  }

  // The ranking at once; everything that takes longer beside the page.
  evaluate() {
    const began = performance.now();
    const bytes = caseBytes(this.state.profile);
    this.state.found = this.engine.open(bytes);
    Object.assign(this.state, { settling: {}, flips: {}, firmness: undefined, next: undefined });
    this.isDone = this.hasFailed = false;
    this.foresight.start(bytes, this.standing.order, this.draws);
    this.standing.show();
    this.showNext();
    this.milliseconds = performance.now() - began;
  }

  learn(message) {
    if (message.kind === "failed") {
      this.hasFailed = true;
      return this.tell(say("trap"), true);
    }
    if (message.kind === "done") this.isDone = true;
    else if (message.kind === "firmness") this.state.firmness = message.found;
    else this.state[message.kind][message.decision] = message.found;
    const open = this.state.firmness?.questions.find(({ fact, gain }) => gain > 0 && this.places.has(data.facts[fact].id));
    this.state.next = this.isAllSettled ? undefined : open?.fact;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.standing.show();
      this.showNext();
      this.form.mark();
    });
  }

  get applying() { return data.decisions.map((_, index) => index).filter((index) => this.state.found.decisions[index].applicable !== false); }
  isFirm(index) { return this.state.settling[index]?.proof.kind !== undefined; }
  get isAllSettled() { return this.applying.every((index) => this.isFirm(index)); }

  winners(weights) {
    const found = weights.map((one) => this.engine.open(caseBytes(this.state.profile, one)));
    this.engine.open(caseBytes(this.state.profile));
    const title = (index, row) => (row < 0 ? "–" : this.standing.leafTitle(row));
    return this.standing.order.filter((index) => this.applying.includes(index)).map((index) => ({
      title: data.decisions[index].title, winners: found.map(({ decisions }) => title(index, decisions[index].standing)),
    })).sort((a, b) => (new Set(b.winners).size > 1) - (new Set(a.winners).size > 1));
  }

  // For comparing with the command line: what was found about a profile, when all of it was looked at.
  async resultOf(text, worlds = this.draws) {
    this.draws = worlds;
    this.begin(text);
    while (!this.isDone) {
      if (this.hasFailed) throw new Error("the engine gave up");
      await new Promise((next) => setTimeout(next, 5));
    }
    return foundAsResult(this);
  }

  // MARK: Telling

  showNext() {
    const shown = data.groups.flatMap(({ facts }) => facts).filter((fact) => this.state.found.facts[fact].state !== 2);
    const done = shown.filter((fact) => this.state.profile.answer(data.facts[fact].id) !== undefined);
    const firm = this.applying.filter((index) => this.isFirm(index));
    this.progress.textContent = [say("progress", done.length, shown.length),
      this.state.firmness ? say("settledCount", firm.length, this.applying.length) : say("computing")].join(" · ");
    this.undoButton.disabled = !this.past.length;
    const { next } = this.state;
    const isKnown = this.state.firmness !== undefined;
    const text = !isKnown ? say("computing") : this.isAllSettled ? say("allSettled")
      : next === undefined ? say("noQuestion") : data.facts[next].question;
    const key = `${next} ${text}`;
    if (this.shownNext === key) return;
    this.shownNext = key;
    this.next.replaceChildren(h("h2", {}, say("next")), next === undefined ? h("p", {}, text)
      : h("button.ask", { type: "button", "aria-keyshortcuts": "n", click: () => this.ask() }, text),
      next === undefined ? "" : h("p.help", {}, say("nextWhy")));
  }

  showChange(before) {
    const { lines, reasons } = this.standing.changes(before, this.state.found);
    this.changed.replaceChildren(h("h3", {}, say("changed")),
      h("ul", {}, (lines.length ? lines : [{ text: say("nothingChanged") }]).slice(0, 4)
        .map(({ text, isBig }) => h(isBig ? "li.big" : "li", {}, text))),
      reasons.length ? h("ul.because", {}, reasons.slice(0, 3).map((text) => h("li", {}, text))) : "");
  }

  tell(text, isWrong = false) {
    this.status.textContent = text;
    this.status.classList.toggle("wrong", isWrong);
  }

  // MARK: Files

  save() {
    const slug = this.state.profile.plain.title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    const name = (slug.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "profile") + ".json";
    const link = h("a", { download: name });
    link.href = URL.createObjectURL(new Blob([this.state.profile.text], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    this.isUnsaved = false;
    this.tell(say("saved", name));
  }

  async load(file) {
    if (this.isUnsaved && !confirm(say("replace"))) return;
    try {
      this.begin(await file.text());
      this.tell(say("opened", file.name));
    } catch (error) {
      this.tell(say("notProfile", file.name, error instanceof Misfit ? say("badAnswer", error.message) : say("badFormat")), true);
    }
  }
}

if (typeof document === "undefined") serve();
else start();
