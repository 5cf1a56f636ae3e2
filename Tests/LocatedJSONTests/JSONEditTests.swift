import Diagnostics
import Testing

@testable import LocatedJSON

@Suite("Editing a JSON text in place")
struct JSONEditTests {
  private func document(_ text: String) throws -> JSONDocument {
    var log = DiagnosticLog()
    return try #require(parseJSON(SourceFile(name: "f.json", text: text), into: &log))
  }

  private func edited(_ text: String, _ change: (inout JSONEdit, JSONNode) -> Void) throws -> String {
    let document = try document(text)
    var edit = JSONEdit(document)
    change(&edit, document.root)
    return String(decoding: try edit.apply().file.bytes, as: UTF8.self)
  }

  private func member(_ key: String, of node: JSONNode) -> JSONNode {
    guard case .object(let members) = node.value, let found = members.first(where: { $0.key == key }) else {
      return node
    }
    return found.value
  }

  @Test("a replaced value leaves every other byte")
  func replacesInPlace() throws {
    let text = "{ \"a\" :  1.50,\n\t\"b\": \"x\" }  \n"
    let result = try edited(text) { edit, root in edit.replace(self.member("b", of: root), with: .string("y \"z\"")) }
    #expect(result == "{ \"a\" :  1.50,\n\t\"b\": \"y \\\"z\\\"\" }  \n")
  }

  @Test("an element stands like its neighbours")
  func appendsLikeNeighbours() throws {
    let value = JSONText.object([.init("id", .string("new"))])
    let lines = "{\n  \"rules\": [\n    { \"id\": \"old\" }\n  ]\n}\n"
    #expect(
      try edited(lines) { edit, root in edit.append(value, to: self.member("rules", of: root)) }
        == "{\n  \"rules\": [\n    { \"id\": \"old\" },\n    { \"id\": \"new\" }\n  ]\n}\n"
    )
    #expect(try edited("[1, 2]") { edit, root in edit.append(.scalar("3"), to: root) } == "[1, 2, 3]")
    #expect(try edited("[]") { edit, root in edit.append(.scalar("3"), to: root) } == "[\n  3\n]")
    #expect(
      try edited("{\r\n\t\"a\": [\r\n\t\t1\r\n\t]\r\n}\r\n") { edit, root in
        edit.append(.scalar("2"), to: self.member("a", of: root))
      } == "{\r\n\t\"a\": [\r\n\t\t1,\r\n\t\t2\r\n\t]\r\n}\r\n"
    )
  }

  @Test("a member comes behind its neighbour, or last")
  func insertsMembers() throws {
    let text = "{\n  \"a\": 1,\n  \"b\": 2\n}"
    #expect(
      try edited(text) { edit, root in edit.insert("c", .scalar("3"), into: root, after: "a") }
        == "{\n  \"a\": 1,\n  \"c\": 3,\n  \"b\": 2\n}"
    )
    #expect(
      try edited(text) { edit, root in
        edit.insert("c", .scalar("3"), into: root)
        edit.insert("d", .scalar("4"), into: root)
      } == "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3,\n  \"d\": 4\n}"
    )
    #expect(
      try edited("{ \"en\": \"A\" }") { edit, root in edit.insert("de", .string("B"), into: root) }
        == "{ \"en\": \"A\", \"de\": \"B\" }"
    )
  }

  @Test(
    "a removed member takes its comma along",
    arguments: [
      ("a", "{\n  \"b\": 2\n}"), ("b", "{\n  \"a\": 1\n}"), ("c", "{\n  \"a\": 1,\n  \"b\": 2\n}"),
    ]
  )
  func removesMembers(key: String, expected: String) throws {
    #expect(try edited("{\n  \"a\": 1,\n  \"b\": 2\n}") { edit, root in edit.remove(key, from: root) } == expected)
  }

  @Test("overlapping changes and a second member of the same name are refused")
  func refusesWhatCannotBe() throws {
    let document = try document("{ \"a\": [1] }")
    var overlapping = JSONEdit(document)
    overlapping.replace(member("a", of: document.root), with: .scalar("2"))
    overlapping.append(.scalar("3"), to: member("a", of: document.root))
    #expect(throws: JSONEdit.Failure.self) { try overlapping.apply() }
    var twice = JSONEdit(document)
    twice.insert("a", .scalar("2"), into: document.root)
    #expect(throws: JSONEdit.Failure.self) { try twice.apply() }
  }
}
