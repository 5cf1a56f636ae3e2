// What the page was made of: see `WorkshopData`.
let data;

// A case with what the engine finds about it, and its undo: the ranking at once, what takes longer beside the page.
class LiveCase {
  // - parts: the engine and the book of rules, as bytes; the source of this script, for the worker.
  // - told: is called when more is known, with the message of the worker; `failed` when the engine gave up.
  constructor({ engine, book, source }, told) {
    const module = new WebAssembly.Module(engine);
    Object.assign(this, { module, book, draws: 10000, keepsOrder: false, isDone: false });
    this.engine = new Engine(module, book);
    this.state = { settling: {}, flips: {} };
    this.foresight = new Foresight(module, book, source, (message) => {
      this.learn(message);
      told(message);
    });
  }

  // Takes up a profile as it is written. Throws if it is none, or if an answer does not fit.
  begin(text) {
    this.takeUp(text instanceof Profile ? text : new Profile(text));
    this.forget();
  }

  // No step back and none forth.
  forget() { Object.assign(this, { past: [], future: [], lastChange: undefined }); }

  // Takes up another profile in a step that can be undone. Throws if an answer does not fit; then nothing has changed.
  // - file: the name of what was opened.
  open(profile, file) {
    const step = { text: this.state.profile.text, file };
    this.takeUp(profile);
    this.past.push(step);
    Object.assign(this, { future: [], lastChange: undefined });
  }

  takeUp(profile) {
    const before = this.state.profile;
    this.bytes = undefined;
    this.state.profile = profile;
    try {
      this.evaluate();
    } catch (error) {
      this.state.profile = before;
      throw error;
    }
  }

  // Makes a change that can be undone: "case" if the engine has to look again, "text" for anything else, nothing if there
  // was none. Throws if the engine or an answer gave up on it.
  // - name: changes in a row with the same name are undone at once.
  change(body, name) {
    const { text } = this.state.profile;
    body();
    if (this.state.profile.text === text) return undefined;
    if (name === undefined || name !== this.lastChange) this.past.push({ text });
    Object.assign(this, { future: [], lastChange: name });
    return this.evaluate();
  }

  // Takes the last change back, or makes the one that was taken back again. The profile before and the file that the step
  // opened, if it did; undefined if there is no such step. Throws if the engine gave up on what is there now.
  undo() { return this.step(this.past, this.future); }
  redo() { return this.step(this.future, this.past); }

  step(from, to) {
    const step = from.pop();
    if (!step) return undefined;
    const { profile } = this.state;
    to.push({ ...step, text: profile.text });
    this.state.profile = new Profile(step.text);
    this.lastChange = undefined;
    this.evaluate();
    return { then: profile, file: step.file };
  }

  evaluate() {
    const bytes = caseBytes(this.state.profile);
    if (this.state.found && this.bytes?.length === bytes.length && this.bytes.every((byte, place) => byte === bytes[place])) {
      this.pick();
      return "text";
    }
    try {
      this.state.found = this.engine.open(bytes);
      this.bytes = bytes.slice();
    } catch (error) {
      this.bytes = undefined;
      // A trap leaves an instance unusable.
      this.engine = new Engine(this.module, this.book);
      throw error;
    }
    Object.assign(this.state, { settling: {}, flips: {}, firmness: undefined, next: undefined });
    this.isDone = this.hasFailed = false;
    this.foresight.start(bytes, decisionOrder(), this.draws, this.keepsOrder);
    return "case";
  }

  learn(message) {
    if (message.kind === "failed") this.hasFailed = true;
    else if (message.kind === "done") this.isDone = true;
    else if (message.kind === "firmness") this.state.firmness = message.found;
    else this.state[message.kind][message.decision] = message.found;
    this.pick();
  }

  // What to ask next, as far as that is known.
  pick() {
    // Who was asked and did not know is not asked again.
    const answer = ({ fact }) => this.state.profile.answer(data.facts[fact].id);
    const open = (this.state.firmness?.questions ?? []).filter(({ fact, gain }) => gain > 0 && places().has(data.facts[fact].id));
    this.state.next = this.isAllSettled ? undefined : open.find((one) => answer(one) === undefined)?.fact;
    this.state.notKnown = open.filter((one) => answer(one) === null).map(({ fact }) => fact);
  }

  get applying() {
    return data.decisions.map((_, index) => index)
      .filter((index) => this.state.found.decisions[index].applicable !== false);
  }
  isFirm(index) { return this.state.settling[index]?.proof.kind !== undefined; }
  get isAllSettled() { return this.applying.every((index) => this.isFirm(index)); }

  // What the engine finds with each of several weightings.
  withWeights(weights) {
    const found = weights.map((one) => this.engine.open(caseBytes(this.state.profile, one)));
    this.engine.open(caseBytes(this.state.profile));
    return found;
  }

  // Everything found, in the form of the command line, when all of it was looked at.
  async result() {
    while (!this.isDone) {
      if (this.hasFailed) throw new Error("the engine gave up");
      await new Promise((next) => setTimeout(next, 5));
    }
    return foundAsResult(this.state);
  }
}

// Decisions that matter most first; among equals in the order in which they are decided.
function decisionOrder() {
  return data.decisions.map((_, index) => index)
    .sort((a, b) => data.decisions[b].importance - data.decisions[a].importance || a - b);
}

// The place of every question, by the id of its fact.
function places() {
  return data.places ??= new Map(
    data.groups.flatMap(({ facts }) => facts).map((fact, place) => [data.facts[fact].id, place]));
}

// A block of data of the page; bytes in Base64; the source of this script, for the worker.
const block = (id) => JSON.parse(document.getElementById(id).textContent);
const ownSource = typeof document === "undefined" ? "" : document.scripts[document.scripts.length - 1].textContent;
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
