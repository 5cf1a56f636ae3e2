import Diagnostics
import LocatedJSON
import RuleModel

/// Lays a lens out as the files of a pack.
struct LensPackBuilder {
  let lens: Lens
  let id: String
  private(set) var groups: [JSONValue] = []
  private(set) var facts: [JSONValue] = []
  private(set) var rules: [JSONValue] = []
  private(set) var contradictions: [JSONValue] = []
  private(set) var steps: [JSONValue] = []
  private(set) var questionCount = 0
  /// Comparisons written so far.
  private(set) var comparisonCount = 0
  private var stepNames = PackNames()

  /// The most comparisons that all conditions together may have; files of a pack can then hold them.
  static let maximumComparisonCount = 50_000
  /// How deep a condition may be; the rest of what JSON may have is for what it stands in.
  static let maximumLevels = maximumJSONDepth - 16

  init(lens: Lens, id: String) {
    self.lens = lens
    self.id = id
  }

  var pack: ImportedPack {
    let manifest = JSONValue.members([
      ("format", .number(1)),
      ("id", .string(id)),
      ("version", .string("1.0.0")),
      ("title", .string(lens.name)),
      ("description", .string(lens.description ?? lens.name)),
      ("maintainer", .string("to be named")),
      ("x-imported-from", .string("AWS Well-Architected custom lens, schema version \(LensReader.schemaVersion)")),
    ])
    let questions = JSONValue.members([
      ("groups", .array(groups)),
      ("facts", .array(facts)),
      ("contradictions", contradictions.isEmpty ? nil : .array(contradictions)),
    ])
    let source = JSONValue.members([
      ("id", .string(sourceID)),
      ("title", text("Custom lens “\(lens.name)”", "Custom Lens «\(lens.name)»")),
      ("status", .string("stated")),
    ])
    let conclusions = JSONValue.members([("sources", .array([source])), ("rules", .array(rules))])
    let plan = JSONValue.members([("steps", .array(steps))])
    return ImportedPack(
      id: id,
      files: [
        file("pack.json", manifest), file("questions.json", questions), file("rules.json", conclusions),
        file("steps.json", plan),
      ],
      contents: [
        count(lens.pillars.count, "group"), count(questionCount, "question"), count(rules.count, "rule"),
        count(steps.count, "step"),
      ]
    )
  }

  /// In the layout of `advisor packs format`.
  private func file(_ name: String, _ content: JSONValue) -> (name: String, bytes: [UInt8]) {
    let text = content.pretty()
    var log = DiagnosticLog()
    guard let document = parseJSON(SourceFile(name: name, text: text), into: &log) else {
      return (name, Array(text.utf8))
    }
    return (name, canonicalLayout(of: document, as: fileKind(of: document)))
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  // MARK: Items

  mutating func build(into log: inout DiagnosticLog) {
    let pillarIDs = PackNames.ids(of: lens.pillars.map(\.id), kind: "pillar")
    let questions = lens.pillars.flatMap(\.questions)
    // The derived fact beside a question is called like it, with an ending.
    var names = PackNames()
    let questionIDs = PackNames.ids(of: questions.map(\.id), kind: "question").map { names.free($0) }
    let riskIDs = questionIDs.map { names.free($0 + ".risk") }
    for (pillar, pillarID) in zip(lens.pillars, pillarIDs) {
      groups.append(
        .members([
          ("id", .string("\(id).\(pillarID)")), ("title", .string(pillar.name)),
          ("order", .number(Double(groups.count + 1))), ("x-lens-id", .string(pillar.id)),
        ])
      )
      for question in pillar.questions {
        add(
          question,
          QuestionIDs(
            group: "\(id).\(pillarID)",
            fact: "\(id).\(questionIDs[questionCount])",
            risk: "\(id).\(riskIDs[questionCount])",
            choices: PackNames.ids(of: question.choices.map(\.id), kind: "choice")
          ),
          into: &log
        )
        questionCount += 1
      }
    }
  }

  /// The ids of one question in the pack.
  struct QuestionIDs {
    let group: String
    let fact: String
    let risk: String
    let choices: [String]
  }

  private mutating func add(_ question: Lens.Question, _ ids: QuestionIDs, into log: inout DiagnosticLog) {
    // Once is enough: what follows would only take long.
    guard comparisonCount <= Self.maximumComparisonCount else { return }
    let outcomes = RiskOutcomes(of: question, into: &log)
    let plans = question.choices.indices.filter { question.choices[$0].plan != nil }
    let atRisk = outcomes.atRisk
    let hasSteps = !plans.isEmpty && atRisk != .constant(false)
    let conditions = outcomes.outcomes.map(\.condition) + (hasSteps ? [atRisk] : [])
    guard fits(conditions, question, into: &log) else { return }

    facts.append(fact(question, ids))
    if hasSteps {
      facts.append(riskFact(question, ids, atRisk))
    } else if !plans.isEmpty {
      log.warning(
        "import-unused-plan",
        "no answer to this question is a risk, so its improvement plans are not carried over",
        at: question.rulesSpan,
        help: "mend the risk rules in the lens"
      )
    }
    if let contradiction = contradiction(question, ids) { contradictions.append(contradiction) }
    for outcome in outcomes.outcomes { rules.append(rule(outcome, question, ids)) }
    guard hasSteps else { return }
    for place in plans {
      guard let plan = question.choices[place].plan else { continue }
      let name = stepNames.free("\(ids.fact).\(ids.choices[place])")
      steps.append(step(name, plan, of: place, question, ids))
    }
  }

  private mutating func fits(
    _ conditions: [RiskCondition],
    _ question: Lens.Question,
    into log: inout DiagnosticLog
  ) -> Bool {
    comparisonCount += conditions.reduce(0) { $0 + $1.mentions }
    let isTooDeep = conditions.contains { $0.levels > Self.maximumLevels }
    guard comparisonCount > Self.maximumComparisonCount || isTooDeep else { return true }
    log.error(
      "import-too-complex",
      isTooDeep
        ? "the risk rules of this question are nested too deep for a pack"
        : "the risk rules up to here take more than \(Self.maximumComparisonCount) comparisons, the most a pack can hold",
      at: question.rulesSpan,
      help: isTooDeep ? "write the conditions flatter" : "split the lens into several"
    )
    return false
  }
}
