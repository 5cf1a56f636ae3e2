import Engine
import RuleCompiler
import RuleModel

/// The facts that are asked, as the fast reader looks for them: every key, every choice, and what becomes of them in the
/// columns of the program.
struct AnswerForms: Sendable {
  /// What an answer may be; everything else is for the ordinary reader.
  enum Form: Sendable {
    case boolean
    /// One of some choices; the bit of each stands in `bits`.
    case choice(Range<Int>)
    /// Some of them; those in `exclusive` stand alone.
    case choices(Range<Int>, exclusive: UInt64)
    case number(from: Double, to: Double)
    case day
  }

  struct Fact: Sendable {
    let column: Int
    let form: Form
    /// Counted from the profile's date.
    let isRelative: Bool
  }

  /// Keys of facts, in the order of `facts`; findable by hash.
  private(set) var keys = KnownTexts()
  private(set) var facts: [Fact] = []
  private(set) var choices = KnownTexts()
  /// The bit of every choice in its column.
  private(set) var bits: [UInt64] = []
  /// `from` and `to` of a range.
  let rangeKeys: KnownTexts
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
    var ends = KnownTexts()
    ends.add(["from", "to"])
    rangeKeys = ends
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
      facts.append(Fact(column: column, form: form(of: fact, catalogue), isRelative: relativeDays.contains(column)))
    }
    keys.index()
  }

  private mutating func form(of fact: LinkedFact, _ catalogue: Catalogue) -> Form {
    switch fact.fact.kind {
    case .boolean: return .boolean
    case .date: return .day
    case .number(let domain): return .number(from: domain.minimum ?? -.infinity, to: domain.maximum ?? .infinity)
    case .choice: return .choice(add(fact, catalogue))
    case .choices:
      var exclusive: UInt64 = 0
      for (place, choice) in fact.fact.choices.enumerated() where choice.isExclusive { exclusive |= 1 << UInt64(place) }
      return .choices(add(fact, catalogue), exclusive: exclusive)
    }
  }

  private mutating func add(_ fact: LinkedFact, _ catalogue: Catalogue) -> Range<Int> {
    let first = choices.count
    for (place, choice) in fact.fact.choices.enumerated() where !catalogue.isFormer(choice.name.id) {
      choices.add(choice.name.id)
      bits.append(1 << UInt64(place))
    }
    return first..<choices.count
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
