package import Assessing
import RuleCompiler
package import RuleModel

/// What follows from an assessment: architecture, checklist, notes, open points and indicative cost.
package struct Recommendation: Sendable {
  package let assessment: Assessment
  package let architecture: Architecture
  package let checklist: Checklist
  /// Notes of rules that are true, where they concern nobody in particular or something that is recommended; warnings
  /// first, then by rule id.
  package let notes: [AdvisedNote]
  /// Questions about what is recommended, by decision, then rule id.
  package let confirmations: [AdvisedConfirmation]
  package let costs: [CostLine]
}

/// A note with the rule that gives it.
package struct AdvisedNote: Sendable {
  package let rule: Rule
  package let note: RuleNote
}

/// An open question about a recommended leaf.
package struct AdvisedConfirmation: Sendable {
  package let decision: String
  package let leaf: String
  package let rule: Rule
  /// nil: nothing is published about what the rule's title says.
  package let text: LocalizedText?
}

/// Draws the conclusions of an assessment.
package func advise(_ assessment: Assessment) -> Recommendation {
  Recommendation(
    assessment: assessment,
    architecture: architecture(of: assessment),
    checklist: checklist(of: assessment),
    notes: notes(of: assessment),
    confirmations: confirmations(of: assessment),
    costs: costs(of: assessment)
  )
}

private func notes(of assessment: Assessment) -> [AdvisedNote] {
  let chosen = assessment.chosenOptions
  let found = assessment.catalogue.rules.filter { assessment.truth(ofRule: $0.id) == .yes }.flatMap { rule in
    rule.rule.notes
      .filter { note in note.options.isEmpty || note.options.contains { chosen.contains($0.id) } }
      .map { AdvisedNote(rule: rule.rule, note: $0) }
  }
  return found.filter { $0.note.level == .warning } + found.filter { $0.note.level == .info }
}

private func confirmations(of assessment: Assessment) -> [AdvisedConfirmation] {
  assessment.decisions.flatMap { decision -> [AdvisedConfirmation] in
    guard decision.applicable != .no, let leaf = decision.chosenLeaf else { return [] }
    return leaf.confirm.compactMap { open in
      assessment.catalogue.rule(open.rule).map {
        AdvisedConfirmation(decision: decision.id, leaf: leaf.id, rule: $0.rule, text: open.text)
      }
    }
  }
}
