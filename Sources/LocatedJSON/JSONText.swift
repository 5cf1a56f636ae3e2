package import Diagnostics

/// JSON text that knows its structure but not yet its layout; scalars and keys stand as they will be written.
package indirect enum JSONText: Sendable, Equatable {
  /// A number, text, `true`, `false` or `null`, as JSON has it.
  case scalar(String)
  case array([JSONText])
  case object([Member])

  package struct Member: Sendable, Equatable {
    /// Without quotes, as programs know it.
    package let key: String
    /// With quotes, as it is written.
    package let keyText: String
    package let value: JSONText

    package init(_ key: String, _ value: JSONText) {
      self.init(key: key, keyText: jsonString(key), value: value)
    }

    package init(key: String, keyText: String, value: JSONText) {
      self.key = key
      self.keyText = keyText
      self.value = value
    }
  }

  /// A text in quotes.
  package static func string(_ text: String) -> JSONText { .scalar(jsonString(text)) }

  package init(_ value: JSONValue) {
    switch value {
    case .null: self = .scalar("null")
    case .bool(let flag): self = .scalar(flag ? "true" : "false")
    case .number(let number): self = .scalar(formatNumberES6(number))
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { JSONText($0) })
    case .object(let members): self = .object(members.map { Member($0.key, JSONText($0.value)) })
    }
  }

  /// The same value with every number, text and key as it stands in the file: `99.0` stays `99.0`.
  package init(_ node: JSONNode, in file: SourceFile) {
    func written(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }
    switch node.value {
    case .array(let elements): self = .array(elements.map { JSONText($0, in: file) })
    case .object(let members):
      self = .object(
        members.map { member in
          Member(key: member.key, keyText: written(member.keyRange), value: JSONText(member.value, in: file))
        }
      )
    default: self = .scalar(written(node.range))
    }
  }
}

/// The one layout for people: a list or an object stands on one line where it fits, else one entry a line.
///
/// Lists of plain values that do not fit fill their lines, unless they hold long texts.
package struct JSONLayout: Sendable {
  /// The most characters of a line, where that is possible.
  package var width = 120
  /// How many levels from the outside are broken even where they would fit.
  package var openLevels = 0

  package init(openLevels: Int = 0) { self.openLevels = openLevels }

  /// The text without a line break at its end.
  ///
  /// - Parameters:
  ///   - indent: what stands in front of the line on which the value begins.
  ///   - column: characters in front of the value on that line.
  ///   - lineBreak: what ends a line.
  package func text(_ value: JSONText, indent: String = "", column: Int = 0, lineBreak: String = "\n") -> String {
    var output = ""
    append(value, to: &output, indent: indent, column: column, level: 0, lineBreak)
    return output
  }

  /// The value on one line, whatever its length.
  package func line(_ value: JSONText) -> String {
    switch value {
    case .scalar(let text): text
    case .array(let elements): "[" + elements.map(line).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ " + members.map { "\($0.keyText): \(line($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  private func append(
    _ value: JSONText,
    to output: inout String,
    indent: String,
    column: Int,
    level: Int,
    _ lineBreak: String
  ) {
    let isOpen = level < openLevels && value.holdsContainers
    // One more for the comma behind it.
    if !isOpen, let room = room(value, width - column - 1), room >= 0 {
      output += line(value)
      return
    }
    let inner = indent + "  "
    let separator = "," + lineBreak + inner
    switch value {
    case .scalar(let text): output += text
    case .array(let elements):
      output += "[" + lineBreak + inner
      if let words = value.fillable {
        output += filled(words, inner, lineBreak)
      } else {
        for (index, element) in elements.enumerated() {
          if index > 0 { output += separator }
          append(element, to: &output, indent: inner, column: inner.count, level: level + 1, lineBreak)
        }
      }
      output += lineBreak + indent + "]"
    case .object(let members):
      output += "{" + lineBreak + inner
      for (index, member) in members.enumerated() {
        if index > 0 { output += separator }
        output += member.keyText + ": "
        let column = inner.count + member.keyText.count + 2
        append(member.value, to: &output, indent: inner, column: column, level: level + 1, lineBreak)
      }
      output += lineBreak + indent + "}"
    }
  }

  private func filled(_ words: [String], _ indent: String, _ lineBreak: String) -> String {
    var output = ""
    var column = indent.count
    for (index, word) in words.enumerated() {
      if index > 0 {
        let comma = index < words.count - 1 ? 1 : 0
        let fits = column + 2 + word.count + comma <= width
        output += fits ? ", " : "," + lineBreak + indent
        column = fits ? column + 2 : indent.count
      }
      output += word
      column += word.count
    }
    return output
  }

  /// What is left of some columns when the value stands on one line; nil as soon as it is less than nothing.
  private func room(_ value: JSONText, _ columns: Int) -> Int? {
    var left = columns
    switch value {
    case .scalar(let text):
      // Texts of many bytes are not counted: a character has at most a few of them.
      left -= text.utf8.count > 64 * (max(columns, 0) + 1) ? .max / 2 : text.count
    case .array(let elements):
      left -= max(2, 2 * elements.count)
      for element in elements {
        guard left >= 0, let rest = room(element, left) else { return nil }
        left = rest
      }
    case .object(let members):
      left -= 2 + 2 * members.count
      for member in members {
        left -= member.keyText.count + 2
        guard left >= 0, let rest = room(member.value, left) else { return nil }
        left = rest
      }
    }
    return left >= 0 ? left : nil
  }
}

extension JSONText {
  /// The elements of a list that may share lines: plain values of which none is long.
  fileprivate var fillable: [String]? {
    guard case .array(let elements) = self else { return nil }
    var words: [String] = []
    for element in elements {
      guard case .scalar(let text) = element, text.count <= 40 else { return nil }
      words.append(text)
    }
    return words
  }

  fileprivate var holdsContainers: Bool {
    switch self {
    case .scalar: false
    case .array(let elements): elements.contains { !$0.isScalar }
    case .object(let members): members.contains { !$0.value.isScalar }
    }
  }

  fileprivate var isScalar: Bool {
    if case .scalar = self { true } else { false }
  }
}
