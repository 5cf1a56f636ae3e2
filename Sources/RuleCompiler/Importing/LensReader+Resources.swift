import Diagnostics
import LocatedJSON

extension LensReader {
  /// A text with the address of a page.
  struct Resource {
    let text: String?
    let url: String?

    /// Both in one text.
    var line: String? {
      switch (text, url) {
      case (let text?, let url?): "\(text) (\(url))"
      default: text ?? url
      }
    }
  }

  /// `{"displayText": …, "url": …}` under a key; nil if it is not there, or says nothing.
  mutating func resource(_ key: String, _ members: [String: JSONMember]) -> Resource? {
    members[key].flatMap { resource($0.value, of: "'\(key)'") }
  }

  private mutating func resource(_ node: JSONNode, of what: String) -> Resource? {
    guard let members = members(node, of: what) else { return nil }
    reportOthers(members, of: what, known: ["displayText", "url"])
    let resource = Resource(text: optional("displayText", members), url: address(members))
    return resource.line == nil ? nil : resource
  }

  private mutating func address(_ members: [String: JSONMember]) -> String? {
    guard let member = members["url"], let text = text(member.value, of: "'url'"), !text.isEmpty else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
      log.warning(
        "import-invalid-url",
        "a web address begins with https:// or http:// and holds no spaces; this one is not carried over",
        at: span(member.value.range),
        help: "mend the address in the lens"
      )
      return nil
    }
    return text
  }

  /// `additionalResources` of a choice, by what they are for.
  mutating func additionalResources(_ members: [String: JSONMember]) -> (help: [Resource], plan: [Resource]) {
    var found: (help: [Resource], plan: [Resource]) = ([], [])
    for element in list("additionalResources", members) {
      let what = "an additional resource"
      guard let members = self.members(element, of: what) else { continue }
      reportOthers(members, of: what, known: ["type", "content"])
      guard let type = required("type", members, in: element, of: what) else { continue }
      let contents = list("content", members).compactMap { resource($0, of: "a piece of 'content'") }
      switch type.text {
      case "HELPFUL_RESOURCE": found.help += contents
      case "IMPROVEMENT_PLAN": found.plan += contents
      default:
        log.warning(
          "import-unknown-resource",
          "\(quoted(type.text)) is no type of an additional resource, and is not carried over",
          at: span(type.node.range),
          help: "write HELPFUL_RESOURCE or IMPROVEMENT_PLAN"
        )
      }
    }
    return found
  }
}
