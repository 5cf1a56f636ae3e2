import Advice
import RuleModel
import TestSupport
import Testing

@Suite struct ArchitectureTests {
  @Test func componentsAreThereWhileTheirConditionIsTrue() throws {
    let content = """
      "components": [
        {"id": "always"}, {"id": "for-a", "when": {"decision.d": "A"}}, {"id": "for-b", "when": {"decision.d": "B"}},
        {"id": "maybe", "when": {"extra": true}}
      ]
      """
    let a = try advice(content).architecture
    #expect(a.components.map(\.id) == ["always", "for-a"] && a.open.map(\.id) == ["maybe"])
    let b = try advice(content, answers: "{\"fast\": false, \"extra\": true}").architecture
    #expect(b.components.map(\.id) == ["always", "for-b", "maybe"] && b.open.isEmpty)
  }

  @Test func componentsStandByLayerThenOrderThenId() throws {
    let layers = ["operations", "data", "edge", "delivery", "application"]
    let items = layers.map {
      "{\"id\": \"x-\($0)\", \"layer\": \"\($0)\"}, {\"id\": \"a-\($0)\", \"layer\": \"\($0)\", \"order\": 2}"
    }
    let more = ", {\"id\": \"z\", \"layer\": \"edge\", \"order\": 1}"
    let found = try advice("\"components\": [\(items.joined(separator: ", "))\(more)]").architecture
    let expected = Component.Layer.allCases.flatMap { ["a-\($0)", "x-\($0)"] }
    #expect(found.components.map(\.id) == ["z"] + expected)
  }

  @Test func connectionsLeadBetweenWhatIsThere() throws {
    let found = try advice(
      """
      "components": [
        {"id": "a", "connects": [{"to": "b", "label": "one"}, {"to": "gone"}, {"from": "c"}]}, {"id": "b"}, {"id": "c"},
        {"id": "gone", "when": {"fast": false}, "connects": [{"to": "b"}, {"from": "a"}]},
        {"id": "maybe", "when": {"extra": true}, "connects": [{"to": "b"}]}
      ]
      """
    )
    #expect(found.arrows == ["a>b", "c>a"])
    #expect(found.architecture.connections.first?.label?.text(in: .en) == "one")
  }

  @Test func aConnectionThatIsStatedTwiceIsDrawnOnce() throws {
    let found = try advice(
      "\"components\": [{\"id\": \"a\", \"connects\": [{\"to\": \"b\"}, {\"to\": \"b\"}]}, {\"id\": \"b\", \"connects\": [{\"from\": \"a\"}]}]"
    )
    #expect(found.arrows == ["a>b"])
  }

  @Test(
    arguments: [
      // An arrow round a component of the edge is left out.
      ("edge", "edge", "application", ["clients>router", "router>app"]),
      // What goes round a component of another layer stays.
      ("edge", "data", "application", ["clients>app", "clients>router", "router>app"]),
      // Wherever the arrow starts, and also round a component of the delivery.
      ("application", "edge", "application", ["clients>router", "router>app"]),
      ("edge", "delivery", "application", ["clients>router", "router>app"]),
    ]
  )
  func shortcutsRoundEdgeAndDeliveryAreLeftOut(clients: String, router: String, app: String, arrows: [String]) throws {
    let found = try advice(
      """
      "components": [
        {"id": "clients", "layer": "\(clients)", "connects": [{"to": "router"}, {"to": "app"}]},
        {"id": "router", "layer": "\(router)", "connects": [{"to": "app"}]}, {"id": "app", "layer": "\(app)"}
      ]
      """
    )
    #expect(found.arrows == arrows)
  }

  @Test func theWayIsDrawnWhereTheComponentInBetweenIsAbsent() throws {
    let found = try advice(
      """
      "components": [
        {"id": "clients", "layer": "edge", "connects": [{"to": "router"}, {"to": "app"}]},
        {"id": "router", "layer": "edge", "connects": [{"to": "app"}], "when": {"fast": false}}, {"id": "app"}
      ]
      """
    )
    #expect(found.arrows == ["clients>app"])
  }

  @Test func whatAnArrowLeadsToStaysWithinReach() throws {
    let found = try advice(
      """
      "components": [
        {"id": "clients", "layer": "edge", "connects": [{"to": "cache"}, {"to": "router"}]},
        {"id": "cache", "layer": "edge", "connects": [{"to": "router"}]},
        {"id": "router", "layer": "edge", "connects": [{"to": "cache"}]}
      ]
      """
    )
    #expect(found.arrows.contains { $0.hasPrefix("clients>") })
  }

  @Test func severalPartiesShareAComponent() throws {
    let found = try advice(
      "\"components\": [{\"id\": \"a\", \"operatedBy\": [\"customer\", \"provider\"]}, {\"id\": \"b\", \"operatedBy\": \"provider\"}, {\"id\": \"c\"}]"
    )
    #expect(found.architecture.components.map(\.operatedBy) == [[.customer, .provider], [.provider], []])
  }

  @Test(arguments: RealAdvice.names)
  func everyArrowOfTheRepositoryEndsAtAComponent(name: String) throws {
    let found = try #require(RealAdvice.all[name]).architecture
    let ids = Set(found.components.map(\.id))
    #expect(found.components.count > 5 && !found.connections.isEmpty)
    #expect(found.connections.allSatisfy { ids.contains($0.from) && ids.contains($0.to) && $0.from != $0.to })
  }
}
