import Diagnostics
import RuleModel

extension Check {
  /// A source whose review is overdue.
  package static let staleSource = Check(
    code: "stale-source",
    summary: "the review of a source is overdue",
    rationale: """
      Products change. A source counts as fresh until 'reviewBy', or 12 months after 'reviewed'. One that is 'unverified' \
      and was never reviewed says so itself, and nothing that rests on it reaches a customer as a statement: a note.
      """,
    fires: [
      """
      { "sources": [ { "id": «"AC-01"», "status": "stated", "reviewed": "2020-01-31" } ] }
      """,
      """
      { "sources": [ { "id": «"AC-01"», "status": "stated" } ] }
      """,
    ],
    silent: [
      """
      { "sources": [ { "id": "AC-01", "status": "stated", "reviewed": "2020-01-31", "reviewBy": "2099-12-31" } ] }
      """
    ],
    find: { packs in
      guard let date = packs.date else { return [] }
      return packs.catalogue.sources.compactMap { source in
        guard let freshUntil = source.freshUntil else {
          return Diagnostic(
            source.status == .unverified ? .note : .warning,
            code: "stale-source",
            "source '\(source.id)' was never reviewed",
            at: source.name.span,
            help: "add \"reviewed\" with the day on which somebody last read it"
          )
        }
        guard freshUntil < date else { return nil }
        return Diagnostic(
          .warning,
          code: "stale-source",
          "source '\(source.id)' was due for review on \(freshUntil)",
          at: source.name.span,
          help: "read it again and set \"reviewed\""
        )
      }
    }
  )
}
