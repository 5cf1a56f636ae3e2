// Where every decision stands: ranking, reasons, proof, flips, how firm it is.
class Standing {
  constructor(state) {
    Object.assign(this, { state, node: h("div.standing"), open: new Set(), order: decisionOrder() });
  }

  leafTitle(row) {
    const decision = data.decisions.find(({ firstLeaf, leaves }) => row >= firstLeaf && row < firstLeaf + leaves.length);
    return decision.leaves[row - decision.firstLeaf].title;
  }

  // The best leaf of every option, in rank order; excluded ones last.
  families(index) {
    const { firstLeaf, leaves } = data.decisions[index];
    const seen = new Set();
    return this.state.found.decisions[index].ranked.map((entry, place) => ({ ...entry, place,
      isExcluded: place >= this.state.found.decisions[index].admissible, family: leaves[entry.leaf - firstLeaf].family }))
      .filter(({ family }) => !seen.has(family) && seen.add(family));
  }

  // - between: stands below the decision that matters most.
  show(between) {
    const shown = this.order.filter((index) => this.state.found.decisions[index].applicable !== false);
    const cards = shown.map((index) => this.card(index));
    if (between) cards.splice(cards.findLastIndex((card) => card.classList.contains("main")) + 1, 0, between);
    this.place(cards);
  }

  // Puts cards in their places. Those that say the same stay what they are, and whatever has the focus keeps it.
  place(cards) {
    const focused = this.node.getRootNode().activeElement;
    const key = this.node.contains(focused) ? focused.closest("details")?.dataset.key : undefined;
    const old = new Map(Array.from(this.node.children).map((card) => [card.dataset.key, card]));
    const fresh = cards.map((card) => (old.get(card.dataset.key)?.isEqualNode(card) ? old.get(card.dataset.key) : card));
    if (fresh.length === this.node.children.length && fresh.every((card, place) => card === this.node.children[place])) return;
    this.node.replaceChildren(...fresh);
    if (key) this.node.querySelector(`[data-key="${key}"] > summary`)?.focus({ preventScroll: true });
  }

  isSettled(index) {
    const settling = this.state.settling[index];
    return settling?.settled === true || settling?.proof.kind === "noSolution";
  }

  card(index) {
    const decision = data.decisions[index];
    const { standing, hasEnough } = this.state.found.decisions[index];
    const choice = standing >= 0 ? this.leafTitle(standing) : say(hasEnough ? "noSolution" : "notEnough");
    // What is folded is not made: an answer moves every decision at once.
    const body = h("div", {}, this.open.has(index) ? this.inside(index) : null);
    const details = h("details.decision", { "aria-label": decision.title, open: this.open.has(index) },
      // At once: the event "toggle" comes later, and what is found meanwhile would close it again.
      h("summary", { click: (event) => {
        event.preventDefault();
        details.open = !details.open;
        this.open[details.open ? "add" : "delete"](index);
        body.replaceChildren(...(details.open ? this.inside(index) : []));
      } },
        h("span.name", {}, decision.title),
        h(standing >= 0 ? "span.choice" : "span.choice.none", {}, choice),
        h("span.facts", {}, this.facts(index).filter(Boolean).join(" · ")),
        this.badge(index), this.besides(index)),
      body);
    details.dataset.key = String(index);
    if (decision.importance >= Math.max(...data.decisions.map((one) => one.importance))) details.classList.add("main");
    return details;
  }

  badge(index) {
    const settling = this.state.settling[index];
    if (!settling) return h("span.badge.waiting", {}, "…");
    return h(this.isSettled(index) ? "span.badge.settled" : "span.badge", { title: this.proof(index) ?? "" }, this.badgeText(index));
  }

  badgeText(index) {
    const { proof, settled, variantSettled } = this.state.settling[index];
    if (proof.kind === "decided") return say("decided");
    if (!this.isSettled(index)) return say("stillOpen");
    return say(settled && variantSettled === false ? "settledFamily" : "settled");
  }

  inside(index) {
    const families = this.families(index);
    const firmness = this.firmness(index);
    return [this.proof(index) ? h("p.proof", {}, this.proof(index)) : null,
      this.bars(index, families, firmness), this.reasons(index), this.flips(index)].filter(Boolean);
  }

  firmness(index) { return this.state.firmness?.decisions.find(({ decision }) => decision === index); }

  // What stands below the name of what is recommended.
  facts(index) {
    return [this.leadText(index, this.families(index)), this.isSettled(index) ? null : this.firmText(index), ...this.provisos(index)];
  }

  firmText(index) {
    const { family, share } = this.firmness(index)?.confidence ?? { family: -1 };
    return family < 0 ? null : say("firm", percent(share));
  }

  // What is to be confirmed, and which variant is as good.
  provisos(index) {
    const { ranked, standing, variantTie, conditional } = this.state.found.decisions[index];
    const own = ranked.find(({ leaf }) => leaf === standing);
    if (!own) return [];
    const twin = variantTie ? ranked.find(({ leaf, score }) => leaf !== standing && score === own.score
      && this.familyOf(index, leaf) === this.familyOf(index, standing)) : undefined;
    return [conditional && own.confirm.length ? say("toConfirm", String(new Set(own.confirm).size)) : null,
      twin ? say("twin", this.leafTitle(twin.leaf)) : null];
  }

  // One more line below that; here none.
  besides() { return null; }

  leadText(index, families) {
    const found = this.state.found.decisions[index];
    const own = families.find(({ family }) => family === this.familyOf(index, found.standing));
    const rival = families.find((entry) => entry !== own && !entry.isExcluded);
    if (!own) return null;
    if (!rival) return say("alone");
    return found.tie && found.standing === found.byScore ? say("tie") : say("lead", decimal(leadOver(own.score, rival.score)));
  }

  familyOf(index, row) {
    return row < 0 ? -1 : data.decisions[index].leaves[row - data.decisions[index].firstLeaf].family;
  }

  bars(index, families, firmness) {
    const found = this.state.found.decisions[index];
    const most = Math.max(1, ...families.map(({ score }) => Math.abs(score)));
    return h("table.ranking", {}, h("caption", {}, say("ranking")),
      h("thead", {}, h("tr", {}, h("td", {}), h("th.end", { scope: "col" }, say("pointsHead")), h("td", {}),
        h("th.end.share", { scope: "col" }, firmness ? say("firstHead") : ""))),
      h("tbody", {}, families.map((entry) => {
      const bar = h("div.bar", {});
      const fillBar = h(entry.score < 0 ? "div.against" : "div.for", {});
      fillBar.style.width = `${50 * Math.abs(entry.score) / most}%`;
      fillBar.style[entry.score < 0 ? "right" : "left"] = "50%";
      bar.append(fillBar);
      const first = firmness?.families[entry.family]?.ranks[0];
      const named = (rules) => [...new Set(rules.map((rule) => data.rules[rule].title))];
      // The first two say what it is about; the others are counted.
      const short = (all) => all.slice(0, 2).join("; ") + (all.length > 2 ? ` (+${all.length - 2})` : "");
      const confirm = named(entry.confirm);
      const excluded = named(entry.excludedBy);
      return h(entry.isExcluded ? "tr.out" : this.familyOf(index, found.standing) === entry.family ? "tr.best" : "tr", {},
        h("th", { scope: "row" }, this.leafTitle(entry.leaf),
          confirm.length ? h("small", { title: confirm.join("\n") }, say("confirm", short(confirm))) : null,
          excluded.length ? h("small", { title: excluded.join("\n") }, say("excludedBy", short(excluded))) : null),
        h("td.end", {}, entry.isExcluded ? "–" : points(entry.score)), h("td.picture", {}, entry.isExcluded ? null : bar),
        h("td.end.share", {}, first === undefined ? "" : percent(first)));
    })));
  }

  reasons(index) {
    const found = this.state.found.decisions[index];
    const entry = found.ranked.find(({ leaf }) => leaf === found.standing);
    if (!entry) return null;
    const all = entry.criteria.flatMap(({ contributions }) => contributions).filter(({ points: given }) => given !== 0)
      .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    const rest = all.slice(8);
    return h("section.reasons", {}, h("h4", {}, say("reasons", this.leafTitle(entry.leaf))),
      h("ul", {}, all.slice(0, 8).map(({ rule, points: given }) => h(given < 0 ? "li.minus" : "li", {},
        h("b", {}, points(given)), " ", data.rules[rule].reason)),
      rest.length ? h("li.rest", {}, say("moreReasons", String(rest.length), points(entry.score))) : null));
  }

  proof(index) {
    const settling = this.state.settling[index];
    if (!settling) return undefined;
    const { kind, margin, rival, parts } = settling.proof;
    switch (kind) {
      case "bounds": return rival < 0 ? say("proofAlone")
        : say("proofBounds", data.decisions[index].leaves[rival].title, decimal(margin));
      case "enumeration": return say("proofEnumeration", String(parts));
      case "decided": return say("proofDecided");
      case "noSolution": return say("proofNone");
      default: return undefined;
    }
  }

  flips(index) {
    if (!(index in this.state.flips)) return null;
    const flips = (this.state.flips[index] ?? [])
      .filter(({ changes }) => changes.every(({ fact }) => data.facts[fact].question));
    const text = ({ fact, value }) => `${factTitle(data.facts[fact])}: ${valueText(data.facts[fact], answerOf(data.facts[fact], value))}`;
    return h("section.flips", {}, h("h4", {}, say("flips")), flips.length
      ? h("ul", {}, flips.map(({ changes, leaf }) => h("li", {},
        say("flip", changes.map(text).join(" + "), data.decisions[index].leaves[leaf].title))))
      : h("p", {}, say("noFlip")));
  }

  // What a change did, as sentences with their reasons: contradictions, then what is recommended otherwise, then leads.
  changes(before, after) {
    const lines = [];
    for (const index of this.order) {
      const [old, now] = [before, after].map((found) => this.leader(found, index));
      const name = data.decisions[index].title;
      const title = ({ leaf }) => (leaf < 0 ? say("nobody") : this.leafTitle(leaf));
      const reasons = () => this.whys(index, before, after, old, now);
      if (old.leaf !== now.leaf) {
        lines.push({ isBig: true, text: say("newLeader", name, title(now), title(old)), reasons: reasons() });
      } else if (now.lead !== undefined && old.lead !== undefined && decimal(now.lead) !== decimal(old.lead)) {
        const by = Math.abs(now.lead - old.lead);
        lines.push({ by, text: say("leadMoved", name, title(now), decimal(now.lead), decimal(old.lead)), reasons: reasons() });
      }
    }
    const isBig = lines.some((line) => line.isBig);
    const moved = lines.filter((line) => line.isBig || !isBig || line.by >= 0.5)
      .sort((a, b) => Boolean(b.isBig) - Boolean(a.isBig));
    const [then, now] = [before, after].map(contradictions);
    const clash = (key, { text }, isClash) => ({ isClash, text: say(key, text), reasons: [] });
    return [...now.filter((one) => !then.includes(one)).map((one) => clash("contradiction", one, true)),
      ...then.filter((one) => !now.includes(one)).map((one) => clash("noContradiction", one, false)), ...moved];
  }

  // Who leads a decision, and by how much before whom of another kind.
  leader(found, index) {
    const { applicable, standing, ranked, admissible } = found.decisions[index];
    const leaf = applicable === false ? -1 : standing;
    const own = ranked.find((entry) => entry.leaf === leaf);
    const rival = ranked.slice(0, admissible).find((entry) => this.familyOf(index, entry.leaf) !== this.familyOf(index, leaf));
    return { leaf, rival: rival?.leaf ?? -1, lead: own && rival ? leadOver(own.score, rival.score) : undefined };
  }

  // The rules by which a leader left another one behind: those that rule it out, and the largest changes of points.
  whys(index, before, after, old, now) {
    const other = old.leaf !== now.leaf ? old.leaf : now.rival;
    if (now.leaf < 0 || other < 0) return [];
    const entry = (found, leaf) => found.decisions[index].ranked.find((one) => one.leaf === leaf);
    const text = (rule, by) => {
      const { reason, register } = data.rules[rule];
      const isGone = before.truths[register] === true && after.truths[register] !== true;
      return say(isGone ? "noMore" : "because", reason) + (by === undefined ? "" : ` (${points(by)})`);
    };
    const ruledOut = (entry(after, other)?.excludedBy ?? [])
      .filter((rule) => !entry(before, other)?.excludedBy.includes(rule)).map((rule) => text(rule));
    const given = (found, leaf) => new Map((entry(found, leaf)?.criteria ?? []).flatMap(({ contributions }) => (
      contributions.map(({ rule, points: count }) => [rule, count]))));
    const sums = new Map();
    for (const [found, leaf, sign] of [[after, now.leaf, 1], [after, other, -1], [before, now.leaf, -1], [before, other, 1]]) {
      for (const [rule, count] of given(found, leaf)) sums.set(rule, (sums.get(rule) ?? 0) + sign * count);
    }
    const moved = Array.from(sums).filter(([, by]) => Math.abs(by) >= 0.05).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
    return [...ruledOut, ...moved.map(([rule, by]) => text(rule, by))].slice(0, 2);
  }
}
