import Diagnostics
import Reports
import RuleModel

/// What somebody typed as an answer, as it would stand in a profile.
struct AnswerWords {
  private let fact: Fact
  private let say: Phrasing

  init(_ fact: Fact, _ say: Phrasing) {
    self.fact = fact
    self.say = say
  }

  /// Nil after reporting what is wrong with a number; anything else that does not fit is left to be found by its type.
  func answer(_ text: String, at span: SourceSpan, into log: inout DiagnosticLog) -> Answer? {
    if text.isEmpty || text == "?" { return Answer(.null, at: span) }
    if case .number(let domain) = fact.kind { return number(text, domain, span, &log) }
    let isNumber = text.allSatisfy { $0.isASCII && $0.isNumber || ",- ".contains($0) }
    // Choices have no numbers where nobody has listed them.
    if !(isNumber && fact.kind != .date && !names(text)), case .value(let value) = AnswerReading(text, to: fact, say) {
      return Answer(written(value), at: span)
    }
    guard case .choices = fact.kind else { return Answer(.literal(.text(text)), at: span) }
    let parts = text.split(separator: ",").map { Literal(.text(id(String($0).trimmed)), at: span) }
    return Answer(.list(parts), at: span)
  }

  private func names(_ text: String) -> Bool {
    text.split(separator: ",").allSatisfy { part in fact.choices.contains { $0.name.id == String(part).trimmed } }
  }

  /// The choice that a part of a list names, or the part itself, which is then reported.
  private func id(_ part: String) -> String {
    if case .one(let id) = ChoiceReading(fact, say).one(part), !part.allSatisfy(\.isNumber) { return id }
    return part
  }

  private func number(
    _ text: String,
    _ domain: Fact.NumberDomain,
    _ span: SourceSpan,
    _ log: inout DiagnosticLog
  ) -> Answer? {
    let problem: (String, String)
    switch NumberReading(text, unit: domain.unit) {
    case .range(let from, let to):
      return Answer(from == to ? .literal(.number(from)) : .range(from: from, to: to), at: span)
    case .ambiguous: problem = ("may mean two numbers", "write 1000, or 1.000 for one")
    case .falling: problem = ("begins with the larger number", "write the smaller one first: 100-500")
    case .otherUnit(let unit):
      let wanted = domain.unit.map { "in \($0)" } ?? "without a unit"
      problem = ("is in \(quoted(unit)), and the number is wanted \(wanted)", "write the number alone")
    case .nothing: problem = ("is no number", "write for example 16, 99.9 or 100-500")
    }
    log.error("unreadable-change", "\(quoted(text)) \(problem.0)", at: span, help: problem.1)
    return nil
  }

  private func written(_ value: FactValue) -> Answer.Value {
    switch value {
    case .boolean(let flag): return .literal(.boolean(flag))
    case .choice(let id): return .literal(.text(id))
    case .choices(let ids): return .list(ids.sorted(by: idPrecedes).map { Literal(.text($0)) })
    case .number(let from, let to):
      if fact.kind == .date { return .literal(.text(CalendarDate(days: Int(from)).description)) }
      return from == to ? .literal(.number(from)) : .range(from: from, to: to)
    }
  }
}
