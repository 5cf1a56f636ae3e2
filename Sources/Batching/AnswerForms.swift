import Engine
import RuleCompiler
import RuleModel

/// The facts that are asked, as the fast reader looks for them: every key, every choice, and what becomes of them in the
/// columns of the program.
struct AnswerForms: Sendable {
  /// What an answer may be; everything else is for the ordinary reader.
  enum Kind: Sendable {
    case boolean
    /// One of some choices.
    case choice
    /// Some of them.
    case choices
    case number
    case day
  }

  struct Fact: Sendable {
    /// The key with its quotes and a colon.
    let key: TextBeginning
    let column: Int
    let kind: Kind
    var choices = KnownChoices.Table()
    /// Choices that stand alone.
    var exclusive: UInt64 = 0
    var minimum = -Double.infinity
    var maximum = Double.infinity
  }

  /// What an answer says.
  enum Answer: Sendable {
    /// Asked and not known: as if it had not been asked.
    case nothing
    case bits(UInt64)
    /// The ends of a number or range, or twice the same day.
    case ends(Double, Double)
    /// What another reader may understand.
    case other
  }

  /// Keys of facts, in the order of `facts`; findable by hash.
  private(set) var keys = KnownTexts()
  /// The same, each with a colon behind it.
  private(set) var members = KnownTexts()
  private(set) var facts: [Fact] = []
  private(set) var choices = KnownChoices()
  /// `from` and `to` of a range.
  static let rangeKeys: KnownTexts = {
    var ends = KnownTexts()
    ends.add(["from", "to"])
    return ends
  }()
  /// What stands in for answers that are missing.
  private(set) var defaults: [(column: Int, value: FactValue, bits: UInt64)] = []
  /// Columns of facts, derived ones among them.
  let columns: Range<Int>
  /// Columns of days that only weeks from the profile's date are made of. With days counted from that date, one kernel
  /// serves profiles of all dates.
  let relativeDays: [Int]
  /// Whether weeks are counted to answers only: otherwise every profile takes the ordinary way.
  let countsToAnswersOnly: Bool

  init(_ rules: CompiledRules) {
    let catalogue = rules.catalogue
    columns = 0..<catalogue.facts.count
    let counted = Self.countedDays(rules.program)
    relativeDays = counted.relative.sorted()
    countsToAnswersOnly = counted.relative.union(counted.both).allSatisfy {
      catalogue.facts[$0].derivation == nil && catalogue.facts[$0].defaultValue == nil
    }
    for fact in catalogue.facts where fact.derivation == nil {
      guard let column = rules.factColumns[fact.id] else { continue }
      if let value = fact.defaultValue {
        defaults.append((column, value, rules.bits(of: value, fact: fact)))
      }
      // Former names, and what both weeks and comparisons look at, are for the ordinary reader.
      guard !catalogue.isFormer(fact.id), !counted.both.contains(column) else { continue }
      keys.add(fact.id)
      let member = members.add(fact.id, before: [ASCII.colon])
      facts.append(form(of: fact, members.beginning(of: member), column, catalogue))
    }
    keys.index()
  }

  private mutating func form(
    of fact: LinkedFact,
    _ key: TextBeginning,
    _ column: Int,
    _ catalogue: Catalogue
  ) -> Fact {
    switch fact.fact.kind {
    case .boolean: return Fact(key: key, column: column, kind: .boolean)
    case .date: return Fact(key: key, column: column, kind: .day)
    case .number(let domain):
      return Fact(
        key: key,
        column: column,
        kind: .number,
        minimum: domain.minimum ?? -.infinity,
        maximum: domain.maximum ?? .infinity
      )
    case .choice: return Fact(key: key, column: column, kind: .choice, choices: add(fact, catalogue))
    case .choices:
      var form = Fact(key: key, column: column, kind: .choices, choices: add(fact, catalogue))
      for (place, choice) in fact.fact.choices.enumerated() where choice.isExclusive {
        form.exclusive |= 1 << UInt64(place)
      }
      return form
    }
  }

  private mutating func add(_ fact: LinkedFact, _ catalogue: Catalogue) -> KnownChoices.Table {
    let known = fact.fact.choices.enumerated().filter { !catalogue.isFormer($0.element.name.id) }
    return choices.add(known.map { ($0.element.name.id, 1 << UInt64($0.offset)) })
  }

  /// Columns that weeks are counted to; apart those that a comparison or another formula looks at, too.
  private static func countedDays(_ program: Program) -> (relative: Set<Int>, both: Set<Int>) {
    var weeks: Set<Int> = []
    var others = Set(program.comparisons.map { Int($0.column) })
    for formula in program.formulas {
      switch formula {
      case .weeksUntil(let column): weeks.insert(Int(column))
      case .column(let column): others.insert(Int(column))
      default: break
      }
    }
    return (weeks.subtracting(others), weeks.intersection(others))
  }
}

extension Catalogue {
  /// Whether an id is the former name of something.
  func isFormer(_ id: String) -> Bool { renamings.contains { $0.from.id == id } }
}
