/// An architecture as the text of a Mermaid flowchart.
enum MermaidText {
  /// A fenced block. Names of parts are made of letters and digits with a prefix, so that no id is a word of the
  /// language; labels hold only characters without a meaning, all others as numbers.
  static func lines(of diagram: ArchitectureDiagram, words: ReportWords) -> [String] {
    let names = names(of: diagram.nodes)
    var lines = ["```mermaid", "flowchart TB"]
    for layer in ArchitectureDiagram.Layer.allCases {
      let members = diagram.nodes.indices.filter { diagram.nodes[$0].layer == layer }
      if members.isEmpty { continue }
      lines.append("  subgraph layer_\(layer.rawValue)[\"\(label(words.layer(layer)))\"]")
      for index in members {
        let node = diagram.nodes[index]
        let operatedBy = node.operatedBy.map { "<br>" + label($0.text) } ?? ""
        let kind = node.operatedBy?.kind.rawValue ?? "outside"
        lines.append("    \(names[index])[\"\(label(node.title))\(operatedBy)\"]:::\(kind)")
      }
      lines.append("  end")
    }
    for link in diagram.links {
      let text = label(link.label)
      lines.append("  \(names[link.from]) -->" + (text.isEmpty ? " " : "|\"\(text)\"| ") + names[link.to])
    }
    lines += [
      "  classDef provider stroke-width:2px",
      "  classDef customer stroke-width:2px,stroke-dasharray:6 4",
      "  classDef shared stroke-width:4px",
      "  classDef outside stroke-dasharray:2 3",
      "```",
    ]
    return lines
  }

  /// A unique name for every node.
  private static func names(of nodes: [ArchitectureDiagram.Node]) -> [String] {
    var used: Set<String> = []
    return nodes.map { node in
      let slug = node.id.slug.split(separator: "-").joined(separator: "_")
      let base = "n_" + (slug.isEmpty ? "part" : slug)
      var name = base
      var count = 2
      while !used.insert(name).inserted {
        name = "\(base)_\(count)"
        count += 1
      }
      return name
    }
  }

  /// Letters, digits, spaces and a few signs; everything else as `#number;`, which Mermaid shows as the character.
  static func label(_ text: String) -> String {
    let text = text.trimmed
    let leadingDigits = text.prefix { $0.isASCII && $0.isNumber }.unicodeScalars.count
    return text.unicodeScalars.enumerated().map { index, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "/", ",", "(", ")": String(scalar)
      case "." where index != leadingDigits, "-" where index > 0: String(scalar)
      case let scalar where scalar.value > 0xA0: String(scalar)
      default: "#\(scalar.value);"
      }
    }.joined()
  }
}
