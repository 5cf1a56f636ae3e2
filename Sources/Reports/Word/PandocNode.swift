import LocatedJSON

/// The pieces of pandoc's document form (pandoc-types, Text.Pandoc.Definition), as JSON.
enum PandocNode {
  static func node(_ kind: String, _ content: JSONValue? = nil) -> JSONValue {
    .members([("t", .string(kind)), ("c", content)])
  }

  /// A name for links, and what pandoc knows by key.
  static func attributes(_ id: String = "", style: String? = nil) -> JSONValue {
    let pairs = style.map { [JSONValue.array([.string("custom-style"), .string($0)])] } ?? []
    return .array([.string(id), .array([]), .array(pairs)])
  }

  // MARK: Inlines

  static func text(_ text: String) -> JSONValue { node("Str", .string(text.cleaned)) }
  static func strong(_ inlines: [JSONValue]) -> JSONValue { node("Strong", .array(inlines)) }
  static func emphasis(_ inlines: [JSONValue]) -> JSONValue { node("Emph", .array(inlines)) }
  static func raised(_ inlines: [JSONValue]) -> JSONValue { node("Superscript", .array(inlines)) }
  static func code(_ text: String) -> JSONValue { node("Code", .array([attributes(), .string(text.cleaned)])) }
  static func span(_ id: String, _ inlines: [JSONValue]) -> JSONValue {
    node("Span", .array([attributes(id), .array(inlines)]))
  }

  /// - Parameter target: an address, or `#` and a name.
  static func link(_ inlines: [JSONValue], to target: String) -> JSONValue {
    node("Link", .array([attributes(), .array(inlines), .array([.string(target), .string("")])]))
  }

  static let lineBreak = node("LineBreak")

  // MARK: Blocks

  static func paragraph(_ inlines: [JSONValue]) -> JSONValue { node("Para", .array(inlines)) }
  static func plain(_ inlines: [JSONValue]) -> JSONValue { node("Plain", .array(inlines)) }

  static func heading(_ level: Int, _ id: String, _ inlines: [JSONValue]) -> JSONValue {
    node("Header", .array([.number(Double(level)), attributes(id), .array(inlines)]))
  }

  /// Paragraphs in a style of the template.
  static func styled(_ style: String, _ blocks: [JSONValue]) -> JSONValue {
    node("Div", .array([attributes(style: style), .array(blocks)]))
  }

  static func list(_ items: [[JSONValue]]) -> JSONValue { node("BulletList", .array(items.map { .array($0) })) }

  static func numberedList(_ items: [[JSONValue]]) -> JSONValue {
    let numbering = JSONValue.array([.number(1), node("Decimal"), node("Period")])
    return node("OrderedList", .array([numbering, .array(items.map { .array($0) })]))
  }

  static func definitions(_ items: [(term: [JSONValue], details: [JSONValue])]) -> JSONValue {
    node("DefinitionList", .array(items.map { .array([.array($0.term), .array([.array([paragraph($0.details)])])]) }))
  }

  /// - Parameters:
  ///   - columns: alignments, and shares of the width that add up to 1 at most.
  ///   - head: empty for a table without headings.
  static func table(
    caption: [JSONValue],
    columns: [(DataTable.Alignment, Double)],
    head: [[JSONValue]],
    rows: [[[JSONValue]]]
  ) -> JSONValue {
    func row(_ cells: [[JSONValue]]) -> JSONValue {
      .array([
        attributes(),
        .array(
          cells.map { .array([attributes(), node("AlignDefault"), .number(1), .number(1), .array([plain($0)])]) }
        ),
      ])
    }
    let widths = columns.map { alignment, share -> JSONValue in
      let word =
        switch alignment {
        case .leading: "AlignLeft"
        case .trailing: "AlignRight"
        case .center: "AlignCenter"
        }
      return .array([node(word), node("ColWidth", .number(share))])
    }
    let body = JSONValue.array([attributes(), .number(0), .array([]), .array(rows.map(row))])
    return node(
      "Table",
      .array([
        attributes(), .array([.null, .array(caption.isEmpty ? [] : [plain(caption)])]), .array(widths),
        .array([attributes(), .array(head.isEmpty ? [] : [row(head)])]), .array([body]),
        .array([attributes(), .array([])]),
      ])
    )
  }
}
