import Diagnostics
package import LocatedJSON
package import RuleModel

/// Templates of new packs and items: complete, so that they pass the checks, with texts that say what to write instead.
///
/// Sources that a template makes up are marked as not verified, so that nothing of it reaches a customer as a statement.
package struct Templates: Sendable {
  let catalogue: Catalogue
  /// The pack that the items are for.
  let pack: String
  /// Ids of the packs whose ids it may name.
  let visible: Set<String>
  let wishes: TemplateWishes

  /// - Parameter pack: id of a pack of the catalogue.
  package init(_ catalogue: Catalogue, pack: String, _ wishes: TemplateWishes) {
    self.catalogue = catalogue
    self.pack = pack
    self.wishes = wishes
    var visible: Set<String> = [pack]
    var open = [pack]
    while let next = open.popLast() {
      for requirement in catalogue.packs.first(where: { $0.id == next })?.manifest.requires ?? []
      where visible.insert(requirement.pack.id).inserted {
        open.append(requirement.pack.id)
      }
    }
    self.visible = visible
  }

  /// A new manifest.
  ///
  /// - Parameter requires: packs whose ids it will name.
  package static func pack(
    _ id: String,
    requires: [RulePack],
    in catalogue: Catalogue
  ) throws(TemplateProblem) -> JSONText {
    guard isIdentifier(id) else { throw .notAnID(id) }
    if let other = catalogue.packs.first(where: { $0.id == id }) { throw .taken(kind: "pack", other.manifest.name) }
    let title = spelledOut(id)
    return .object(
      [
        .init("format", .scalar("1")),
        .init("id", .string(id)),
        .init("version", .string("0.1.0")),
        .init("title", .string(title)),
        .init(
          "description",
          text(
            en: "Replace this by one or two sentences on what the pack holds.",
            de: "Hier in ein, zwei Sätzen schreiben, was das Paket enthält."
          )
        ),
        .init("maintainer", .string("Name the person or team who answers for it")),
      ]
        + (requires.isEmpty
          ? []
          : [.init("requires", .object(requires.map { .init($0.id, .string("^\($0.manifest.version)")) }))])
        + [.init("engine", .string("\(engineVersion.major).\(engineVersion.minor)"))]
    )
  }

  // MARK: Question

  package func question(_ id: String) throws(TemplateProblem) -> Scaffold {
    try checkFree(id, "fact", catalogue.fact(id)?.fact.name)
    var members: [JSONText.Member] = [
      .init("id", .string(id)), .init("type", .string(wishes.kind.rawValue)),
    ]
    if wishes.kind == .number {
      members += [
        .init("unit", .string("unit")), .init("minimum", .scalar("0")), .init("maximum", .scalar("100")),
      ]
    }
    if let group = try group(for: id) { members.append(.init("group", .string(group))) }
    members += [
      .init("title", Self.text(en: "Two to five words", de: "Zwei bis fünf Wörter")),
      .init(
        "question",
        Self.text(en: "What do you want to know from the customer?", de: "Was möchten Sie vom Kunden wissen?")
      ),
      .init("help", Self.text(en: "A sentence that helps to answer.", de: "Ein Satz, der beim Antworten hilft.")),
    ]
    if wishes.kind == .choice || wishes.kind == .choices {
      members.append(
        .init(
          "choices",
          .array(
            (1...2).map { number in
              .object([
                .init("id", .string(number == 1 ? "first" : "second")),
                .init(
                  "title",
                  Self.text(
                    en: number == 1 ? "First answer" : "Second answer",
                    de: number == 1 ? "Erste Antwort" : "Zweite Antwort"
                  )
                ),
              ])
            }
          )
        )
      )
    }
    if let prior = Self.prior(of: wishes.kind) { members.append(.init("prior", prior)) }
    members.append(.init("x-informative", .string("new: take this line out as soon as a rule looks at the answer")))
    return Scaffold([("facts", .object(members))])
  }

  private static func prior(of kind: TemplateWishes.QuestionKind) -> JSONText? {
    func shares(_ ids: [String]) -> JSONText { .object(ids.map { .init($0, .scalar("0.5")) }) }
    switch kind {
    case .boolean: return shares(["true", "false"])
    case .choice, .choices: return shares(["first", "second"])
    case .number:
      return .array([
        .object([.init("below", .scalar("50")), .init("share", .scalar("0.5"))]),
        .object([.init("share", .scalar("0.5"))]),
      ])
    case .date: return nil
    }
  }

  /// The group wished for, else that of questions whose ids begin alike, else the first.
  private func group(for id: String) throws(TemplateProblem) -> String? {
    let groups = catalogue.groups.filter { visible.contains($0.header.pack) }.sorted { a, b in
      let (x, y) = (a.order ?? .infinity, b.order ?? .infinity)
      return x == y ? idPrecedes(a.id, b.id) : x < y
    }
    if let wish = wishes.group { return try pick(wish, "group", groups.map(\.id)) }
    let prefix = id.prefix { $0 != "." } + "."
    let alike = catalogue.facts.first { $0.id.hasPrefix(prefix) && $0.fact.group != nil }?.fact.group?.id
    return alike.flatMap { name in groups.contains { $0.id == name } ? name : nil } ?? groups.first?.id
  }

  // MARK: Names

  func checkFree(_ id: String, _ kind: String, _ present: Name?) throws(TemplateProblem) {
    guard isIdentifier(id) else { throw .notAnID(id) }
    if let present { throw .taken(kind: kind, present) }
  }

  /// A wish, if it can be named.
  func pick(_ wish: String, _ kind: String, _ known: [String]) throws(TemplateProblem) -> String {
    guard known.contains(wish) else { throw .unknown(kind: kind, wish, known: known) }
    return wish
  }

  static func text(en: String, de: String) -> JSONText {
    .object([.init("en", .string(en)), .init("de", .string(de))])
  }

  /// `appuio-cloud` as a title: "Appuio cloud".
  static func spelledOut(_ id: String) -> String {
    let words = id.split { "-_.".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
