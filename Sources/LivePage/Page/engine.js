// The engine of the command line, compiled to WebAssembly. Nothing is computed here: numbers are read in the order in
// which `Findings` wrote them.
class Numbers {
  constructor(view) { this.view = view; this.place = 0; }
  next() { return this.view[this.place++]; }
  flag() { return this.next() === 1; }
  truth() { return [false, true, null][this.next()]; }
  bits() { return BigInt(this.next()) | BigInt(this.next()) << 32n; }
  list(read = () => this.next()) { return Array.from({ length: this.next() }, read); }
  get isAtEnd() { return this.place >= this.view.length; }
}

class Engine {
  constructor(module, book) {
    this.wasm = new WebAssembly.Instance(module).exports;
    if (this.wasm.advisor_book(this.put(book)) < 0) throw new Error("book");
  }

  put(bytes) {
    const address = this.wasm.advisor_room(bytes.length);
    new Uint8Array(this.wasm.memory.buffer, address, bytes.length).set(bytes);
    return bytes.length;
  }

  numbers(count) {
    if (count < 0) throw new Error("case");
    return new Numbers(new Float64Array(this.wasm.memory.buffer, this.wasm.advisor_findings(), count));
  }

  // Takes up a case; how it stands.
  open(bytes) {
    const from = this.numbers(this.wasm.advisor_case(this.put(bytes)));
    const truths = from.list(() => from.truth());
    const facts = from.list(() => ({ state: from.next(), bits: from.bits(), lower: from.next(), upper: from.next() }));
    const decisions = from.list(() => {
      const decision = {
        applicable: from.truth(), standing: from.next(), byScore: from.next(), withoutConfirmation: from.next(),
        hasEnough: from.flag(), tie: from.flag(), variantTie: from.flag(), close: from.flag(), conditional: from.flag(),
        evidence: from.next(), slots: from.list(() => ({ slot: from.next(), share: from.next() })),
        admissible: from.next(),
      };
      decision.ranked = from.list(() => ({
        leaf: from.next(), score: from.next(), excludedBy: from.list(), possiblyExcludedBy: from.list(),
        confirm: from.list(),
        criteria: decision.slots.map(({ slot }) => ({
          slot, net: from.next(), points: from.next(),
          contributions: from.list(() => ({ rule: from.next(), points: from.next() })),
        })),
      }));
      return decision;
    });
    return { truths, facts, decisions };
  }

  settling(decision) {
    const from = this.numbers(this.wasm.advisor_settling(decision));
    return {
      settled: from.truth(), variantSettled: from.truth(),
      proof: { kind: [undefined, "decided", "bounds", "enumeration", "noSolution"][from.next()], margin: from.next(),
        rival: from.next(), parts: from.next() },
      leaves: from.list(() => ({ lower: from.next(), upper: from.next(), certain: from.list(), possible: from.list() })),
      openFacts: from.list(),
    };
  }

  flips(decision) {
    const from = this.numbers(this.wasm.advisor_flips(decision));
    if (from.isAtEnd) return undefined;
    return from.list(() => ({
      leaf: from.next(),
      changes: from.list(() => ({ fact: from.next(),
        value: { must: from.bits(), may: from.bits(), lower: from.next(), upper: from.next() } })),
    }));
  }

  firmness(draws, seed, keepsOrder) {
    const from = this.numbers(this.wasm.advisor_firmness(draws, seed, keepsOrder ? 1 : 0));
    const alternative = () => ({ ranks: from.list(), central: from.list(), factor: from.next(), wins: from.list() });
    const decisions = from.list(() => ({
      decision: from.next(), worlds: from.next(), decided: from.next(),
      families: from.list(alternative), leaves: from.list(alternative),
      confidence: { family: from.next(), share: from.next(), fromWeights: from.next(), fromAnswers: from.next() },
      intervals: from.list(() => ({ slot: from.next(), weight: from.next(),
        ranges: [0, 1].map(() => ({ from: from.next(), to: from.next(), fromShare: from.next(), toShare: from.next() })) })),
    }));
    const questions = from.list(() => ({ fact: from.next(), gain: from.next(), canMatter: from.flag() }));
    return { decisions, questions };
  }
}

// In a worker: what takes longer, decision by decision, in the order asked for.
function serve() {
  let engine;
  onmessage = ({ data: message }) => {
    if (message.module) engine = new Engine(message.module, message.book);
    if (!message.bytes) return;
    engine.open(message.bytes);
    // The next question first: somebody waits for it.
    if (message.draws) {
      postMessage({ kind: "firmness", found: engine.firmness(message.draws, 1, message.keepsOrder) });
    }
    for (const decision of message.order) postMessage({ kind: "settling", decision, found: engine.settling(decision) });
    for (const decision of message.order) postMessage({ kind: "flips", decision, found: engine.flips(decision) });
    postMessage({ kind: "done" });
  };
}

// Runs one case at a time beside the page; a newer case ends the work on an older one.
class Foresight {
  constructor(module, book, source, tell) {
    Object.assign(this, { module, book, tell });
    this.url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  }

  start(...work) {
    if (this.isBusy) {
      this.worker?.terminate();
      Object.assign(this, { worker: undefined, isBusy: false });
    }
    // What is known already is drawn first.
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.begin(...work), 10);
  }

  begin(bytes, order, draws, keepsOrder) {
    if (!this.worker) [this.worker, this.spare] = [this.spare ?? this.make(), undefined];
    if (!this.worker) return this.tell({ kind: "failed" });
    this.isBusy = true;
    this.worker.postMessage({ bytes, order, draws, keepsOrder });
    // A worker is made ready while nobody waits for it: the next answer may end this one.
    this.making ??= setTimeout(() => {
      this.making = undefined;
      if (this.worker) this.spare ??= this.make();
    }, 150);
  }

  // A worker with the engine and the rules; none where the browser is told not to run any.
  make() {
    let worker;
    try {
      worker = new Worker(this.url);
      worker.postMessage({ module: this.module, book: this.book });
    } catch {
      return undefined;
    }
    worker.onmessage = ({ data: message }) => {
      if (worker !== this.worker) return;
      if (message.kind === "done") this.isBusy = false;
      this.tell(message);
    };
    worker.onerror = () => {
      if (worker === this.spare) this.spare = undefined;
      if (worker !== this.worker) return;
      this.worker = undefined;
      this.tell({ kind: "failed" });
    };
    return worker;
  }
}
