import Reports

/// Architectures to lay out: hand-made ones with 8 to 16 parts and random ones, the same on every run.
enum ExampleDiagrams {
  static let all: [ArchitectureDiagram] = handMade + (1...40).map { random(seed: UInt64($0)) }

  static let handMade: [ArchitectureDiagram] = [
    SampleDocument.diagram,
    make(
      [
        "edge clients", "edge dns", "edge ingress", "application application", "data postgresql", "data backups",
        "delivery ci-pipeline", "operations monitoring",
      ],
      "clients>dns:looks up clients>ingress:HTTPS ingress>application:HTTP application>postgresql:SQL "
        + "postgresql>backups:WAL ci-pipeline>application:deploys monitoring>application:scrapes monitoring>postgresql"
    ),
    make(
      [
        "edge clients", "edge ingress", "edge external-systems", "application web-frontend", "application api",
        "application worker", "application scheduler", "data postgresql", "data redis", "data object-storage",
        "data message-queue", "delivery gitlab", "delivery registry", "delivery argo-cd", "operations monitoring",
        "operations logging",
      ],
      "clients>ingress:HTTPS ingress>web-frontend:HTTP ingress>api:HTTP web-frontend>api:REST api>postgresql:SQL "
        + "api>redis:sessions api>message-queue:jobs worker>message-queue:jobs worker>object-storage:documents "
        + "scheduler>message-queue api>external-systems:SOAP gitlab>registry:images argo-cd>registry:pulls "
        + "argo-cd>api:syncs monitoring>api:metrics monitoring>postgresql:metrics logging>api:logs logging>worker:logs"
    ),
    make(
      [
        "application one", "application two", "application three", "application four", "application five",
        "application six", "application seven", "application eight",
      ],
      "one>two:a two>three:b three>four:c four>five:d five>six:e six>seven:f seven>eight:g eight>one:h one>five:i"
    ),
  ]

  /// Nodes as "layer title", edges as "from>to:label" where labels hold no spaces or end before the next edge.
  private static func make(_ nodes: [String], _ edges: String) -> ArchitectureDiagram {
    let kinds: [ArchitectureDiagram.Operator.Kind] = [.customer, .provider, .shared]
    let parts = nodes.enumerated().map { index, text in
      let words = text.split(separator: " ").map(String.init)
      return ArchitectureDiagram.Node(
        id: words[1],
        title: words[1].split(separator: "-").joined(separator: " "),
        layer: ArchitectureDiagram.Layer(rawValue: words[0]) ?? .edge,
        operatedBy: index % 4 == 3 ? nil : .init(kinds[index % 3], "Operator \(index % 3)")
      )
    }
    let links = edges.split(separator: " ").filter { $0.contains(">") }.map { text in
      let ends = text.split(separator: ":")
      let names = ends[0].split(separator: ">").map(String.init)
      return ArchitectureDiagram.Edge(from: names[0], to: names[1], label: ends.count > 1 ? String(ends[1]) : "")
    }
    return ArchitectureDiagram(nodes: parts, edges: links)
  }

  private static func random(seed: UInt64) -> ArchitectureDiagram {
    var random = SplitMix(state: seed)
    let words = ["Router", "Überwachung", "PostgreSQL", "Zwischenspeicher", "of", "Container-Registry", "API", "S3 👍"]
    let count = random.below(16) + 2
    func text(_ limit: Int, _ random: inout SplitMix) -> String {
      (0..<random.below(limit) + 1).map { _ in words[random.below(words.count)] }.joined(separator: " ")
    }
    let nodes = (0..<count).map { index in
      ArchitectureDiagram.Node(
        id: "n\(index)",
        title: text(6, &random),
        layer: ArchitectureDiagram.Layer.allCases[random.below(5)],
        operatedBy: random.below(4) == 0 ? nil : .init(.shared, text(4, &random))
      )
    }
    let edges = (0..<random.below(2 * count) + 1).map { _ in
      ArchitectureDiagram.Edge(
        from: "n\(random.below(count))",
        to: "n\(random.below(count))",
        label: random.below(3) == 0 ? "" : text(3, &random)
      )
    }
    return ArchitectureDiagram(nodes: nodes, edges: edges)
  }
}

/// A small generator (SplitMix64), the same on every platform.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
