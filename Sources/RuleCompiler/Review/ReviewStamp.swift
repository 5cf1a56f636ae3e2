import Diagnostics
import LocatedJSON
package import RuleModel

/// Sources to be stamped as reviewed.
package struct ReviewStamp: Sendable {
  /// Ids of sources.
  package let ids: [String]
  /// The day on which somebody read them again.
  package let day: CalendarDate
  /// Whether a 'reviewBy' that the stamp overtakes (one on that day or before) is taken out.
  package let removesReviewBy: Bool

  package init(_ ids: [String], on day: CalendarDate, removingReviewBy: Bool) {
    self.ids = ids
    self.day = day
    removesReviewBy = removingReviewBy
  }

  /// What a stamp does to the files of the packs.
  package struct Outcome: Sendable {
    /// By name; only the bytes of "reviewed" (and of an overtaken "reviewBy") differ. Files in which all sources carry the
    /// day already are not among them.
    package internal(set) var files: [EditedFile] = []
    /// Ids that are no sources.
    package internal(set) var unknown: [String] = []
    /// Sources with a later review than the stamp; not touched.
    package internal(set) var reviewedLater: [Source] = []
    /// Sources that stay due because of a 'reviewBy' that the stamp overtakes and does not take out.
    package internal(set) var stillDue: [Source] = []
  }

  package func apply(to catalogue: Catalogue) -> Outcome {
    var outcome = Outcome()
    var edits: [String: JSONEdit] = [:]
    for id in Set(ids).sorted(by: idPrecedes) {
      guard let source = catalogue.source(id) else {
        outcome.unknown.append(id)
        continue
      }
      if let reviewed = source.reviewed, reviewed > day {
        outcome.reviewedLater.append(source)
        continue
      }
      if let reviewBy = source.reviewBy, reviewBy <= day, !removesReviewBy { outcome.stillDue.append(source) }
      // INVARIANT: the file has been read before, so it is JSON.
      var ignored = DiagnosticLog()
      guard let span = source.name.span,
        var edit = edits[span.file.name] ?? parseJSON(span.file, into: &ignored).map({ JSONEdit($0) })
      else { continue }
      stamp(source, at: span.range, &edit)
      edits[span.file.name] = edit
    }
    outcome.files = edits.values.filter { !$0.isEmpty }.compactMap { edit in
      (try? edit.apply()).map { EditedFile(before: edit.document.file, after: $0.file) }
    }.sorted { idPrecedes($0.before.name, $1.before.name) }
    return outcome
  }

  private func stamp(_ source: Source, at place: Range<Int>, _ edit: inout JSONEdit) {
    guard let (node, members) = object(around: place, in: edit.document.root) else { return }
    let stamp = JSONText.string("\(day)")
    if let present = members.first(where: { $0.key == "reviewed" }) {
      if source.reviewed != day { edit.replace(present.value, with: stamp) }
    } else {
      // Behind what stands before it in the documented order of keys.
      let order = ["id", "url", "title", "status", "published"]
      edit.insert("reviewed", stamp, into: node, after: members.last { order.contains($0.key) }?.key)
    }
    if removesReviewBy, let reviewBy = source.reviewBy, reviewBy <= day { edit.remove("reviewBy", from: node) }
  }

  /// The innermost object that holds the place.
  private func object(around place: Range<Int>, in node: JSONNode) -> (node: JSONNode, members: [JSONMember])? {
    let inside: (JSONNode) -> Bool = {
      $0.range.lowerBound <= place.lowerBound && place.upperBound <= $0.range.upperBound
    }
    switch node.value {
    case .array(let elements): return elements.first(where: inside).flatMap { object(around: place, in: $0) }
    case .object(let members):
      return members.map(\.value).first(where: inside).flatMap { object(around: place, in: $0) } ?? (node, members)
    default: return nil
    }
  }
}
