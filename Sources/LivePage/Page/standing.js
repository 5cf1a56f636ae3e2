// Where every decision stands: ranking, reasons, proof, flips, how firm it is.
class Standing {
  constructor(state) {
    Object.assign(this, { state, node: h("div.standing"), open: new Set() });
    // Those that matter most first; among equals in the order in which they are decided.
    this.order = data.decisions.map((_, index) => index)
      .sort((a, b) => data.decisions[b].importance - data.decisions[a].importance || a - b);
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

  show() {
    const shown = this.order.filter((index) => this.state.found.decisions[index].applicable !== false);
    this.node.replaceChildren(...shown.map((index) => this.card(index)));
  }

  card(index) {
    const decision = data.decisions[index];
    const found = this.state.found.decisions[index];
    const settling = this.state.settling[index];
    const firmness = this.state.firmness?.decisions.find((one) => one.decision === index);
    const families = this.families(index);
    const standing = found.standing;
    const choice = standing >= 0 ? this.leafTitle(standing) : say(found.hasEnough ? "noSolution" : "notEnough");
    const isSettled = settling?.settled === true || settling?.proof.kind === "noSolution";
    const facts = [
      this.leadText(index, families),
      firmness && firmness.confidence.family >= 0 ? say("firm", percent(firmness.confidence.share)) : null,
    ].filter(Boolean);
    // What is folded is not made: an answer moves every decision at once.
    const inside = () => [this.proof(index) ? h("p.proof", {}, this.proof(index)) : null,
      this.bars(index, families, firmness), this.reasons(index), this.flips(index)].filter(Boolean);
    const body = h("div", {}, this.open.has(index) ? inside() : null);
    const details = h("details.decision", { open: this.open.has(index), toggle: (event) => {
      const isOpen = event.target.open;
      if (isOpen === this.open.has(index)) return;
      this.open[isOpen ? "add" : "delete"](index);
      body.replaceChildren(...(isOpen ? inside() : []));
    } },
      h("summary", {},
        h("span.name", {}, decision.title),
        h(standing >= 0 ? "span.choice" : "span.choice.none", {}, choice),
        h("span.facts", {}, facts.join(" · ")),
        settling ? h(isSettled ? "span.badge.settled" : "span.badge", { title: this.proof(index) ?? "" },
          say(isSettled ? "settled" : "stillOpen")) : h("span.badge.waiting", {}, "…")),
      body);
    if (decision.importance >= Math.max(...data.decisions.map((one) => one.importance))) details.classList.add("main");
    return details;
  }

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
    return h("table.ranking", {}, h("caption", {}, say("ranking")), h("tbody", {}, families.map((entry) => {
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
    return h("section.reasons", {}, h("h4", {}, say("reasons", this.leafTitle(entry.leaf))),
      h("ul", {}, all.slice(0, 8).map(({ rule, points: given }) => h(given < 0 ? "li.minus" : "li", {},
        h("b", {}, points(given)), " ", data.rules[rule].reason))));
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

  // What the last change did, as a list of sentences.
  changes(before, after) {
    const lead = (found, index) => {
      const standing = found.decisions[index].applicable === false ? -1 : found.decisions[index].standing;
      const family = this.familyOf(index, standing);
      const own = found.decisions[index].ranked.find(({ leaf }) => leaf === standing);
      const rival = found.decisions[index].ranked.slice(0, found.decisions[index].admissible)
        .find(({ leaf }) => this.familyOf(index, leaf) !== family);
      return { family, points: own && rival ? leadOver(own.score, rival.score) : undefined };
    };
    const title = (index, family) => (family < 0 ? say("nobody") : data.decisions[index].families[family].title);
    const lines = [];
    for (const index of this.order) {
      const [old, now] = [lead(before, index), lead(after, index)];
      const name = data.decisions[index].title;
      if (old.family !== now.family) {
        lines.push({ isBig: true, text: say("newLeader", name, title(index, now.family), title(index, old.family)) });
      } else if (now.points !== undefined && old.points !== undefined && decimal(now.points) !== decimal(old.points)) {
        lines.push({ text: say("leadMoved", name, title(index, now.family), decimal(now.points), decimal(old.points)) });
      }
    }
    const turned = data.rules.filter(({ register }) => before.truths[register] !== after.truths[register]);
    const because = turned.filter(({ register }) => after.truths[register] === true).map(({ reason }) => say("because", reason));
    const gone = turned.filter(({ register }) => before.truths[register] === true).map(({ reason }) => say("noMore", reason));
    return { lines, reasons: [...new Set([...because, ...gone])] };
  }
}
