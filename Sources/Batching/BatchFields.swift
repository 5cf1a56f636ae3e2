/// What a line of results says about every decision, beside its name.
package struct BatchFields: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let recommended = Self(rawValue: 1 << 0)
  package static let variant = Self(rawValue: 1 << 1)
  package static let decidedBy = Self(rawValue: 1 << 2)
  package static let score = Self(rawValue: 1 << 3)
  package static let lead = Self(rawValue: 1 << 4)
  package static let tie = Self(rawValue: 1 << 5)
  package static let close = Self(rawValue: 1 << 6)
  package static let conditional = Self(rawValue: 1 << 7)
  package static let evidence = Self(rawValue: 1 << 8)
  package static let excluded = Self(rawValue: 1 << 9)
  package static let scores = Self(rawValue: 1 << 10)
  package static let net = Self(rawValue: 1 << 11)

  /// What people ask for first.
  package static let short: Self = [.recommended, .variant, .score, .lead, .excluded]

  /// Every field by its name, in the order in which they are written, with what it says.
  package static let all: [(name: String, field: Self, meaning: String)] = [
    ("recommended", .recommended, "the option that stands, without its variant"),
    ("variant", .variant, "the variant that stands, or the option itself"),
    ("decidedBy", .decidedBy, "score, profile or none"),
    ("score", .score, "the points of what stands"),
    ("lead", .lead, "how far it is ahead of the best variant of another option, null without a rival"),
    ("tie", .tie, "whether the best variant of another option has the same score"),
    ("close", .close, "whether the scores recommend it by less than 1 point"),
    ("conditional", .conditional, "whether something about it is to be confirmed"),
    ("evidence", .evidence, "how much of what counts has spoken, from 0 to 1"),
    ("excluded", .excluded, "the variants that are ruled out"),
    ("scores", .scores, "the points of every variant"),
    ("net", .net, "of every variant the whole net points under each criterion, in the order of their ids"),
  ]

  /// Reads `short`, `all`, or names separated by commas; nil for anything else.
  package init?(words: String) {
    var fields: Self = []
    for word in words.split(separator: ",", omittingEmptySubsequences: false) {
      switch word {
      case "short": fields.formUnion(.short)
      case "all": for entry in Self.all { fields.formUnion(entry.field) }
      default:
        guard let entry = Self.all.first(where: { $0.name == word }) else { return nil }
        fields.formUnion(entry.field)
      }
    }
    self = fields
  }

  /// The names, separated by commas.
  package var words: String {
    if self == .short { return "short" }
    return Self.all.filter { contains($0.field) }.map(\.name).joined(separator: ",")
  }
}
