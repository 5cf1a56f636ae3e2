package import Diagnostics

/// A typed thing that may be known about the customer's application.
///
/// A class, like everything that is made once and read everywhere: handing it on copies one reference.
package final class Fact: Sendable {
  package let name: Name
  package let kind: Kind
  /// Short noun phrase for tables; the question where a pack gives none.
  package let title: LocalizedText?
  /// How a person is asked for it; nil for a derived fact.
  package let question: LocalizedText?
  package let help: LocalizedText?
  package let group: Name?
  package let order: Double?
  /// Never changed by what-if searches: the law, the site.
  package let isFixed: Bool
  /// Asked at a first meeting already: what an overview needs.
  package let isCoarse: Bool
  package let relevantWhen: Condition?
  /// Used as an assumption while the fact is not answered.
  package let defaultAnswer: Answer?
  package let prior: Prior?
  /// Why the prior is what it is, for whoever reads or maintains it.
  package let priorBecause: LocalizedText?
  package let derivation: Derivation?
  package let sources: [Name]
  package let audience: Audience
  package let header: ItemHeader
  /// Choices in the order written; empty unless the kind is choice or choices.
  package let choices: [Choice]

  init(
    name: Name,
    kind: Kind,
    title: LocalizedText?,
    question: LocalizedText?,
    help: LocalizedText?,
    group: Name?,
    order: Double?,
    isFixed: Bool,
    isCoarse: Bool,
    relevantWhen: Condition?,
    defaultAnswer: Answer?,
    prior: Prior?,
    priorBecause: LocalizedText?,
    derivation: Derivation?,
    sources: [Name],
    audience: Audience,
    header: ItemHeader,
    choices: [Choice]
  ) {
    self.name = name
    self.kind = kind
    self.title = title
    self.question = question
    self.help = help
    self.group = group
    self.order = order
    self.isFixed = isFixed
    self.isCoarse = isCoarse
    self.relevantWhen = relevantWhen
    self.defaultAnswer = defaultAnswer
    self.prior = prior
    self.priorBecause = priorBecause
    self.derivation = derivation
    self.sources = sources
    self.audience = audience
    self.header = header
    self.choices = choices
  }

  package enum Kind: Sendable, Hashable {
    case boolean
    case choice(ordered: Bool)
    case choices
    case number(NumberDomain)
    case date

    /// The word for it in files and messages.
    package var word: String {
      switch self {
      case .boolean: "boolean"
      case .choice: "choice"
      case .choices: "choices"
      case .number: "number"
      case .date: "date"
      }
    }
  }

  package struct NumberDomain: Sendable, Hashable {
    package let unit: String?
    package let minimum: Double?
    package let maximum: Double?
    /// Only whole numbers are drawn in samples.
    package let isInteger: Bool

    package init(unit: String?, minimum: Double?, maximum: Double?, isInteger: Bool) {
      self.unit = unit
      self.minimum = minimum
      self.maximum = maximum
      self.isInteger = isInteger
    }
  }

  package struct Choice: Sendable {
    package let name: Name
    package let title: LocalizedText?
    package let help: LocalizedText?
    /// Cannot stand beside other choices of the set.
    package let isExclusive: Bool

    package init(name: Name, title: LocalizedText?, help: LocalizedText? = nil, isExclusive: Bool = false) {
      self.name = name
      self.title = title
      self.help = help
      self.isExclusive = isExclusive
    }
  }

  package var id: String { name.id }

  /// The same fact with other choices.
  package func with(_ choices: [Choice]) -> Fact {
    Fact(
      name: name,
      kind: kind,
      title: title,
      question: question,
      help: help,
      group: group,
      order: order,
      isFixed: isFixed,
      isCoarse: isCoarse,
      relevantWhen: relevantWhen,
      defaultAnswer: defaultAnswer,
      prior: prior,
      priorBecause: priorBecause,
      derivation: derivation,
      sources: sources,
      audience: audience,
      header: header,
      choices: choices
    )
  }

  /// The unit of a number fact.
  package var unit: String? {
    guard case .number(let domain) = kind else { return nil }
    return domain.unit
  }

  /// A short name for tables and headings, in a language.
  package func shortTitle(in language: Language) -> String {
    title?.text(in: language) ?? question?.text(in: language) ?? id
  }

  /// The title of a choice in a language; its id where no title is given.
  package func choiceTitle(_ id: String, in language: Language) -> String {
    choices.first { $0.name.id == id }?.title?.text(in: language) ?? id
  }
}

/// How a fact follows from others (method.md, section 1).
package enum Derivation: Sendable {
  case expression(Expression)
  /// The value of the first case that is true, else `otherwise`.
  case cases([Case], otherwise: Literal)
  /// A boolean.
  case condition(Condition)

  package struct Case: Sendable {
    package let condition: Condition
    package let value: Literal
  }
}

/// How likely the values of an unknown fact are (method.md, section 7); the house's assumption unless sourced.
package enum Prior: Sendable {
  /// Shares by choice id, or of `true` and `false`.
  case shares([(name: Name, share: Double)])
  /// Cells of a number in ascending order; the last is open above.
  case cells([(below: Double?, share: Double)])
}

/// An answer as written, before the fact's type is known.
package struct Answer: Sendable {
  package enum Value: Sendable {
    /// Asked, not known.
    case null
    case literal(Literal.Value)
    case list([Literal])
    /// A closed range of numbers.
    case range(from: Double, to: Double)
  }

  package let value: Value
  package let span: SourceSpan?

  package init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }
}

/// What every item of a pack has.
package struct ItemHeader: Sendable {
  /// Id of the pack that holds it.
  package let pack: String
  /// Optional packs that must be loaded for the item to count.
  package let needs: [Name]
  /// Texts under keys that begin with `x-`: they mean nothing to the advisor, and some of them silence a check.
  package let remarks: [String: String]

  package init(pack: String, needs: [Name] = [], remarks: [String: String] = [:]) {
    self.pack = pack
    self.needs = needs
    self.remarks = remarks
  }
}

extension Fact {
  /// Shares in the order of the choices, whatever order they are written in; of a boolean, yes first.
  package func inOrder(_ shares: [(name: Name, share: Double)]) -> [(name: Name, share: Double)] {
    let ids = choices.isEmpty ? ["true", "false"] : choices.map(\.name.id)
    func place(_ id: String) -> Int { ids.firstIndex(of: id) ?? ids.count }
    return shares.sorted { a, b in
      let (x, y) = (place(a.name.id), place(b.name.id))
      return x == y ? idPrecedes(a.name.id, b.name.id) : x < y
    }
  }
}
