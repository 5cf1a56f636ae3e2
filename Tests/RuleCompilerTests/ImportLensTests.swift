import Diagnostics
import Foundation
import LocatedJSON
import RuleCompiler
import RuleModel
import TestSupport
import Testing

/// A lens after its import, linked.
struct ImportedLens {
  let pack: ImportedPack
  let packs: LoadedPacks
  /// What the import reported.
  let log: DiagnosticLog
  /// The lens as anyone would read it.
  let lens: JSONValue

  init(_ text: String, id: String? = nil) throws {
    var log = DiagnosticLog()
    let document = try #require(parseJSON(SourceFile(name: "lens.json", text: text), into: &log))
    guard let pack = importLens(document, id: id, into: &log) else { throw UnexpectedProblems(log) }
    self.pack = pack
    self.log = log
    lens = document.root.plain
    let files = pack.files.map { SourceFile(name: $0.name, bytes: $0.bytes) }
    packs = LoadedPacks([PackFolder(name: pack.id, manifest: files.first, contents: Array(files.dropFirst()))])
  }

  /// The questions of the lens with their facts, in order.
  var questions: [(question: JSONValue, fact: LinkedFact)] {
    let questions = (lens["pillars"]?.elements ?? []).flatMap { $0["questions"]?.elements ?? [] }
    let facts = packs.catalogue.facts.filter { $0.fact.derivation == nil }
      .sorted { ($0.fact.order ?? 0) < ($1.fact.order ?? 0) }
    return Array(zip(questions, facts))
  }
}

struct ImportLensTests {
  @Test(arguments: ImportLenses.all.map(\.name))
  func everyRuleIsTrueWhereItsRiskRuleIsTheFirstTrueOne(name: String) throws {
    try expectSameTruth(ImportedLens(ImportLenses.text(name)))
  }

  @Test(arguments: 1...60)
  func randomLensesMeanTheSame(seed: Int) throws {
    try expectSameTruth(ImportedLens(randomLens(seed: UInt64(seed))))
  }

  @Test(arguments: ImportLenses.all.map(\.name))
  func thePackIsRightAndLaidOut(name: String) throws {
    let imported = try ImportedLens(ImportLenses.text(name))
    #expect(imported.packs.log.diagnostics.map(\.summary) == [])
    #expect(!imported.packs.catalogue.rules.isEmpty)
    for file in imported.pack.files {
      var log = DiagnosticLog()
      let document = try #require(parseJSON(SourceFile(name: file.name, bytes: file.bytes), into: &log))
      #expect(canonicalLayout(of: document, as: fileKind(of: document)) == file.bytes, "\(file.name)")
    }
    let again = try ImportedLens(ImportLenses.text(name))
    #expect(again.pack.files.map(\.bytes) == imported.pack.files.map(\.bytes))
  }

  @Test func anUnansweredQuestionLeavesItsRulesUnknown() throws {
    for lens in ImportLenses.all {
      let imported = try ImportedLens(lens.text)
      var evaluator = ObviousEvaluator(catalogue: imported.packs.catalogue, answers: [:], today: nil)
      evaluator.evaluate()
      #expect(evaluator.ruleTruths.values.allSatisfy { $0 == .unknown })
    }
  }

  @Test func textsResourcesAndPlansAreCarriedOver() throws {
    let imported = try ImportedLens(ImportLenses.platform, id: "zh")
    let catalogue = imported.packs.catalogue
    #expect(catalogue.packs.first?.manifest.title.text(in: .en) == "Plattform-Standards für Zürich")
    #expect(catalogue.packs.first?.manifest.description.text(in: .en) == "What every workload has to show — 日本語 too.")
    let fact = try #require(catalogue.fact("zh.OPS_Backup")).fact
    #expect(fact.group?.id == "zh.opsExcellence")
    #expect(fact.help?.text(in: .en) == "Nightly, «tested». Backup guide (https://example.com/backup)")
    #expect(fact.choices.map(\.name.id) == ["Daily", "restore_tested", "Off_Site", "OPS_Backup_no"])
    #expect(
      fact.choices[0].help?.text(in: .en)
        == "Every night. How to (https://example.com/daily) More (https://example.com/more)"
    )
    let step = try #require(catalogue.step("zh.OPS_Backup.Daily")).item
    #expect(step.details?.text(in: .de).hasPrefix("Switch the schedule on. (Auf der Liste, solange") == true)
    #expect(
      step.links.map(\.url)
        == ["https://example.com/plan", "https://example.com/first", "https://example.com/second"]
    )
    #expect(step.phase == .prepare && step.owners == [.customer])
    let rules = catalogue.rules.map(\.rule).filter { $0.id.hasPrefix("zh.OPS_Backup.") }
    #expect(rules.map(\.id) == (1...3).map { "zh.OPS_Backup.rule-\($0)" })
    #expect(rules.map { $0.notes.first?.level } == [.info, .warning, .warning])
    #expect(catalogue.contradictions.map(\.item.id) == ["zh.OPS_Backup.none"])
    #expect(catalogue.steps.count == 6)
  }

  @Test func idsStayAsTheyAreOrChangeAsLittleAsMayBe() throws {
    let imported = try ImportedLens(ImportLenses.names)
    #expect(imported.pack.id == "lens")
    #expect(imported.questions.map(\.fact.id) == ["lens.q_1-2", "lens.q_1", "lens.q_1-3", "lens.q_1.risk"])
    #expect(
      imported.questions.first?.fact.fact.choices.map(\.name.id)
        == ["a_b-2", "a_b", "A_b", "choice", "choice-2", "a-b-2", "a-b"]
    )
    #expect(imported.packs.catalogue.facts.contains { $0.id == "lens.q_1-3.risk" })
    #expect(try ImportedLens(ImportLenses.large).pack.id == "large")
  }

  // MARK: Means

  private func expectSameTruth(_ imported: ImportedLens, _ location: SourceLocation = #_sourceLocation) throws {
    let catalogue = imported.packs.catalogue
    #expect(!imported.packs.log.hasErrors, sourceLocation: location)
    for (place, (question, fact)) in imported.questions.enumerated() {
      let choices = question["choices"]?.elements ?? []
      let ids = choices.compactMap { $0["id"]?.text }
      let mapped = Dictionary(uniqueKeysWithValues: zip(ids, fact.fact.choices.map(\.name.id)))
      let riskRules = question["riskRules"]?.elements ?? []
      let risks = riskRules.map { $0["risk"]?.text != "NO_RISK" }
      let worlds = ImportWorlds(of: ids, seed: UInt64(place + 1))
      let expected = worlds.firstTrue(riskRules.compactMap { $0["condition"]?.text })
      for (number, world) in worlds.worlds.enumerated() {
        let chosen = Set(world.compactMap { mapped[$0] })
        var evaluator = ObviousEvaluator(
          catalogue: catalogue,
          answers: [fact.id: .choices(chosen)],
          today: nil
        )
        evaluator.evaluate()
        let found = riskRules.indices.filter { evaluator.ruleTruths["\(fact.id).rule-\($0 + 1)"] == .yes }
        let first = expected.indices.filter { expected[$0].contains(number) }
        #expect(found == first, "\(fact.id): \(world.sorted())", sourceLocation: location)
        let isAtRisk = first.contains { risks[$0] }
        for choice in choices where choice["improvementPlan"] != nil {
          let id = choice["id"]?.text ?? ""
          guard let step = catalogue.step("\(fact.id).\(mapped[id] ?? "")"), let when = step.condition else {
            #expect(!zip(expected, risks).contains { !$0.isEmpty && $1 }, sourceLocation: location)
            continue
          }
          let wanted = isAtRisk && (id.hasSuffix("_no") || !world.contains(id))
          let truth = evaluator.truth(of: when) == .yes
          #expect(truth == wanted, "\(step.item.id): \(world.sorted())", sourceLocation: location)
        }
      }
    }
  }

  /// A lens with random conditions over up to seven choices.
  private func randomLens(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    func condition(_ ids: [String], _ depth: Int) -> String {
      let space = generator.pick(["", " ", "  ", "\t"])
      switch depth == 0 ? 0 : generator.int(0...5) {
      case 1: return "!" + operand(ids, depth)
      case 2, 3: return operand(ids, depth) + "\(space)&&\(space)" + operand(ids, depth)
      case 4, 5: return operand(ids, depth) + "\(space)||\(space)" + operand(ids, depth)
      default: return generator.pick(ids)
      }
    }
    func operand(_ ids: [String], _ depth: Int) -> String {
      let inner = condition(ids, depth - 1)
      // Without parentheses precedence decides; a negation then takes the first id only.
      return generator.chance(0.7) ? "(\(inner))" : inner
    }
    let risks = ["HIGH_RISK", "MEDIUM_RISK", "NO_RISK"]
    let questions = (1...3).map { number -> JSONValue in
      let ids = (1...generator.int(1...7)).map { "C\($0)_\(generator.pick(["a", "B", "no"]))" }
      var rules = (0..<generator.int(0...5)).map { _ in condition(ids, 4) }
      if generator.chance(0.8) { rules.append("default") }
      if generator.chance(0.2) { rules = generator.shuffled(rules) }
      return [
        "id": .string("q_\(number)"), "title": "?",
        "choices": .array(
          ids.map { ["id": .string($0), "title": .string($0), "improvementPlan": ["displayText": "do"]] }
        ),
        "riskRules": .array(rules.map { ["condition": .string($0), "risk": .string(generator.pick(risks))] }),
      ]
    }
    let lens: JSONValue = [
      "schemaVersion": "2021-11-01", "name": "random", "description": "random",
      "pillars": [["id": "pil", "name": "P", "questions": .array(questions)]],
    ]
    return lens.pretty()
  }
}
