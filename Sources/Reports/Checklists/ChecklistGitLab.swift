import Advice
import Assessing
import RuleCompiler
import RuleModel

extension ChecklistFormat {
  /// Issues for the CSV import of GitLab: a title, and a description in Markdown (docs.gitlab.com, "Import issues from CSV").
  ///
  /// No line of a description begins with a text of a pack: GitLab would run one that begins with a slash as a command.
  package static let gitLab = ChecklistFormat(
    id: "gitlab",
    ending: "csv",
    help: "Issues for the CSV import of GitLab"
  ) { recommendation, language, edition in
    let say = Phrasing(language: language, edition: edition, catalogue: recommendation.assessment.catalogue)
    let rows = checklistRows(recommendation, language, edition)
    let notice = noticeOfIssues(recommendation, say)
    var text = CSVText.record(["title", "description"])
    for row in rows {
      let lines =
        issueLines(of: row, among: rows, say).map { "**\($0.label):** " + MarkdownText.escaped($0.text) }
        + [MarkdownText.wrapped(notice, in: "*")]
      text += CSVText.cell("\(row.number). \(row.title)") + "," + CSVText.cell(lines: separated(lines)) + "\r\n"
    }
    return Array(text.utf8)
  }

  /// With an empty line between lines, so that each is a paragraph.
  private static func separated(_ lines: [String]) -> [String] {
    Array(lines.map { [$0] }.joined(separator: [""]))
  }
}

/// The notice and the digest on one line: issues part ways, so each of them carries both.
func noticeOfIssues(_ recommendation: Recommendation, _ say: Phrasing) -> String {
  let digest = Provenance(of: recommendation.assessment, for: say.edition).digest
  return reportNotice(of: recommendation.assessment, say).short
    + say(en: " Digest \(digest).", de: " Prüfsumme \(digest).")
}

/// What an issue tracker should say about a step besides its title.
func issueLines(
  of row: ChecklistRow,
  among rows: [ChecklistRow],
  _ say: Phrasing
) -> [(label: String, text: String)] {
  let owners = row.owners.map { say.party($0) }.joined(separator: ", ")
  let before = row.after.compactMap { id in rows.first { $0.id == id } }.map { "\($0.number). \($0.title)" }
  let lines: [(String, String?)] = [
    (say(en: "Phase", de: "Phase"), say.phase(row.phase)),
    (say(en: "Owner", de: "Zuständig"), owners.isEmpty ? nil : owners),
    (say(en: "After", de: "Nach"), before.isEmpty ? nil : before.joined(separator: "; ")),
    (say(en: "Result", de: "Ergebnis"), row.result), (say(en: "Details", de: "Einzelheiten"), row.details),
    (say(en: "Links", de: "Links"), row.links.isEmpty ? nil : row.links.joined(separator: " ")),
    (say(en: "Person-days", de: "Personentage"), row.effort.map { plain($0) }),
    (say(en: "Step", de: "Schritt"), row.id),
  ]
  return lines.compactMap { label, text in text.map { (label, $0) } }
}
