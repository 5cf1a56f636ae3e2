package import Diagnostics
package import LocatedJSON

/// Decodes a brand file; reports every mistake. Whether it may be used is told by the log.
package func decodeBrand(_ document: JSONDocument, into log: inout DiagnosticLog) -> Brand? {
  var d = Decoding(file: document.file)
  let brand = d.brand(document.root)
  log.append(contentsOf: d.log)
  return brand
}

extension Decoding {
  mutating func brand(_ node: JSONNode) -> Brand? {
    guard var reader = ObjectReader(node, "brand", &self) else { return nil }
    let format = reader.required("format").flatMap { number($0, of: "format") }
    if !isReadable(format, &reader) { return nil }
    let name = reader.required("name").flatMap { line($0, of: "name", atMost: Brand.longestName) }
    var brand = Brand(name: name ?? "")
    if let node = reader.optional("colours"), var schemes = ObjectReader(node, "brand's colours", &self) {
      brand.light = schemes.optional("light").map { scheme($0) } ?? []
      brand.dark = schemes.optional("dark").map { scheme($0) } ?? []
      schemes.finish(&self)
    }
    brand.logo = reader.optional("logo").flatMap { logo($0) }
    brand.footer = reader.optional("footer").flatMap { footer($0) }
    reader.finish(&self)
    return name == nil ? nil : brand
  }

  private mutating func scheme(_ node: JSONNode) -> [Brand.StatedColour] {
    guard var reader = ObjectReader(node, "scheme of colours", &self) else { return [] }
    let stated = Brand.Role.allCases.compactMap { role -> Brand.StatedColour? in
      guard let node = reader.optional(role.rawValue), let value = colour(node, of: role.rawValue) else { return nil }
      return Brand.StatedColour(role: role, value: value, span: span(node))
    }
    reader.finish(&self)
    return stated
  }

  private mutating func colour(_ node: JSONNode, of what: String) -> UInt32? {
    guard let text = string(node, of: what) else { return nil }
    func isHexadecimal(_ digits: Substring) -> Bool { digits.allSatisfy { $0.isASCII && $0.isHexDigit } }
    let digits = text.drop { $0 == "#" }
    if text.utf8.count == 7, text.first == "#", digits.utf8.count == 6, isHexadecimal(digits),
      let value = UInt32(digits, radix: 16)
    {
      return value
    }
    let mended: String? =
      switch digits.utf8.count {
      case 6 where isHexadecimal(digits): "#\(digits)"
      case 3 where isHexadecimal(digits): "#" + digits.map { "\($0)\($0)" }.joined()
      default: nil
      }
    error(
      "invalid-colour",
      "\(what) is a colour such as \"#0b5a7a\", not \(quoted(text))",
      at: node,
      help: mended.map { "write \"\($0)\"" } ?? "write '#' and six digits from 0 to f: red, green and blue"
    )
    return nil
  }

  private mutating func footer(_ node: JSONNode) -> Brand.Footer? {
    guard var reader = ObjectReader(node, "brand's footer", &self) else { return nil }
    let en = reader.required("en").flatMap { line($0, of: "en", atMost: Brand.longestFooter) }
    let de = reader.required("de").flatMap { line($0, of: "de", atMost: Brand.longestFooter) }
    reader.finish(&self)
    guard let en, let de else { return nil }
    return Brand.Footer(en: en, de: de)
  }

  /// Words that stand in the margin of a page.
  private mutating func line(_ node: JSONNode, of what: String, atMost longest: Int) -> String? {
    guard let text = words(node, of: what) else { return nil }
    guard text.count <= longest else {
      error(
        "text-too-long",
        "\(what) has \(text.count) characters, and there is room for \(longest)",
        at: node,
        help: "say it shorter: it stands at the edge of every page"
      )
      return nil
    }
    return text
  }
}
