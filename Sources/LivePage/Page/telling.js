// What the page says about a case besides its standing: how far it is, what to ask next, what just changed.
class Telling {
  showNext() {
    const shown = data.groups.flatMap(({ facts }) => facts).filter((fact) => this.state.found.facts[fact].state !== 2);
    const answers = shown.map((fact) => this.state.profile.answer(data.facts[fact].id));
    const known = answers.filter((answer) => answer !== undefined && answer !== null);
    const notKnown = answers.filter((answer) => answer === null);
    const firm = this.live.applying.filter((index) => this.live.isFirm(index));
    this.progress.textContent = [say("progress", known.length, shown.length),
      notKnown.length ? say("notKnownCount", notKnown.length) : null,
      this.live.isDone ? say("settledCount", firm.length, this.live.applying.length) : say("computing")].filter(Boolean).join(" · ");
    // Not disabled: that would take the focus away.
    this.undoButton.setAttribute("aria-disabled", String(!this.live.past.length));
    this.redoButton.setAttribute("aria-disabled", String(!this.live.future.length));
    this.unsaved.textContent = this.saved.has(this.state.profile.text) ? "" : ` · ${say("unsaved")}`;
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
        .map(({ text, isBig, isClash, reasons }, place) => h("li", {}, h(isClash ? "span.clash" : isBig ? "span.big" : "span", {}, text),
          reasons.length ? h("ul.because", {}, reasons.slice(0, place ? 1 : 2).map((reason) => h("li", {}, reason))) : null)),
        more > 0 ? h("li", {}, say("andMore", String(more))) : null));
    // Later: asking for a place now would lay everything out twice.
    requestAnimationFrame(() => { this.side.scrollTop = 0; });
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
}
