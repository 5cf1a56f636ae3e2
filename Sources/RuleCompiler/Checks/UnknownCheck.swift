import Diagnostics
import RuleModel

extension Check {
  /// A severity for a check that does not exist, or stated twice.
  package static let unknownCheck = Check(
    code: "unknown-check",
    summary: "a severity names a check that does not exist",
    rationale: "A misspelt name would leave the severity as it is, and nobody would know why.",
    fires: [
      """
      { "severities": [ { "check": «"promise-wort"», "severity": "note", "because": "…" } ] }
      """
    ],
    silent: [
      """
      { "severities": [ { "check": "promise-word", "severity": "note", "because": "…" } ] }
      """
    ],
    find: { packs in
      let codes = Check.all.map(\.code)
      return packs.catalogue.packs.flatMap { pack in
        pack.content.severities.filter { !codes.contains($0.check.id) }.map { change in
          Diagnostic(
            .warning,
            code: "unknown-check",
            "\(quoted(change.check.id)) is not a check",
            at: change.check.span,
            help: nearest(change.check.id, in: codes).map { "did you mean '\($0)'?" }
              ?? "see 'advisor packs explain' for the names of all checks"
          )
        }
      }
    }
  )
}
