package import Diagnostics

/// Changes to a JSON file that leave every byte between them as it is: layout, order and numbers stay as written.
///
/// Changes are collected against the file as it was read, in any order, and applied together. Two that touch the same
/// bytes are refused, except that several insertions into one list or object stand in the order in which they were asked
/// for.
package struct JSONEdit: Sendable {
  /// As it was read.
  package let document: JSONDocument
  private var changes: [Change] = []

  private struct Change: Sendable {
    let range: Range<Int>
    let text: String
  }

  package init(_ document: JSONDocument) { self.document = document }

  package var isEmpty: Bool { changes.isEmpty }

  /// Puts JSON text in place of some bytes.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    changes.append(Change(range: range, text: text))
  }

  /// Puts a value in place of another; a list or object is laid out for the place.
  package mutating func replace(_ node: JSONNode, with value: JSONText) {
    let indent = indentation(at: node.range.lowerBound)
    let text = JSONLayout().text(value, indent: indent, column: column(of: node.range.lowerBound), lineBreak: lineBreak)
    replace(node.range, with: text)
  }

  /// Adds a member to an object: behind the member with a key if there is one, else at the end.
  ///
  /// A node that is no object, and a key that is there already, are mistakes of the caller; the latter is refused by
  /// `apply`.
  package mutating func insert(_ key: String, _ value: JSONText, into object: JSONNode, after neighbour: String? = nil)
  {
    guard case .object(let members) = object.value else { return }
    let entries = members.map { $0.keyRange.lowerBound..<$0.value.range.upperBound }
    let index = neighbour.flatMap { key in members.firstIndex { $0.key == key } }
    insert(entries: entries, in: object, behind: index) { layout, indent, lineBreak in
      let name = jsonString(key) + ": "
      return name
        + layout.text(value, indent: indent, column: indent.count + name.count, lineBreak: lineBreak)
    }
  }

  /// Adds an element at the end of a list. A node that is no list is a mistake of the caller.
  package mutating func append(_ value: JSONText, to array: JSONNode) {
    guard case .array(let elements) = array.value else { return }
    insert(entries: elements.map(\.range), in: array, behind: nil) { layout, indent, lineBreak in
      layout.text(value, indent: indent, column: indent.count, lineBreak: lineBreak)
    }
  }

  /// Takes a member out of an object, with its comma and the space that belonged to it.
  package mutating func remove(_ key: String, from object: JSONNode) {
    guard case .object(let members) = object.value, let index = members.firstIndex(where: { $0.key == key }) else {
      return
    }
    if index > 0 {
      replace(members[index - 1].value.range.upperBound..<members[index].value.range.upperBound, with: "")
    } else if members.count > 1 {
      replace(members[0].keyRange.lowerBound..<members[1].keyRange.lowerBound, with: "")
    } else {
      replace(object.range.lowerBound + 1..<object.range.upperBound - 1, with: "")
    }
  }

  /// Why changes cannot be made.
  package enum Failure: Error {
    /// Two changes touch the same text; the later place of the two.
    case overlapping(SourceSpan)
    /// What would come out is not JSON, with the reasons.
    case notJSON(DiagnosticLog)
  }

  /// The file with all changes, read again to be sure that it is JSON.
  package func apply() throws(Failure) -> JSONDocument {
    var output: [UInt8] = []
    var place = 0
    let sorted = changes.enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      return (x.lowerBound, x.upperBound, a.offset) < (y.lowerBound, y.upperBound, b.offset)
    }.map(\.element)
    for change in sorted {
      guard change.range.lowerBound >= place else {
        throw .overlapping(SourceSpan(file: document.file, range: change.range))
      }
      output += document.file.bytes[place..<change.range.lowerBound]
      output += Array(change.text.utf8)
      place = change.range.upperBound
    }
    output += document.file.bytes[place...]
    var log = DiagnosticLog()
    guard let edited = parseJSON(SourceFile(name: document.file.name, bytes: output), into: &log) else {
      throw .notJSON(log)
    }
    return edited
  }

  // MARK: Layout

  /// Adds an entry behind another one, or as the last: on a line of its own if its neighbours have one.
  private mutating func insert(
    entries: [Range<Int>],
    in container: JSONNode,
    behind index: Int?,
    _ text: (JSONLayout, _ indent: String, _ lineBreak: String) -> String
  ) {
    let layout = JSONLayout()
    guard let neighbour = index.map({ entries[$0] }) ?? entries.last else {
      let outer = indentation(at: container.range.lowerBound)
      let inner = outer + "  "
      let body = lineBreak + inner + text(layout, inner, lineBreak) + lineBreak + outer
      replace(container.range.lowerBound + 1..<container.range.upperBound - 1, with: body)
      return
    }
    let place = neighbour.upperBound..<neighbour.upperBound
    if startsLine(neighbour.lowerBound) {
      let indent = indentation(at: neighbour.lowerBound)
      replace(place, with: "," + lineBreak + indent + text(layout, indent, lineBreak))
    } else {
      var wide = layout
      wide.width = 1 << 40
      replace(place, with: ", " + text(wide, "", lineBreak))
    }
  }

  /// How the file ends its lines.
  private var lineBreak: String {
    let bytes = document.file.bytes
    guard let end = bytes.firstIndex(of: ASCII.lineFeed), end > 0, bytes[end - 1] == ASCII.carriageReturn else {
      return "\n"
    }
    return "\r\n"
  }

  private func lineStart(of offset: Int) -> Int {
    let bytes = document.file.bytes
    return bytes[..<offset].lastIndex { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }.map { $0 + 1 } ?? 0
  }

  private func column(of offset: Int) -> Int {
    String(decoding: document.file.bytes[lineStart(of: offset)..<offset], as: UTF8.self).count
  }

  /// The space in front of the line that holds an offset.
  private func indentation(at offset: Int) -> String {
    let line = document.file.bytes[lineStart(of: offset)..<offset]
    return String(decoding: line.prefix { $0 == ASCII.space || $0 == ASCII.tab }, as: UTF8.self)
  }

  private func startsLine(_ offset: Int) -> Bool {
    let start = lineStart(of: offset)
    guard start > 0 else { return false }
    return document.file.bytes[start..<offset].allSatisfy { $0 == ASCII.space || $0 == ASCII.tab }
  }
}
