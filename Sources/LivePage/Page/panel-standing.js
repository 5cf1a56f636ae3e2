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
