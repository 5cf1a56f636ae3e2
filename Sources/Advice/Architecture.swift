import Assessing
import RuleCompiler
package import RuleModel

/// The recommended architecture: the components that are needed, and how they are connected.
package struct Architecture: Sendable {
  /// By layer, then `order`, then id.
  package let components: [Component]
  /// By the ids of their ends.
  package let connections: [Connection]
  /// Components whose condition is unknown: listed as open.
  package let open: [Component]

  package struct Connection: Sendable {
    package let from: String
    package let to: String
    package let label: LocalizedText?
  }
}

/// The components whose condition is true, with the connections between them.
func architecture(of assessment: Assessment) -> Architecture {
  func precedes(_ a: Component, _ b: Component) -> Bool {
    let layers = Component.Layer.allCases
    let (x, y) = (layers.firstIndex(of: a.layer) ?? 0, layers.firstIndex(of: b.layer) ?? 0)
    if x != y { return x < y }
    let (first, second) = (a.order ?? .infinity, b.order ?? .infinity)
    return first == second ? idPrecedes(a.id, b.id) : first < second
  }
  let all = assessment.catalogue.components.map(\.item)
  let included = all.filter { assessment.componentTruths[$0.id] == .yes }.sorted(by: precedes)
  let open = all.filter { assessment.componentTruths[$0.id] == .unknown }.sorted(by: precedes)
  let ids = Set(included.map(\.id))
  var connections: [Architecture.Connection] = []
  for component in included {
    for connection in component.connects where ids.contains(connection.other.id) {
      let ends =
        connection.isIncoming ? (connection.other.id, component.id) : (component.id, connection.other.id)
      if connections.contains(where: { $0.from == ends.0 && $0.to == ends.1 }) { continue }
      connections.append(Architecture.Connection(from: ends.0, to: ends.1, label: connection.label))
    }
  }
  connections.sort { a, b in a.from == b.from ? idPrecedes(a.to, b.to) : idPrecedes(a.from, b.from) }
  return Architecture(
    components: included,
    connections: withoutShortcuts(
      connections,
      between: Set(included.filter { $0.layer == .edge || $0.layer == .delivery }.map(\.id))
    ),
    open: open
  )
}

/// Leaves out an arrow that goes round another component of the edge or of the delivery: clients → application, where
/// clients → ingress → application is drawn; application → external systems where a private connection stands between.
private func withoutShortcuts(
  _ connections: [Architecture.Connection],
  between: Set<String>
) -> [Architecture.Connection] {
  // One after the other, so that two arrows are never left out because of each other.
  var kept = connections
  for direct in connections {
    let goesRound = kept.contains { first in
      first.from == direct.from && between.contains(first.to) && first.to != direct.to
        && kept.contains { $0.from == first.to && $0.to == direct.to }
    }
    if goesRound { kept.removeAll { $0.from == direct.from && $0.to == direct.to } }
  }
  return kept
}
