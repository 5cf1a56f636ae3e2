import Diagnostics
import RuleModel

extension Check {
  /// An address that cannot be right.
  package static let malformedLink = Check(
    code: "malformed-link",
    summary: "a web address is written wrongly",
    rationale:
      "A link that leads nowhere makes a customer doubt the rest. What is checked is the form, not whether it answers.",
    fires: [
      """
      { "sources": [ { "id": «"AC-01"», "url": "https://docs,appuio.cloud/user" } ] }
      """
    ],
    silent: [
      """
      { "sources": [ { "id": "AC-01", "url": "https://docs.appuio.cloud/user/how-to%20start?x=1#top" } ] }
      """
    ],
    find: { packs in
      var found: [Diagnostic] = []
      func look(_ url: String, _ what: String, _ span: SourceSpan?) {
        guard let mistake = mistake(in: url) else { return }
        found.append(
          Diagnostic(
            .warning,
            code: "malformed-link",
            "\(quoted(url)) of \(what) is not a valid address: \(mistake)",
            at: span,
            help: "copy the address from the browser again"
          )
        )
      }
      for source in packs.catalogue.sources {
        if let url = source.url { look(url, "source '\(source.id)'", source.name.span) }
      }
      for decision in packs.catalogue.decisions {
        for link in decision.decision.waysOut.flatMap(\.links) {
          look(link.url, "a way out of decision '\(decision.id)'", link.span)
        }
        for option in decision.options {
          for link in option.links { look(link.url, "option '\(option.id)'", link.span) }
        }
      }
      for step in packs.catalogue.steps {
        for link in step.item.links { look(link.url, "step '\(step.item.id)'", link.span) }
      }
      return found
    }
  )

  /// What is wrong with an address that begins with http:// or https:// and holds no spaces (RFC 3986); nil if nothing is.
  static func mistake(in url: String) -> String? {
    let rest = url.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    let host = String(decoding: authority.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy(isLabel), labels.last?.contains(where: \.isLetter) == true else {
      return "'\(sanitized(host))' is no name of a host"
    }
    let port = authority.dropFirst(host.utf8.count + 1)
    guard port.allSatisfy({ (48...57).contains($0) }) else { return "what stands behind the host is no port" }
    let path = Array(rest.dropFirst(authority.count))
    if let bad = path.first(where: { $0 < 33 || #"<>"{}|\^`"#.utf8.contains($0) }) {
      return "'\(String(decoding: [bad], as: UTF8.self))' must not stand in an address"
    }
    func isHex(_ byte: UInt8?) -> Bool { byte.map { "0123456789abcdefABCDEF".utf8.contains($0) } ?? false }
    for (place, byte) in path.enumerated() where byte == UInt8(ascii: "%") {
      let digits = path.dropFirst(place + 1).prefix(2)
      if digits.count < 2 || !digits.allSatisfy({ isHex($0) }) { return "'%' is not followed by two digits" }
    }
    let isBracketed = path.contains(UInt8(ascii: "("))
    if let last = url.last, ".,;".contains(last) || (last == ")" && !isBracketed) {
      return "'\(last)' at its end belongs to a sentence"
    }
    return nil
  }

  /// A part of a host's name between dots; letters of other scripts are left to the browser.
  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
