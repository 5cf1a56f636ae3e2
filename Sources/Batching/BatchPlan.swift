import Engine
package import RuleCompiler
import RuleModel

/// What a run over many profiles works with: packs, fields, and what can be made ready once for all lines. Shared by all
/// threads.
package struct BatchPlan: Sendable {
  package let rules: CompiledRules
  package let fields: BatchFields
  /// Refuses names that no pack knows.
  package let isStrict: Bool
  /// Whether the first line with a mistake ends the run.
  package let stopsAtFirstMistake: Bool
  /// Whether results name the file they come from.
  package let namesFiles: Bool
  /// Whether plain profiles take the fast way; otherwise all take the ordinary one, with the same results.
  package let readsFast: Bool

  let answers: AnswerForms
  let remarks: RemarkForms
  let writer: ResultWriter
  /// The circumstances of profiles that say nothing about them.
  let circumstances: Circumstances

  package init(
    _ rules: CompiledRules,
    fields: BatchFields = .short,
    isStrict: Bool = false,
    stopsAtFirstMistake: Bool = false,
    namesFiles: Bool = false,
    readsFast: Bool = true
  ) {
    self.rules = rules
    self.fields = fields
    self.isStrict = isStrict
    self.stopsAtFirstMistake = stopsAtFirstMistake
    self.namesFiles = namesFiles
    answers = AnswerForms(rules)
    self.readsFast = readsFast && answers.countsToAnswersOnly
    remarks = RemarkForms(rules.catalogue)
    writer = ResultWriter(rules, fields)
    circumstances = Circumstances(
      weights: rules.weights([:]),
      decided: rules.catalogue.decisions.map { _ in .open },
      // Days are counted from the profile's date when they are read.
      today: 0
    )
  }
}
