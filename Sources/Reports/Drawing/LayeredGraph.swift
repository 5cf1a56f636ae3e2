/// The diagram as rows of items: boxes, and lanes in which connectors pass a row.
struct LayeredGraph {
  /// Something that takes room in a row.
  struct Item {
    enum Kind: Equatable {
      /// The index of a node.
      case box(Int)
      /// The index of a link.
      case lane(Int)
    }

    let kind: Kind
    let row: Int
    let width: Double
    /// Set by `RowPlacement`.
    var center = 0.0

    var isBox: Bool { if case .box = kind { true } else { false } }
    var left: Double { center - width / 2 }
    var right: Double { center + width / 2 }
  }

  /// The part of a connector in one channel, which is the room below a row.
  struct Segment {
    /// The index of a link.
    let link: Int
    /// The row above the channel.
    let channel: Int
    /// An item of the row above.
    let upper: Int
    /// An item of the row below or, where `isTurning`, another one of the row above.
    let lower: Int
    let isTurning: Bool
  }

  /// Items by row, from left to right.
  var rows: [[Int]]
  private(set) var items: [Item] = []
  private(set) var segments: [Segment] = []
  /// The layer of every row.
  let layers: [ArchitectureDiagram.Layer]

  /// Links from a node to itself have no segments.
  init(rows sizedRows: [BoxSizing.Row], links: [(from: Int, to: Int, label: String)]) {
    layers = sizedRows.map(\.layer)
    rows = []
    var boxes: [Int: Int] = [:]
    for (row, sized) in sizedRows.enumerated() {
      rows.append([])
      for node in sized.nodes {
        boxes[node] = items.count
        rows[row].append(items.count)
        items.append(Item(kind: .box(node), row: row, width: sized.width))
      }
    }
    for (index, link) in links.enumerated() where link.from != link.to {
      guard let from = boxes[link.from], let to = boxes[link.to] else { continue }
      connect(from, to, link: index)
    }
  }

  private mutating func connect(_ from: Int, _ to: Int, link: Int) {
    let (first, last) = items[from].row <= items[to].row ? (from, to) : (to, from)
    let start = items[first].row
    let end = items[last].row
    if start == end {
      segments.append(Segment(link: link, channel: start, upper: first, lower: last, isTurning: true))
      return
    }
    var upper = first
    for row in start + 1..<end {
      let lane = items.count
      items.append(Item(kind: .lane(link), row: row, width: 4))
      rows[row].append(lane)
      segments.append(Segment(link: link, channel: row - 1, upper: upper, lower: lane, isTurning: false))
      upper = lane
    }
    segments.append(Segment(link: link, channel: end - 1, upper: upper, lower: last, isTurning: false))
  }

  /// The free room that must stand between two neighbours of a row.
  func gap(_ left: Int, _ right: Int) -> Double {
    switch (items[left].isBox, items[right].isBox) {
    case (true, true): 20
    case (false, false): 9
    default: 12
    }
  }

  /// How wide a row is at least.
  func width(ofRow row: Int) -> Double {
    let order = rows[row]
    let gaps = zip(order, order.dropFirst()).reduce(0) { $0 + gap($1.0, $1.1) }
    return order.reduce(gaps) { $0 + items[$1].width }
  }

  mutating func place(_ item: Int, at center: Double) {
    items[item].center = center
  }
}
