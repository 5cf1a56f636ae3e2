// The page as a whole: state, undo, files, and what is asked next.
function start() {
  data = block("data");
  document.title = say("title");
  globalThis.advisor = new Page();
}

class Page {
  constructor() {
    this.live = new LiveCase({ engine: bytesOf(block("engine")), book: bytesOf(data.book), source: ownSource }, (message) => this.learn(message));
    this.state = this.live.state;
    this.form = new QuestionForm(this.state, (fact, answer) => this.answer(fact, answer), (fact, text) => {
      this.change(() => this.state.profile.setNote(fact.id, text));
    });
    this.standing = new Standing(this.state);
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
    this.status = h("span.status", { role: "status" });
    this.announcement = h("p.sr", { role: "status" });
    this.undoButton = button("undo", () => this.undo(), "button.quiet", "Control+Z");
    this.progress = h("span.progress");
    this.next = h("section.next-card", { "aria-label": say("next") });
    this.topics = h("nav.topics", { "aria-label": say("topics") });
    this.content = h("main", { id: "content" });
    this.changed = h("section.changed", { "aria-label": say("changed") });
    this.side = h("aside.side", { "aria-label": say("standing") }, h("h2", {}, say("standing")), this.standing.node);
    const top = h("header.top", {}, h("div.titles", {}, this.title, h("span.line", {}, this.progress, this.status)),
        h("div.tools", {}, this.undoButton, button("open", () => this.file.click()), this.file,
          button("save", () => this.save(), "button", "Control+S")), this.next);
    document.getElementById("page").replaceChildren(top, this.announcement,
      h("div.columns", {}, h("div.asking", {}, this.topics, this.content), this.side));
    // What is scrolled to stands below the header, however high that is.
    new ResizeObserver(() => document.documentElement.style.setProperty("--top", `${top.offsetHeight}px`)).observe(top);
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
      const done = open.filter((fact) => (this.state.profile.answer(data.facts[fact].id) ?? null) !== null);
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
    else {
      const heading = document.getElementById("topic");
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "nearest" });
    }
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

  ask(fact = this.state.next) {
    this.visit(data.groups.findIndex(({ facts }) => facts.includes(fact)), fact);
  }

  // MARK: State

  // Takes up a profile as it is written. Throws if it is none.
  begin(text) {
    const profile = new Profile(text);
    if (profile.plain.date === undefined) {
      const now = new Date();
      const two = (number) => String(number).padStart(2, "0");
      profile.set("", "date", `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
    }
    this.evaluate(() => this.live.begin(profile));
    this.isUnsaved = false;
    this.changed.replaceChildren();
    this.title.value = profile.plain.title;
    this.visit(this.group ?? 0);
  }

  answer(fact, answer) { this.change(() => this.state.profile.set("answers", fact.id, answer), undefined, fact.id); }

  // Makes a change that can be undone, and shows what it did. Changes in a row with one name are undone at once.
  // - topic: changes in a row with one topic are compared with what was before the first of them.
  change(body, name, topic = name) {
    const before = topic !== undefined && topic === this.topic ? this.before : this.state.found;
    [this.before, this.topic] = [before, topic];
    this.tell("");
    try {
      if (this.evaluate(() => this.live.change(body, name)) !== "case") return;
    } catch (error) {
      this.tell(error instanceof Misfit ? say("badAnswer", this.titleOf(error.message)) : say("trap"), true);
      return;
    } finally {
      this.isUnsaved ||= this.live.past.length > 0;
      if (this.isUnsaved && !this.status.textContent) this.tell(say("unsaved"));
    }
    this.showChange(before);
    this.form.refresh();
    this.showTopics();
    if (this.group === -1) this.importance.tell();
  }

  undo() {
    const before = this.state.found;
    const moved = this.evaluate(() => this.live.undo());
    if (!moved) return;
    this.isUnsaved = true;
    this.topic = undefined;
    this.tell(say("unsaved"));
    if (moved === "case") this.showChange(before);
    this.title.value = this.state.profile.plain.title;
    this.visit(this.group);
  }

  // Shows where it stands when something has moved the case.
  evaluate(move) {
    const began = performance.now();
    const moved = move();
    this.standing.show(this.changed);
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

  // MARK: Telling

  showNext() {
    const shown = data.groups.flatMap(({ facts }) => facts).filter((fact) => this.state.found.facts[fact].state !== 2);
    const answers = shown.map((fact) => this.state.profile.answer(data.facts[fact].id));
    const known = answers.filter((answer) => answer !== undefined && answer !== null);
    const notKnown = answers.filter((answer) => answer === null);
    const firm = this.live.applying.filter((index) => this.live.isFirm(index));
    this.progress.textContent = [say("progress", known.length, shown.length),
      notKnown.length ? say("notKnownCount", notKnown.length) : null,
      this.live.isDone ? say("settledCount", firm.length, this.live.applying.length) : say("computing")].filter(Boolean).join(" · ");
    this.undoButton.disabled = !this.live.past.length;
    const { next, firmness } = this.state;
    // While it looks, the last question stays, greyed.
    this.next.classList.toggle("waiting", firmness === undefined);
    if (firmness === undefined && this.next.children.length) return;
    const open = firmness === undefined || this.live.isAllSettled ? [] : this.state.notKnown;
    const text = firmness === undefined ? say("searching") : this.live.isAllSettled ? say("allSettled")
      : next !== undefined ? data.facts[next].question : say(open.length ? "onlyUnknown" : "noQuestion");
    const key = [next, text, ...(next === undefined ? open : [])].join(" ");
    if (this.shownNext === key) return;
    this.shownNext = key;
    const ask = (fact) => h("button.ask", { type: "button", click: () => this.ask(fact) }, data.facts[fact].question);
    this.next.replaceChildren(h("h2", {}, say("next")), next === undefined
      ? h("p", {}, text, open.slice(0, 3).map((fact) => [" ", ask(fact)])) : ask(next),
      next === undefined ? "" : h("button", { type: "button", "aria-keyshortcuts": "n", title: say("nextWhy"),
        click: () => this.ask(next) }, say("goOn")));
  }

  showChange(before) {
    const lines = this.standing.changes(before, this.state.found);
    this.sentences = (lines.length ? lines : [{ text: say("nothingChanged") }]).map(({ text }) => text);
    const more = lines.length - 4;
    this.changed.replaceChildren(h("h3", {}, say("changed")),
      h("ul", {}, (lines.length ? lines : [{ text: say("nothingChanged"), reasons: [] }]).slice(0, 4)
        .map(({ text, isBig, reasons }) => h("li", {}, h(isBig ? "span.big" : "span", {}, text),
          reasons.length ? h("ul.because", {}, reasons.map((reason) => h("li", {}, reason))) : null)),
        more > 0 ? h("li", {}, say("andMore", String(more))) : null));
    this.side.scrollTop = 0;
  }

  // One sentence or two when all of it was looked at, and nothing in between.
  announce() {
    const { next } = this.state;
    const text = [...(this.sentences ?? []).slice(0, 2),
      next === undefined || next === this.announced ? null : `${say("next")}: ${data.facts[next].question}`].filter(Boolean);
    [this.announced, this.sentences] = [next, undefined];
    if (text.length) this.announcement.textContent = text.join(" ");
  }

  titleOf(id) { return factTitle(data.facts.find((fact) => fact.id === id) ?? { id }); }

  tell(text, isWrong = false) {
    this.status.textContent = text;
    this.status.classList.toggle("wrong", isWrong);
  }

  // MARK: Files

  save() {
    // What is just being typed counts.
    const here = document.activeElement;
    if (here?.matches("input:not([type=file]),textarea")) {
      here.blur();
      here.focus();
    }
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
    if (this.isUnsaved && !confirm(say("replace", this.state.profile.plain.title, file.name))) return;
    try {
      this.begin(await file.text());
      this.tell(say("opened", file.name));
    } catch (error) {
      this.tell(say("notProfile", file.name, error instanceof Misfit ? say("badAnswer", this.titleOf(error.message)) : say("badFormat")), true);
    }
  }
}

if (typeof document === "undefined") serve();
else start();
