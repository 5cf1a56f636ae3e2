package import Diagnostics

/// A rule pack as written: one folder, decoded, not yet linked with others.
package struct RulePack: Sendable {
  package let manifest: PackManifest
  package var content = PackContent()
  /// SHA-256 of the canonical form (formats.md, "Digest of a pack"), lower-case hexadecimal. Computed when first asked for.
  package var digest: String { identity?.text ?? "" }
  /// What the digest is made of.
  var identity: PackDigest?
  /// Ids of items with a reported mistake, by kind ("fact", "option" …): naming one is no second mistake.
  package var flawed: [String: Set<String>] = [:]
  /// Whether something could not be read at all, so that it is not known which ids the pack would define.
  package var isIncomplete = false

  package init(manifest: PackManifest) { self.manifest = manifest }

  package var id: String { manifest.name.id }
}

/// `pack.json`.
package struct PackManifest: Sendable {
  package let name: Name
  package let version: SemanticVersion
  package let title: LocalizedText
  package let description: LocalizedText
  package let maintainer: String
  package let requires: [Requirement]
  package let optional: [Requirement]
  /// The oldest advisor that understands the pack.
  package let engine: SemanticVersion?

  package struct Requirement: Sendable {
    package let pack: Name
    package let range: CaretRange
  }
}

/// Everything that the content files of a pack hold, in the order found.
package struct PackContent: Sendable {
  package var groups: [FactGroup] = []
  package var facts: [Fact] = []
  package var extensions: [FactExtension] = []
  package var criteria: [Criterion] = []
  package var decisions: [Decision] = []
  package var options: [Option] = []
  package var sources: [Source] = []
  package var rules: [Rule] = []
  package var contradictions: [Contradiction] = []
  package var components: [Component] = []
  package var steps: [Step] = []
  package var prices: [Price] = []
  package var adjustments: [Adjustment] = []
  package var renamings: [Renaming] = []
  package var tests: [PackTest] = []
  package var severities: [SeverityChange] = []

  package init() {}
}

/// How much the findings of a check count in the pack that says so.
package struct SeverityChange: Sendable {
  package enum Level: String, Sendable, CaseIterable {
    case warning
    case note
  }

  /// Code of the check.
  package let check: Name
  package let level: Level
  package let because: LocalizedText
  package let header: ItemHeader
}

/// Choices that a pack adds to a fact of another.
package struct FactExtension: Sendable {
  package let fact: Name
  package let choices: [Fact.Choice]
  package let header: ItemHeader
}

/// A change that a pack makes to items of others.
package struct Adjustment: Sendable {
  package enum Change: Sendable {
    case disableRule(Name)
    case criterionWeight(Name, Double)
    /// With the first day on which the amount holds; nil: as the price says.
    case priceAmount(Name, Double, validFrom: CalendarDate?)

    /// Id of the rule, criterion or price.
    package var target: String {
      switch self {
      case .disableRule(let name), .criterionWeight(let name, _), .priceAmount(let name, _, _): name.id
      }
    }
  }

  package let change: Change
  package let because: LocalizedText
  package let span: SourceSpan?
  package let header: ItemHeader
}

/// An id that has changed, so that old profiles keep working.
package struct Renaming: Sendable {
  package enum Subject: Sendable {
    case fact
    case option
    case criterion
    case decision
    case rule
    /// A choice of the fact with this id.
    case choice(fact: Name)
  }

  package let subject: Subject
  package let from: Name
  /// nil: removed; the answer is dropped and reported.
  package let to: Name?
  package let header: ItemHeader
}

/// A test of the packs: answers in, expectations on the outcome.
package struct PackTest: Sendable {
  package let name: String
  package let span: SourceSpan?
  /// File name of a profile, without `.json`.
  package let profile: Name?
  package let answers: [ProfileAnswer]
  package let expect: Expectations
  package let header: ItemHeader

  package struct Expectations: Sendable {
    /// Decision and the expected option or leaf; nil: nothing is recommended.
    package var decisions: [(decision: Name, option: Name?)] = []
    /// Option and rules that must be among those that exclude it.
    package var excluded: [(option: Name, rules: [Name])] = []
    package var applies: [Name] = []
    /// Rules whose condition must be false; unknown is not enough.
    package var appliesNot: [Name] = []
    /// Option with a closed interval that holds its score.
    package var scores: [(option: Name, from: Double, to: Double)] = []
    package var steps: [Name] = []
    /// Components that must be part of the architecture.
    package var components: [Name] = []
    /// Contradictions that must be pointed out.
    package var contradictions: [Name] = []
    package var settled: [Name] = []
    /// Option ids of one decision, best first; two or more each.
    package var order: [[Name]] = []

    package init() {}

    package var isEmpty: Bool {
      decisions.isEmpty && excluded.isEmpty && applies.isEmpty && appliesNot.isEmpty && scores.isEmpty
        && steps.isEmpty && components.isEmpty && contradictions.isEmpty && settled.isEmpty && order.isEmpty
    }
  }
}
