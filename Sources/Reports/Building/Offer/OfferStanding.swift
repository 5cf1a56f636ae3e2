import Assessing
import RuleCompiler
import RuleModel

/// How far an offer may go on the answers there are.
extension ReportBuilder {
  /// Whether fewer than a third of the questions that apply are answered: then it is a first assessment.
  var isEarly: Bool {
    let counts = assessment.counts
    return counts.answered * 3 < counts.answered + counts.unknown
  }

  /// Whether a first assessment may already name what it recommends: it is needed, and firm, likely or decided.
  func isSettledEnough(_ decision: AssessedDecision) -> Bool {
    guard decision.applicable == .yes, decision.variant != nil else { return false }
    if decision.decidedBy == .profile { return true }
    guard let label = assessment.robustness?.decision(decision.id)?.confidence?.label else { return false }
    return label != .open
  }

  /// Whether two options have the same score.
  func isLevel(_ a: AssessedLeaf, with b: AssessedLeaf) -> Bool { (a.score - b.score).magnitude < 1e-9 }

  /// What is ahead after how many answers, and how to learn more.
  func earlyHeadline(_ leaf: String) -> [ReportBlock] {
    let name = say.option(leaf)
    let (answered, open, _) = assessment.counts
    let lead: RichText
    if say.language == .de {
      let answers = answered == 1 ? "einer Angabe" : "\(answered) Angaben"
      let questions = open == 1 ? "eine Frage ist offen" : "\(open) Fragen sind offen"
      lead = "Nach \(answers) liegt \(strong: name) vorn; \(questions)."
    } else {
      let answers = answered == 1 ? "one answer" : "\(answered) answers"
      let questions = open == 1 ? "one question is open" : "\(open) questions are open"
      lead = "After \(answers) \(strong: name) is ahead; \(questions)."
    }
    let asked = offerQuestions().count
    guard asked > 0 else { return [.lead(lead)] }
    let more =
      asked == 1
      ? say(
        en: "The question under “\(openPointsTitle)” would settle most.",
        de: "Am meisten klärt die Frage unter «\(openPointsTitle)»."
      )
      : say(
        en: "The \(asked) questions under “\(openPointsTitle)” would settle most.",
        de: "Am meisten klären die \(asked) Fragen unter «\(openPointsTitle)»."
      )
    return [.lead(lead), .paragraph(RichText(plain: more))]
  }

  /// Decisions without a recommendation that would hold, by name: those that have to be taken, and those that may.
  func namesOfOpen(_ decisions: [AssessedDecision]) -> [ReportBlock] {
    func line(_ title: String, _ members: [AssessedDecision]) -> [ReportBlock] {
      let names = members.map { say.text($0.decision.decision.title) }.joined(separator: ", ")
      return members.isEmpty ? [] : [.paragraph("\(strong: title) \(names).")]
    }
    let open = decisions.filter { $0.applicable == .yes && !isSettledEnough($0) }
    return line(say(en: "Still open:", de: "Noch offen:"), open)
      + line(
        say(en: "To be decided if needed:", de: "Falls nötig, noch zu entscheiden:"),
        decisions.filter { $0.applicable == .unknown }
      )
  }

  /// Components whose presence hangs on a decision that a first assessment does not name.
  func componentsOfOpen(_ decisions: [AssessedDecision]) -> Set<String> {
    let open = Set(decisions.filter { !isSettledEnough($0) }.map(\.id))
    let components = catalogue.components.filter { linked in
      linked.condition.map { self.decisions(in: $0).contains { open.contains($0) } } ?? false
    }
    return Set(components.map(\.item.id))
  }

  /// Decisions that a condition looks at, in the order written.
  func decisions(in condition: LinkedCondition) -> [String] {
    var found: [String] = []
    condition.forEachComparison { comparison in
      switch comparison.subject {
      case .decision(let id), .decisionVariant(let id): found.append(id)
      case .fact: break
      }
    }
    return found
  }
}
