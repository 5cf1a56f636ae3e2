package import Diagnostics
package import LocatedJSON
import RuleModel

/// A pack that was made from something else, not yet written.
package struct ImportedPack: Sendable {
  package let id: String
  /// `pack.json` first, then the content files; all by their names in the folder.
  package let files: [(name: String, bytes: [UInt8])]
  /// How many items of each kind it holds, in words: `12 questions`.
  package let contents: [String]
}

/// Makes a pack of a custom lens of the AWS Well-Architected Tool (schema version 2021-11-01).
///
/// A pillar becomes a group, a question a fact of type `choices`, a risk rule a rule with a note, an improvement plan a
/// step. Each rule is true exactly for the answers for which its risk rule is the first true one; where the question has
/// no answer it is unknown. Everything that has no place in a pack is reported as a warning.
///
/// - Parameter id: of the pack; by default made from the name of the lens.
/// - Returns: nil after at least one error.
package func importLens(_ document: JSONDocument, id: String?, into log: inout DiagnosticLog) -> ImportedPack? {
  var reader = LensReader(file: document.file)
  let lens = reader.lens(document.root)
  guard let lens, !reader.log.hasErrors else {
    log.append(contentsOf: reader.log)
    return nil
  }
  guard lens.pillars.contains(where: { !$0.questions.isEmpty }) else {
    reader.log.error(
      "import-not-a-lens",
      "the lens asks nothing",
      at: reader.span(document.root.range.lowerBound..<document.root.range.lowerBound + 1),
      help: "add pillars with questions"
    )
    log.append(contentsOf: reader.log)
    return nil
  }
  let packID = id ?? PackNames.identifier(for: lens.name)?.lowercased() ?? "lens"
  guard isIdentifier(packID), packID != "decision" else {
    reader.log.error(
      "import-invalid-id",
      "\(quoted(packID)) is no id for a pack: letters and digits with single '.', '-' or '_' between them",
      at: nil,
      help: PackNames.identifier(for: packID).map { "write --id \($0 == "decision" ? "decisions" : $0)" }
    )
    log.append(contentsOf: reader.log)
    return nil
  }
  var builder = LensPackBuilder(lens: lens, id: packID)
  builder.build(into: &reader.log)
  log.append(contentsOf: reader.log)
  return reader.log.hasErrors ? nil : builder.pack
}
