/// The recommended architecture: parts, who operates them, and what talks to what.
package struct ArchitectureDiagram: Sendable, Equatable {
  /// Where a part belongs; drawn as bands in this order.
  package enum Layer: String, Sendable, CaseIterable {
    case edge
    case application
    case data
    case delivery
    case operations
  }

  /// Who runs a part.
  package struct Operator: Sendable, Equatable {
    /// Decides on border and pattern.
    package enum Kind: String, Sendable, CaseIterable {
      case customer
      case provider
      case shared
    }

    package var kind: Kind
    /// The name in the box, such as "Muster AG".
    package var text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// A part of the architecture.
  package struct Node: Sendable, Equatable {
    package var id: String
    package var title: String
    package var layer: Layer
    /// Nil where nobody in this project runs it, such as a visitor's browser.
    package var operatedBy: Operator?

    package init(id: String, title: String, layer: Layer, operatedBy: Operator?) {
      self.id = id
      self.title = title
      self.layer = layer
      self.operatedBy = operatedBy
    }
  }

  /// A connection, from the part that opens it.
  package struct Edge: Sendable, Equatable {
    package var from: String
    package var to: String
    /// Empty for none.
    package var label: String

    package init(from: String, to: String, label: String = "") {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  package var caption: RichText
  /// Ids are unique; of two with the same id the first counts for edges.
  package var nodes: [Node]
  /// Edges whose ends are not among the nodes are left out everywhere.
  package var edges: [Edge]

  package init(caption: RichText = "", nodes: [Node], edges: [Edge]) {
    self.caption = caption
    self.nodes = nodes
    self.edges = edges
  }

  /// What is drawn of it: of a large diagram, lines between the layer of operations and the others are left to the
  /// table, since nearly every part of operations looks at nearly every other part.
  var drawn: ArchitectureDiagram {
    guard nodes.count > Self.largest else { return self }
    let operations = Set(nodes.filter { $0.layer == .operations }.map(\.id))
    var copy = self
    copy.edges = edges.filter { operations.contains($0.from) == operations.contains($0.to) }
    return copy
  }

  /// As many parts as can be drawn with all their lines.
  private static let largest = 16

  /// The edges between nodes that exist, as indices of nodes.
  var links: [(from: Int, to: Int, label: String)] {
    var indices: [String: Int] = [:]
    for (index, node) in nodes.enumerated() where indices[node.id] == nil { indices[node.id] = index }
    return edges.compactMap { edge in
      guard let from = indices[edge.from], let to = indices[edge.to] else { return nil }
      return (from, to, edge.label)
    }
  }
}
