import Diagnostics
import LocatedJSON

extension Decoding {
  mutating func packTest(_ node: JSONNode) -> PackTest? {
    guard var reader = ObjectReader(node, "test", &self) else { return nil }
    let name = reader.required("name").flatMap { words($0, of: "name") }
    let profile = reader.optionalName("profile", &self)
    let answers = reader.optional("answers").map { self.answers($0) } ?? []
    let expectNode = reader.required("expect")
    let before = log.errorCount
    let expect = expectNode.flatMap { expectations($0) }
    let isExpectClear = log.errorCount == before
    let header = reader.header(&self)
    reader.finish(&self)
    guard let name, let expectNode, let expect else { return nil }
    if expect.isEmpty, isExpectClear {
      error(
        "test-without-expectation",
        "a test must expect something",
        at: expectNode,
        help: "add for example \"decisions\": { \"platform\": … }"
      )
    }
    return PackTest(
      name: name,
      span: span(node),
      profile: profile,
      answers: answers,
      expect: expect,
      header: header
    )
  }

  /// An object of fact ids and answers.
  mutating func answers(_ node: JSONNode) -> [ProfileAnswer] {
    guard let reader = ObjectReader(node, "list of answers", &self) else { return [] }
    return reader.entries.compactMap { member in
      answer(member.value).map { ProfileAnswer(fact: Name(member.key, at: span(member.keyRange)), answer: $0) }
    }
  }

  private mutating func expectations(_ node: JSONNode) -> PackTest.Expectations? {
    guard var reader = ObjectReader(node, "expectation", &self) else { return nil }
    var expect = PackTest.Expectations()
    for member in entries(reader.optional("decisions"), of: "list of decisions") {
      let decision = Name(member.key, at: span(member.keyRange))
      if case .null = member.value.value {
        expect.decisions.append((decision, nil))
      } else if let option = name(member.value, of: "the expected option") {
        expect.decisions.append((decision, option))
      }
    }
    for member in entries(reader.optional("excluded"), of: "list of options") {
      expect.excluded.append(
        (Name(member.key, at: span(member.keyRange)), names(member.value, of: "the excluding rules"))
      )
    }
    expect.applies = reader.names("applies", &self)
    expect.appliesNot = reader.names("appliesNot", &self)
    for member in entries(reader.optional("scores"), of: "list of scores") {
      guard let bounds = elements(member.value, of: "a score") else { continue }
      let numbers = bounds.compactMap { number($0, of: "a score") }
      guard numbers.count == bounds.count else { continue }
      guard numbers.count == 2, numbers[0] <= numbers[1] else {
        error(
          "invalid-interval",
          "a score is expected between two numbers, the smaller one first",
          at: member.value,
          help: numbers.count == 1 ? "write [\(plain(numbers[0])), \(plain(numbers[0]))] for exactly this score" : nil
        )
        continue
      }
      let (from, to) = (numbers[0], numbers[1])
      expect.scores.append((Name(member.key, at: span(member.keyRange)), from, to))
    }
    expect.steps = reader.names("steps", &self)
    expect.components = reader.names("components", &self)
    expect.contradictions = reader.names("contradictions", &self)
    expect.settled = reader.names("settled", &self)
    expect.order = reader.optional("order").map { orders($0) } ?? []
    reader.finish(&self)
    return expect
  }

  private mutating func entries(_ node: JSONNode?, of what: String) -> [JSONMember] {
    guard let node, let reader = ObjectReader(node, what, &self) else { return [] }
    return reader.entries
  }

  /// Lists of options, best first, one for each order; one order alone needs the outer list, too.
  private mutating func orders(_ node: JSONNode) -> [[Name]] {
    func example(_ ids: [String]) -> String {
      let ids = ids.count > 1 ? ids : ids + ["…"]
      return "write [[\(ids.map { "\"\(sanitized($0))\"" }.joined(separator: ", "))]] with the best option first"
    }
    let elements = if case .array(let elements) = node.value { elements } else { [node] }
    let plain = elements.compactMap { element in
      if case .string(let text) = element.value { text } else { nil }
    }
    guard plain.isEmpty else {
      error(
        "wrong-type",
        "'order' is a list of lists, each with options of one decision",
        at: node,
        help: example(plain)
      )
      return []
    }
    return (self.elements(node, of: "order") ?? []).compactMap { element in
      guard let parts = self.elements(element, of: "an order") else { return nil }
      let names = parts.compactMap { name($0, of: "order") }
      guard names.count == parts.count else { return nil }
      guard names.count > 1 else {
        error("order-of-one", "an order needs at least two options", at: element, help: example(names.map(\.id)))
        return nil
      }
      return names
    }
  }
}
