import Diagnostics
import LocatedJSON

extension Decoding {
  /// A picture as a data URI. A logo is somebody else's file: what it is is read from its bytes, and pages show it as a
  /// picture only, in which browsers run no script and load nothing.
  mutating func logo(_ node: JSONNode) -> Brand.Logo? {
    guard let text = string(node, of: "logo") else { return nil }
    guard let kind = Brand.Logo.Kind.allCases.first(where: { text.hasPrefix("data:\($0.rawValue);base64,") }) else {
      let kinds = Brand.Logo.Kind.allCases.map { "data:\($0.rawValue);base64,…" }.joined(separator: " or ")
      return mistake("is a picture written as \(kinds), not \(quoted(String(text.prefix(24))))", node, Self.howToWrite)
    }
    let letters = text.utf8.dropFirst("data:\(kind.rawValue);base64,".utf8.count)
    guard letters.count <= Brand.Logo.largestSize / 3 * 4 + 4 else { return tooLarge(letters.count / 4 * 3, node) }
    guard let bytes = Base64.bytes(of: Substring(letters)) else {
      return mistake("is not written in base64", node, Self.howToWrite)
    }
    guard bytes.count <= Brand.Logo.largestSize else { return tooLarge(bytes.count, node) }
    if let problem = kind == .png ? problemOfPNG(bytes) : problemOfSVG(bytes) {
      return mistake(problem.what, node, problem.mend)
    }
    return Brand.Logo(kind: kind, bytes: bytes)
  }

  private static let howToWrite = "put what 'base64 -w0 logo.svg' prints behind 'data:image/svg+xml;base64,'"

  private mutating func mistake(_ what: String, _ node: JSONNode, _ help: String) -> Brand.Logo? {
    error("invalid-logo", "logo \(what)", at: node, help: help)
    return nil
  }

  private mutating func tooLarge(_ size: Int, _ node: JSONNode) -> Brand.Logo? {
    error(
      "logo-too-large",
      "logo has \((size + 1023) / 1024) KiB, and at most \(Brand.Logo.largestSize / 1024) KiB travel with every page",
      at: node,
      help: "save it smaller: it is shown 14 mm high"
    )
    return nil
  }

  /// The signature and the header of PNG (third edition, sections 5.2 and 11.2.1).
  private func problemOfPNG(_ bytes: [UInt8]) -> (what: String, mend: String)? {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature), bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else {
      return ("says image/png, and its bytes are no PNG", "save the picture as PNG, or say image/svg+xml for an SVG")
    }
    func number(at place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    guard (1...Brand.Logo.largestSide).contains(width), (1...Brand.Logo.largestSide).contains(height) else {
      return ("is \(width) by \(height) dots", "save it with at most \(Brand.Logo.largestSide) dots a side")
    }
    return nil
  }

  /// UTF-8 that begins with an `svg` element; document types are refused, since the entities of a few lines can grow
  /// without end.
  private func problemOfSVG(_ bytes: [UInt8]) -> (what: String, mend: String)? {
    let no = (
      "says image/svg+xml, and its bytes are no SVG", "save the picture as SVG in UTF-8, or say image/png for a PNG"
    )
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else { return no }
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
      return ("has a document type", "remove the line that begins with '<!DOCTYPE'")
    }
    var rest = text[...].drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while let end = rest.hasPrefix("<?") ? "?>" : rest.hasPrefix("<!--") ? "-->" : nil {
      guard let range = rest.firstRange(of: end) else { return no }
      rest = rest[range.upperBound...].drop(while: \.isWhitespace)
    }
    guard rest.hasPrefix("<svg"), rest.dropFirst(4).first.map({ $0.isWhitespace || $0 == ">" }) == true else {
      return no
    }
    return nil
  }
}
