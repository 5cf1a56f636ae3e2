package import Assessing
import RuleCompiler
import RuleModel

/// Whether open answers can still change a decision, in one sentence; nil where there is nothing to say: the decision has
/// been taken, or no answer is missing.
package func settledSentence(_ decision: AssessedDecision, _ settlement: Settlement, _ say: Phrasing) -> String? {
  guard settlement.isApplicable, !settlement.openFacts.isEmpty else { return nil }
  switch settlement.proof {
  case .decided: return nil
  case .noSolution:
    return say(
      en: "No open answer can change this; it takes other answers than those given.",
      de: "Keine offene Angabe kann das ändern; dazu müssten gegebene Angaben anders sein."
    )
  case .bounds(let margin, let rival):
    return settledText(decision, settlement, say) + (rival.map { nearest($0, margin, say) } ?? "")
  case .enumeration: return settledText(decision, settlement, say)
  case nil: break
  }
  guard decision.variant != nil else { return nil }
  if settlement.settled == false {
    return say(
      en: "Not settled: open answers can still change this.",
      de: "Noch offen: Fehlende Angaben können das ändern."
    )
  }
  return say(
    en: "Too much is open to tell whether the missing answers can change this.",
    de: "Es ist zu viel offen, um zu sagen, ob die fehlenden Angaben das ändern können."
  )
}

private func settledText(_ decision: AssessedDecision, _ settlement: Settlement, _ say: Phrasing) -> String {
  if settlement.variantSettled != true, let family = decision.recommended, family != decision.variant {
    return say(
      en: "Settled: no open answer can change \(say.option(family)); which variant, it can.",
      de: "Steht fest: Keine offene Angabe ändert etwas an \(say.option(family)); die Variante kann noch wechseln."
    )
  }
  return say(en: "Settled: no open answer can change this.", de: "Steht fest: Keine offene Angabe kann das ändern.")
}

private func nearest(_ rival: String, _ margin: Double, _ say: Phrasing) -> String {
  // Rounded down: what is promised must hold.
  let points = say.decimal((margin * 10).rounded(.down) / 10)
  guard margin >= 0.1 else { return "" }
  return say(
    en: " \(say.option(rival)) comes nearest and stays at least \(points) points behind.",
    de: " Am nächsten kommt \(say.option(rival)), bleibt aber mindestens \(points) Punkte zurück."
  )
}
