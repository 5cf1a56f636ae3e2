/// What is left of an HTML page without its words: tags and names of attributes, outside of drawings, whose number of
/// lines depends on the length of the text.
struct HTMLShape {
  private(set) var tags: [String] = []
  private(set) var problems: [String] = []
  /// Values of `href` and `src`.
  private(set) var addresses: [String] = []
  /// Types of scripts.
  private(set) var scripts: [String] = []
  private var open: [String] = []

  private static let void: Set<String> = ["meta", "br", "hr", "input", "link", "img"]

  init(_ page: String) {
    var rest = Array(page.utf8)[...]
    if page.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    while let start = rest.firstIndex(of: UInt8(ascii: "<")), problems.count < 5 {
      let end = Self.end(of: rest[start...])
      guard let end else {
        problems.append("a tag without an end")
        return
      }
      let body = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if body.hasPrefix("/") {
        if open.popLast() != String(body.dropFirst()) { problems.append("<\(body)> closes something else") }
        continue
      }
      read(body)
      if ["script", "style"].contains(open.last ?? "") {
        // Their content ends at the first end tag, whatever it means.
        guard let close = rest.firstRange(of: Array("</".utf8)) else {
          problems.append("no end of \(open)")
          return
        }
        rest = rest[close.lowerBound...]
      }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  /// The `>` that ends a tag, outside of quotes.
  private static func end(of tag: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    for place in tag.indices {
      if tag[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if tag[place] == UInt8(ascii: ">"), !isQuoted { return place }
    }
    return nil
  }

  private mutating func read(_ body: String) {
    let name = String(body.prefix { $0 != " " })
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
      return problems.append("a tag named \(name.prefix(20))")
    }
    var names: [String] = []
    for attribute in body.dropFirst(name.count).matches(of: /([^\s="]+)="([^"]*)"/) {
      names.append(String(attribute.1))
      if attribute.1 == "href" || attribute.1 == "src" { addresses.append(String(attribute.2)) }
      if name == "script", attribute.1 == "type" { scripts.append(String(attribute.2)) }
    }
    if !open.contains("svg") { tags.append(([name] + names).joined(separator: " ")) }
    if name == "script", !names.contains("type") { scripts.append("") }
    if names.contains(where: { $0.hasPrefix("on") }) { problems.append("a handler in <\(body.prefix(60))>") }
    if !Self.void.contains(name) { open.append(name) }
  }
}

/// What is left of Markdown without its words: per line the signs that are not escaped, and what starts a block.
enum MarkdownShape {
  static func lines(_ text: String) -> [String] {
    var isFenced = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isFence = line.hasPrefix("```")
      if isFence { isFenced.toggle() }
      return isFenced || isFence ? diagram(line) : prose(line)
    }
  }

  private static func prose(_ line: Substring) -> String {
    let words = line.replacing(/\\./, with: "").replacing(/`[^`]*`/, with: "`")
    let start = words.drop { $0 == " " || $0 == ">" }
    let number = start.prefixMatch(of: /[0-9]+[.)]\s/) == nil ? "" : "1"
    let marker = ["- ", "+ ", "---", "===", ":"].first { start.hasPrefix($0) } ?? number
    return marker + words.filter { "#><|[]!*_~`&$^@{}".contains($0) }
  }

  private static func diagram(_ line: Substring) -> String {
    line.replacing(/#[0-9]+;/, with: "").filter { "[]\"|<>{}:;%=".contains($0) }
  }
}

/// Records of comma-separated values (RFC 4180).
func csvRecords(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var cell = ""
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"" where isQuoted && scalars.first == "\"":
      scalars.removeFirst()
      cell.unicodeScalars.append("\"")
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      record.append(cell)
      cell = ""
    case "\r" where !isQuoted && scalars.first == "\n":
      scalars.removeFirst()
      records.append(record + [cell])
      (record, cell) = ([], "")
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return records
}

/// Cells that a spreadsheet would take for a formula, also where it cuts at semicolons; plain numbers are none.
func formulas(in records: [[String]]) -> [String] {
  records.joined().filter { cell in
    Double(cell) == nil
      && cell.split(separator: ";").contains { part in
        let start = part.drop { $0 == " " || $0 == "\"" }.first.map(String.init) ?? ""
        return !start.isEmpty && "=+-@＝＋－＠".contains(start)
      }
  }
}
