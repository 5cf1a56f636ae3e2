import Diagnostics
import RuleModel

extension Linker {
  /// Reports every cycle once, naming its members in order, beginning with the smallest id, and every place that leads
  /// from one to the next.
  ///
  /// - Parameter edges: what an id depends on, each with the place where it says so; names of other things are ignored.
  /// - Returns: the ids in an order in which each comes after those its edges lead to; ties by id. Members of cycles
  ///   come last, by id.
  @discardableResult
  mutating func reportCycles(
    among ids: [String],
    code: String,
    what: String,
    edges places: (String) -> [Name]
  ) -> [String] {
    func edges(_ id: String) -> [String] { places(id).map(\.id) }
    var waiting: [String: Int] = [:]
    var dependents: [String: [String]] = [:]
    let all = Set(ids)
    for id in all {
      let targets = Set(edges(id)).intersection(all)
      waiting[id] = targets.count
      for target in targets { dependents[target, default: []].append(id) }
    }
    var ready = all.filter { waiting[$0] == 0 }.sorted(by: idPrecedes)
    var order: [String] = []
    while !ready.isEmpty {
      let next = ready.removeFirst()
      order.append(next)
      for dependent in dependents[next] ?? [] {
        waiting[dependent, default: 0] -= 1
        if waiting[dependent] == 0 {
          let place = ready.firstIndex { idPrecedes(dependent, $0) } ?? ready.endIndex
          ready.insert(dependent, at: place)
        }
      }
    }
    var rest = all.subtracting(order)
    let cyclic = rest.sorted(by: idPrecedes)
    while let start = rest.min(by: idPrecedes) {
      if let cycle = findCycle(from: start, within: rest, edges) {
        let names = (cycle + [cycle[0]]).map { "'\($0)'" }.joined(separator: " → ")
        let links = zip(cycle, cycle.dropFirst() + [cycle[0]]).map { id, target in
          Diagnostic.Related(
            "'\(id)' depends on '\(target)' here",
            at: firstPlace(places(id).filter { $0.id == target })
          )
        }
        log.error(
          code,
          "\(what): \(names)",
          at: links[0].span,
          help: "remove one of the links between them",
          related: Array(links.dropFirst())
        )
        rest.subtract(cycle)
      } else {
        rest.remove(start)
      }
    }
    return order + cyclic
  }

  /// The first place by file and offset, whatever the order in which names were gathered.
  private func firstPlace(_ names: [Name]) -> SourceSpan? {
    names.compactMap(\.span).min { a, b in
      a.file.name == b.file.name
        ? a.range.lowerBound < b.range.lowerBound : idPrecedes(a.file.name, b.file.name)
    }
  }

  /// A shortest cycle through a node, or nil.
  private func findCycle(
    from start: String,
    within nodes: Set<String>,
    _ edges: (String) -> [String]
  ) -> [String]? {
    var previous: [String: String] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for target in Set(edges(node)).intersection(nodes).sorted(by: idPrecedes) {
        if target == start {
          var path = [node]
          while let last = path.last, last != start, let step = previous[last] { path.append(step) }
          return path.reversed()
        }
        if previous[target] == nil {
          previous[target] = node
          queue.append(target)
        }
      }
    }
    return nil
  }
}
