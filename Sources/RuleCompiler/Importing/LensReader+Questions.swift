import Diagnostics
import LocatedJSON

extension LensReader {
  /// The whole lens; nil if the file is none.
  mutating func lens(_ root: JSONNode) -> Lens? {
    guard case .object(let all) = root.value, all.contains(where: { $0.key == "pillars" }) else {
      log.error(
        "import-not-a-lens",
        "a custom lens is an object with the keys 'schemaVersion', 'name', 'description' and 'pillars'",
        at: span(root.range.lowerBound..<min(root.range.lowerBound + 1, root.range.upperBound)),
        help: "export the lens from the AWS Well-Architected Tool, and name that file"
      )
      return nil
    }
    guard let members = members(root, of: "a lens") else { return nil }
    let version = required("schemaVersion", members, in: root, of: "a lens")
    if let version, version.text != Self.schemaVersion {
      log.error(
        "import-schema-version",
        "schema version \(Self.schemaVersion) can be imported, not \(quoted(version.text))",
        at: span(version.node.range),
        help: "download the lens again in that version"
      )
      return nil
    }
    reportOthers(members, of: "a lens", known: ["schemaVersion", "name", "description", "pillars"])
    let name = required("name", members, in: root, of: "a lens")
    let description = optional("description", members)
    let pillars = list("pillars", members).compactMap { pillar($0) }
    guard let name else { return nil }
    return Lens(name: Self.line(name.text), description: description, pillars: pillars)
  }

  private mutating func pillar(_ node: JSONNode) -> Lens.Pillar? {
    guard let members = members(node, of: "a pillar") else { return nil }
    reportOthers(members, of: "a pillar", known: ["id", "name", "questions"])
    let id = required("id", members, in: node, of: "a pillar")
    let name = optional("name", members)
    let questions = list("questions", members).compactMap { question($0) }
    guard let id else { return nil }
    return Lens.Pillar(id: id.text, name: name ?? id.text, questions: questions)
  }

  private mutating func question(_ node: JSONNode) -> Lens.Question? {
    guard let members = members(node, of: "a question") else { return nil }
    let known = ["id", "title", "description", "helpfulResource", "choices", "riskRules"]
    reportOthers(members, of: "a question", known: known)
    let id = required("id", members, in: node, of: "a question")
    let title = required("title", members, in: node, of: "a question")
    let help = [optional("description", members), resource("helpfulResource", members)?.line].compactMap { $0 }
    let choices = choices(members, in: node)
    guard let id, let title, let choices else { return nil }
    let rulesMember = members["riskRules"]
    if rulesMember == nil { missing("riskRules", in: node, of: "a question") }
    let (rules, areAllRules) = riskRules(list("riskRules", members), choices: choices.map(\.id))
    return Lens.Question(
      id: id.text,
      title: Self.line(title.text),
      help: help.isEmpty ? nil : help.joined(separator: " "),
      choices: choices,
      rules: rules,
      areAllRules: areAllRules,
      span: span(id.node.range),
      rulesSpan: span(rulesMember?.keyRange ?? id.node.range)
    )
  }

  // MARK: Choices

  private mutating func choices(_ members: [String: JSONMember], in node: JSONNode) -> [Lens.Choice]? {
    guard let member = members["choices"] else {
      missing("choices", in: node, of: "a question")
      return nil
    }
    let nodes = list("choices", members)
    if case .array = member.value.value, nodes.isEmpty {
      log.error(
        "import-missing-key",
        "a question offers at least one choice",
        at: span(member.value.range),
        help: "write { \"id\": …, \"title\": … }"
      )
      return nil
    }
    if nodes.count > Self.maximumChoiceCount {
      log.error(
        "import-too-many-choices",
        "a question has at most \(Self.maximumChoiceCount) choices, and this one has \(nodes.count)",
        at: span(nodes[Self.maximumChoiceCount].range),
        help: "split the question in the lens"
      )
      return nil
    }
    var first: [String: JSONNode] = [:]
    var found: [Lens.Choice] = []
    for node in nodes {
      guard let (choice, idNode) = choice(node) else { continue }
      if let before = first[choice.id] {
        log.error(
          "import-duplicate-choice",
          "choice \(quoted(choice.id)) stands twice in its question",
          at: span(idNode.range),
          help: "give one of them another id",
          related: [Diagnostic.Related("first here", at: span(before.range))]
        )
        continue
      }
      first[choice.id] = idNode
      found.append(choice)
    }
    return found.isEmpty ? nil : found
  }

  private mutating func choice(_ node: JSONNode) -> (Lens.Choice, idNode: JSONNode)? {
    guard let members = members(node, of: "a choice") else { return nil }
    let known = ["id", "title", "description", "helpfulResource", "improvementPlan", "additionalResources"]
    reportOthers(members, of: "a choice", known: known)
    let id = required("id", members, in: node, of: "a choice")
    let title = required("title", members, in: node, of: "a choice")
    let description = optional("description", members)
    let resource = resource("helpfulResource", members)
    let plan = self.resource("improvementPlan", members)
    let more = additionalResources(members)
    guard let id, let title else { return nil }
    let help = [description, resource?.line].compactMap { $0 } + more.help.compactMap(\.line)
    let planned = (plan.map { [$0] } ?? []) + more.plan
    let choice = Lens.Choice(
      id: id.text,
      title: Self.line(title.text),
      help: help.isEmpty ? nil : help.joined(separator: " "),
      plan: planned.isEmpty
        ? nil
        : Lens.Plan(text: planned.compactMap(\.text).joined(separator: " "), links: planned.compactMap(\.url).unique)
    )
    return (choice, id.node)
  }
}

extension Array where Element: Hashable {
  /// Every element once, where it stands first.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
