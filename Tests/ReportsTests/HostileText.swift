import LocatedJSON
import Reports

/// Texts that try to be more than text, and a document that holds one in every field.
enum HostileText {
  static let harmless = "harmless words"

  static let all = forHTML + forMarkdown + forReaders

  /// What would act in HTML and style sheets.
  private static let forHTML: [String] = [
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)",
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "<!-- --><b>",
    "]]>",
    "{{constructor}}",
    "url(https://evil.example)",
    "\\3c script",
  ]

  /// What would act in Markdown and Mermaid.
  private static let forMarkdown: [String] = [
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "<https://evil.example>",
    "[x]: https://evil.example",
    "[^1]: note",
    "see https://evil.example and www.evil.example",
    "# heading",
    "- [x] done",
    "1. one",
    "2) two",
    "+ item",
    "* item",
    "> quote",
    "---",
    "===",
    "```\ncode\n```",
    "~~~",
    "`a` ``b`` ```c",
    "a | b | c",
    "||",
    "|---|---|",
    "$a$ $$b$$ $`c`$",
    "@everyone #12 !34 :smile: user@evil.example",
    "first\n\n# second\r\n- third",
    "    indented",
    "\ttab",
    "x\\",
    "\\\"",
    "\\`",
    "trailing \\|",
    "_a_ *b* ~~c~~ **d**",
    "\"]; click a href \"https://evil.example\"",
    "end",
    "%%{init: {}}%%",
    "a-->b",
    "\"`**bold**`\"",
  ]

  /// What would mislead people, terminals, tables or layouts.
  private static let forReaders: [String] = [
    "a\u{202E}gnp.exe",
    "\u{2066}isolated",
    "null\u{0}byte",
    "escape\u{1B}[31m",
    "line\u{2028}separator",
    "\u{FEFF}bom",
    "\u{1F}",
    "=cmd|' /C calc'!A0",
    "👩‍👩‍👧‍👦 🇨🇭 é e\u{301}",
    "漢字かな",
    "שלום عربى",
    String(repeating: "Donaudampfschifffahrt", count: 60),
    String(repeating: "m ", count: 800),
  ]

  /// A document with the text in every field that takes one.
  static func document(_ text: String, language: ReportLanguage = .english) -> ReportDocument {
    let rich = rich(text)
    return ReportDocument(
      title: text,
      subtitle: text,
      language: language,
      facts: [ReportFact(text, rich)],
      footerReference: text,
      notice: ReportNotice(asOf: text, language: language, adding: [rich]),
      sections: [
        ReportSection(
          id: text,
          title: text,
          blocks: blocks(text),
          subsections: [ReportSection(id: text, title: text, blocks: [.paragraph(rich)])]
        ),
        ReportSection(id: "callouts", title: "c", blocks: callouts(text)),
      ],
      references: [
        ReportReference(
          number: 1,
          title: text,
          address: text,
          date: text,
          reviewed: text,
          marks: [.init(.caution, text)]
        ),
        ReportReference(number: 2, title: text, address: text, date: text, reviewed: text),
      ],
      generator: text,
      embedded: .members([("k", .string(text)), (text, .array([.string(text)]))])
    )
  }

  static func rich(_ text: String) -> RichText {
    """
    a \(text) b\(footnote: 1)\(footnote: 9) \(strong: text) \(emphasis: text) \(code: text) \(link: text, to: text) \
    \(badge: text, .info)
    """
  }

  private static func callouts(_ text: String) -> [ReportBlock] {
    Callout.Kind.allCases.map { kind in
      .callout(Callout(kind, title: rich(text), blocks: [.list([rich(text)]), .paragraph(RichText(plain: text))]))
    }
  }

  private static func blocks(_ text: String) -> [ReportBlock] {
    let rich = rich(text)
    let plain = RichText(plain: text)
    return [
      .paragraph(rich), .paragraph(plain), .lead(rich), .list([rich, plain]), .numberedList([rich, plain]),
      .definitions([.init(rich, rich), .init(plain, plain)]),
      .table(
        DataTable(
          caption: rich,
          columns: [.init(rich), .init(plain, .trailing), .init(plain, .center), .init(plain)],
          rows: [.init([rich, plain], emphasis: .strong), .init([plain, rich], emphasis: .muted)]
        )
      ),
      .ranking(
        RankingChart(
          caption: rich,
          options: [
            .init(rich, details: rich, .ranked(rank: 1, points: 3, text: text), isRecommended: true),
            .init(plain, .ranked(rank: 2, points: -.infinity, text: text)),
            .init(rich, details: plain, .excluded(reason: rich)),
          ]
        )
      ),
      .contributions(
        ContributionChart(
          caption: rich,
          reasons: [
            .init(rich, points: 3, pointsText: text, rule: text, footnotes: [1, 7]),
            .init(plain, points: -.nan, pointsText: text, rule: text),
          ],
          remainder: text,
          total: text
        )
      ),
      .architecture(diagram(text)),
      .taskList(
        TaskList(phases: [
          .init(
            text,
            steps: [
              .init(
                id: text,
                title: rich,
                owner: text,
                after: [text],
                result: rich,
                details: rich,
                links: [.init(text, address: text), .init(text, address: "https://docs.example.ch/")],
                footnotes: [1]
              )
            ]
          )
        ])
      ),
    ]
  }

  private static func diagram(_ text: String) -> ArchitectureDiagram {
    ArchitectureDiagram(
      caption: rich(text),
      nodes: [
        .init(id: text, title: text, layer: .edge, operatedBy: .init(.provider, text)),
        .init(id: text + "b", title: text, layer: .data, operatedBy: .init(.shared, text)),
        .init(id: "c", title: text, layer: .data, operatedBy: nil),
      ],
      edges: [
        .init(from: text, to: text + "b", label: text), .init(from: "c", to: text, label: text),
        .init(from: "c", to: "missing", label: text), .init(from: "c", to: "c", label: text),
      ]
    )
  }
}
