package import Diagnostics
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

  /// The files with the key "reviewed" set, by name; only the bytes of that key (and of an overtaken "reviewBy") change.
  ///
  /// Sources that carry the day already change nothing. Reports ids that are no sources, days before the last review, and
  /// warns of a 'reviewBy' that keeps a source due; nothing may be written if the log then holds an error.
  package func apply(to catalogue: Catalogue, into log: inout DiagnosticLog) -> [EditedFile] {
    var edits: [String: (file: SourceFile, edits: [TextEdit])] = [:]
    for id in Set(ids).sorted(by: idPrecedes) {
      guard let source = catalogue.source(id) else {
        log.error(
          "unknown-source",
          "source \(quoted(id)) is not defined",
          at: nil,
          help: nearest(id, in: catalogue.sources.map(\.id)).map { "did you mean '\($0)'?" }
        )
        continue
      }
      if let reviewed = source.reviewed, reviewed > day {
        log.error(
          "review-before-last-review",
          "source '\(id)' was last reviewed on \(reviewed), which is after \(day)",
          at: source.name.span,
          help: "name the day of the review with --date"
        )
        continue
      }
      if let reviewBy = source.reviewBy, reviewBy <= day, !removesReviewBy {
        log.warning(
          "review-stays-due",
          "source '\(id)' stays due, since its 'reviewBy' is \(reviewBy)",
          at: source.name.span,
          help: "set a later day there, or add --remove-review-by"
        )
      }
      guard let file = source.name.span?.file else { continue }
      edits[file.name, default: (file, [])].edits += self.edits(of: source, in: file)
    }
    return edits.values.filter { !$0.edits.isEmpty }.sorted { idPrecedes($0.file.name, $1.file.name) }
      .map { EditedFile($0.file, $0.edits) }
  }

  private func edits(of source: Source, in file: SourceFile) -> [TextEdit] {
    var ignored = DiagnosticLog()
    guard let place = source.name.span?.range,
      let document = parseJSON(file, into: &ignored),
      let members = object(around: place, in: document.root)
    else { return [] }
    var edits: [TextEdit] = []
    let stamp = "\"\(day)\""
    if let present = members.first(where: { $0.key == "reviewed" }) {
      if source.reviewed != day { edits.append(TextEdit(present.value.range, stamp)) }
    } else {
      // After what stands before it in the documented order of keys.
      let order = ["id", "url", "title", "status", "published"]
      let places = members.indices.filter { order.contains(members[$0].key) }
      let anchor = places.max() ?? members.startIndex
      let end = members[anchor].value.range.upperBound
      edits.append(TextEdit(end..<end, ",\(space(before: members[anchor], file))\"reviewed\": \(stamp)"))
    }
    if removesReviewBy, let reviewBy = source.reviewBy, reviewBy <= day,
      let index = members.firstIndex(where: { $0.key == "reviewBy" })
    {
      edits.append(TextEdit(removal(of: index, members), ""))
    }
    return edits
  }

  /// The members of the innermost object that holds the place.
  private func object(around place: Range<Int>, in node: JSONNode) -> [JSONMember]? {
    let inside: (JSONNode) -> Bool = {
      $0.range.lowerBound <= place.lowerBound && place.upperBound <= $0.range.upperBound
    }
    switch node.value {
    case .array(let elements): return elements.first(where: inside).flatMap { object(around: place, in: $0) }
    case .object(let members):
      return members.map(\.value).first(where: inside).flatMap { object(around: place, in: $0) } ?? members
    default: return nil
    }
  }

  /// The white space in front of a key: what keeps the layout when another key follows it.
  private func space(before member: JSONMember, _ file: SourceFile) -> String {
    var start = member.keyRange.lowerBound
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[start - 1]) { start -= 1 }
    let space = String(decoding: file.bytes[start..<member.keyRange.lowerBound], as: UTF8.self)
    return space.isEmpty ? " " : space
  }

  /// A member with the comma and the white space that belong to it. A source has an id and a status, so never the only one.
  private func removal(of index: Int, _ members: [JSONMember]) -> Range<Int> {
    if index > 0 { return members[index - 1].value.range.upperBound..<members[index].value.range.upperBound }
    let end = members.count > 1 ? members[1].keyRange.lowerBound : members[0].value.range.upperBound
    return members[0].keyRange.lowerBound..<end
  }
}
