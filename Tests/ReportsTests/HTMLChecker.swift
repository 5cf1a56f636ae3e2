/// A small HTML reader for tests: tags, attributes, and whether all of them are closed in order.
struct HTMLChecker {
  struct Tag: Equatable {
    let name: String
    let attributes: [Attribute]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  struct Attribute: Equatable {
    let name: String
    let value: String
  }

  private static let void: Set<String> = ["meta", "br", "hr", "img", "input", "link"]

  private(set) var tags: [Tag] = []
  /// Start tags outside of drawings, whose number of lines depends on the text.
  private(set) var outline: [String] = []
  private(set) var problems: [String] = []
  /// What stands between tags, style and data blocks left out; character references as written.
  private(set) var text = ""
  private var open: [String] = []
  private var rest: Substring

  init(_ page: String) {
    rest = page[...]
    if rest.hasPrefix("<!DOCTYPE html>\n") { rest = rest.dropFirst("<!DOCTYPE html>\n".count) }
    while !rest.isEmpty, problems.count < 5 { step() }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  private mutating func step() {
    guard rest.first == "<" else {
      let run = rest.prefix { $0 != "<" }
      text += run
      if run.contains(">") { problems.append("a bare > in \(run.prefix(40))") }
      checkReferences(run)
      rest = rest[run.endIndex...]
      return
    }
    guard let end = rest.firstIndex(of: ">") else { return problems.append("a tag without an end") }
    let body = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if body.first == "/" { close(String(body.dropFirst())) } else { start(body) }
  }

  private mutating func close(_ name: String) {
    if open.last == name { open.removeLast() } else { problems.append("</\(name)> closes \(open.last ?? "nothing")") }
  }

  private mutating func start(_ body: Substring) {
    let name = String(body.prefix { $0 != " " })
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
      return problems.append("a tag named \(name.prefix(20))")
    }
    let tag = Tag(name: name, attributes: attributes(body.dropFirst(name.count)))
    tags.append(tag)
    if !open.contains("svg") { outline.append(name + tag.attributes.map { " " + $0.name }.joined()) }
    guard !Self.void.contains(name) else { return }
    open.append(name)
    if name == "script" || name == "style" {
      while !rest.isEmpty, !rest.hasPrefix("</") { rest = rest.dropFirst() }
    }
  }

  private mutating func attributes(_ body: Substring) -> [Attribute] {
    var body = body
    var result: [Attribute] = []
    while body.first == " " {
      body = body.dropFirst()
      let name = body.prefix { $0 != "=" }
      body = body.dropFirst(name.count)
      guard body.hasPrefix("=\"") else {
        problems.append("an attribute without a quoted value: \(name.prefix(20))")
        return result
      }
      body = body.dropFirst(2)
      let value = body.prefix { $0 != "\"" }
      body = body.dropFirst(value.count + 1)
      checkReferences(value)
      result.append(Attribute(name: String(name), value: String(value)))
    }
    if !body.isEmpty { problems.append("left over in a tag: \(body.prefix(20))") }
    return result
  }

  private mutating func checkReferences(_ text: Substring) {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let isKnown = ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { part.hasPrefix($0) }
      if !isKnown { problems.append("a bare & before \(part.prefix(20))") }
    }
  }
}
