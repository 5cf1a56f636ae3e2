import Advice
import Assessing
import RuleCompiler
import RuleModel

/// Options against criteria as a table for spreadsheets: a record for the weights of every decision, then one for each
/// option in rank order, and the notice in the last one.
enum DecisionMatrix {
  static func render(_ recommendation: Recommendation, _ language: Language, _ edition: Edition) -> String {
    let assessment = recommendation.assessment
    let say = Phrasing(language: language, edition: edition, catalogue: assessment.catalogue)
    let decisions = assessment.decisions.filter { $0.applicable != .no }
    let criteria = assessment.catalogue.criteria.map(\.id).filter { id in
      decisions.contains { $0.criteria.contains { $0.id == id } }
    }
    let head = [
      say(en: "Decision", de: "Entscheidung"), say(en: "Option", de: "Möglichkeit"), say(en: "Id", de: "Id"),
      say(en: "Standing", de: "Stand"), say(en: "Rank", de: "Rang"), say(en: "Points", de: "Punkte"),
      say(en: "To be confirmed", de: "Zu bestätigen"), say(en: "Ruled out by", de: "Ausgeschlossen durch"),
    ]
    var text = record((head + criteria.map { say.criterion($0) }).map { .text($0) })
    for decision in decisions { text += records(of: decision, criteria, say) }
    let notice = reportNotice(of: assessment, say)
    let empty = Array(repeating: Cell.text(""), count: head.count + criteria.count - 1)
    return text + record([.text(notice.text)] + empty) + record([.text(madeBy(assessment, say))] + empty)
  }

  private static func records(of decision: AssessedDecision, _ criteria: [String], _ say: Phrasing) -> String {
    let title = Cell.text(say.text(decision.decision.decision.title))
    let shares = criteria.map { id -> Cell in
      decision.criteria.first { $0.id == id }.map { .number($0.share * 100, digits: 0) } ?? .text("")
    }
    let empty = Array(repeating: Cell.text(""), count: 5)
    var text = record(
      [title, .text(say(en: "Weight in percent", de: "Gewicht in Prozent")), .text(decision.id)] + empty + shares
    )
    for leaf in decision.leaves {
      let rules = leaf.excludedBy.compactMap { say.catalogue.rule($0) }.map { say.title(of: $0.rule) }
      let points = criteria.map { id -> Cell in
        leaf.criteria.first { $0.id == id }.map { .number($0.points, digits: 1) } ?? .text("")
      }
      text += record(
        [
          title, .text(say.option(leaf.id)), .text(leaf.id), .text(standing(of: leaf, in: decision, say)),
          leaf.rank.map { .number(Double($0), digits: 0) } ?? .text(""), .number(leaf.score, digits: 1),
          .number(Double(leaf.confirm.count), digits: 0), .text(rules.joined(separator: "; ")),
        ] + points
      )
    }
    return text
  }

  private static func standing(of leaf: AssessedLeaf, in decision: AssessedDecision, _ say: Phrasing) -> String {
    if leaf.id == decision.variant {
      return decision.decidedBy == .profile
        ? say(en: "decided", de: "entschieden") : say(en: "recommended", de: "empfohlen")
    }
    return leaf.isExcluded ? say(en: "ruled out", de: "ausgeschlossen") : say(en: "possible", de: "möglich")
  }

  // MARK: Cells

  private enum Cell {
    case text(String)
    /// With so many decimals, as in every other format; a plain number, so that spreadsheets can count with it.
    case number(Double, digits: Int)
  }

  private static func record(_ cells: [Cell]) -> String {
    cells.map { cell in
      switch cell {
      case .text(let text): CSVText.cell(text)
      case .number(let number, let digits): CSVText.number(number, digits: digits)
      }
    }.joined(separator: ",") + "\r\n"
  }
}
