// What the page knows, in the form of `advisor assess --format json --edition internal`: for whoever compares the two.
function foundAsResult({ found, settling, flips, firmness, profile }) {
  const ruleIds = (rows) => rows.map((row) => data.rules[row].id);
  return {
    decisions: data.decisions.map((decision, index) => {
      const one = found.decisions[index];
      const leaf = (row) => decision.leaves[row - decision.firstLeaf];
      const id = (row) => (row < 0 ? null : leaf(row).id);
      const family = (row) => (row < 0 ? null : decision.families[leaf(row).family].id);
      const criterion = (slot) => data.criteria[decision.slots[slot]].id;
      const firm = firmness.decisions.find((entry) => entry.decision === index);
      const { proof } = settling[index];
      const alternative = (alternatives, ids, place) => {
        const { ranks, central, factor, wins } = alternatives[place];
        return {
          ranks, confidenceFactor: factor < 0 ? null : factor,
          centralWeights: central.map((share, slot) => ({ criterion: criterion(slot), share })).filter(({ share }) => share > 0),
          winsOver: wins.map((share, other) => ({ id: ids[other].id, share })).filter((_, other) => other !== place),
        };
      };
      const range = ({ from, to, fromShare, toShare }) => ({ from, to: to < 0 ? null : to, fromShare, toShare });
      return {
        id: decision.id, applicable: one.applicable, recommended: family(one.standing), variant: id(one.standing),
        recommendedByScore: family(one.byScore), variantByScore: id(one.byScore),
        recommendedWithoutConfirmation: id(one.withoutConfirmation), tie: one.tie, variantTie: one.variantTie,
        close: one.close, conditional: one.conditional, evidence: one.evidence,
        settled: settling[index].settled, variantSettled: settling[index].variantSettled,
        settledBy: proof.kind && {
          kind: proof.kind,
          ...(proof.kind === "bounds" && proof.rival >= 0
            ? { margin: proof.margin, rival: decision.leaves[proof.rival].id } : {}),
          ...(proof.kind === "enumeration" ? { parts: proof.parts } : {}),
        },
        confidence: !firm ? undefined : firm.confidence.family < 0 ? null : {
          option: decision.families[firm.confidence.family].id, share: firm.confidence.share,
          fromWeights: firm.confidence.fromWeights, fromAnswers: firm.confidence.fromAnswers, draws: firm.worlds,
          withoutWinner: firm.worlds - firm.decided,
        },
        families: firm && decision.families.map(({ id: own }, place) => (
          { id: own, ...alternative(firm.families, decision.families, place) })),
        weightIntervals: firm && firm.intervals.map(({ slot, weight, ranges }) => (
          { criterion: criterion(slot), weight, ...range(ranges[0]), variant: range(ranges[1]) })),
        flips: flips[index] && flips[index].map(({ leaf: place, changes }) => ({
          changes: changes.map(({ fact, value }) => {
            const { id: own } = data.facts[fact];
            const from = answerOf(data.facts[fact], extent(data.facts[fact], profile.answer(own)));
            return { fact: own, from, to: answerOf(data.facts[fact], value) };
          }),
          recommended: decision.families[decision.leaves[place].family].id, variant: decision.leaves[place].id,
        })),
        options: one.ranked.map((entry, place) => {
          const own = entry.leaf - decision.firstLeaf;
          const bounds = settling[index].leaves[own];
          return {
            id: decision.leaves[own].id, rank: place < one.admissible ? place + 1 : null, score: entry.score,
            excludedBy: ruleIds(entry.excludedBy), possiblyExcludedBy: ruleIds(bounds.possible),
            confirm: ruleIds(entry.confirm), scoreBounds: [bounds.lower, bounds.upper],
            criteria: entry.criteria.map(({ slot, net }) => (
              { id: criterion(slot - decision.firstSlot), net })),
            contributions: entry.criteria.flatMap(({ slot, contributions }) => contributions
              .filter(({ rule }) => !data.rules[rule].unknown?.includes(entry.leaf))
              .map(({ rule, points: given }) => (
                { rule: data.rules[rule].id, criterion: criterion(slot - decision.firstSlot), points: given }))),
            ...(firm ? alternative(firm.leaves, decision.leaves, own) : {}),
          };
        }),
      };
    }),
    rules: Object.fromEntries(data.rules.map(({ id, register }) => [id, found.truths[register]])),
    facts: Object.fromEntries(data.facts.map(({ id }, column) => [id, found.facts[column].state])),
    contradictions: Object.fromEntries(data.contradictions.map((one) => [one.id, contradictions(found).includes(one)])),
    nextQuestions: firmness.questions.filter(({ gain }) => gain > 0).slice(0, 10)
      .map(({ fact, gain }) => ({ fact: data.facts[fact].id, gain })),
  };
}
