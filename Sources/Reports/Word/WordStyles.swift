/// The styles of the template, in the look of the printed page. Names are those that pandoc uses, and some of our own.
struct WordStyles {
  let palette: Palette

  func xml(language: ReportLanguage) -> String {
    "<w:styles \(WordTemplate.namespaces)>" + defaults(language) + paragraphs.map(\.xml).joined()
      + characters + table + "</w:styles>"
  }

  private func defaults(_ language: ReportLanguage) -> String {
    let tag = language == .german ? "de-CH" : "en-GB"
    return "<w:docDefaults><w:rPrDefault><w:rPr>\(fonts)<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"
      + "<w:lang w:val=\"\(tag)\" w:eastAsia=\"\(tag)\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      + "<w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
  }

  private let fonts = #"<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>"#

  private var ink: String { Self.hexadecimal(palette.ink) }
  private var muted: String { Self.hexadecimal(palette.muted) }
  private var accent: String { Self.hexadecimal(palette.accent) }

  /// A colour as Word writes it: six digits without the sign.
  static func hexadecimal(_ colour: Colour) -> String {
    String(colour.css.drop { $0 == "#" }).uppercased()
  }

  /// A style of paragraphs. Spaces are in twentieths of a point, sizes in half points.
  private struct Paragraph {
    let id: String
    let name: String
    var base = "Normal"
    var layout = ""
    var look = ""

    var xml: String {
      let parent = id == "Normal" ? " w:default=\"1\"" : ""
      let basedOn = id == "Normal" ? "" : "<w:basedOn w:val=\"\(base)\"/>"
      return
        "<w:style w:type=\"paragraph\"\(parent) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(basedOn)<w:qFormat/>"
        + "<w:pPr>\(layout)</w:pPr><w:rPr>\(look)</w:rPr></w:style>"
    }
  }

  private var paragraphs: [Paragraph] {
    [
      Paragraph(id: "Normal", name: "Normal", look: color(ink)),
      Paragraph(id: "BodyText", name: "Body Text"),
      Paragraph(id: "FirstParagraph", name: "First Paragraph", base: "BodyText"),
      Paragraph(id: "Compact", name: "Compact", base: "BodyText", layout: spacing(before: 20, after: 20)),
      Paragraph(
        id: "Title",
        name: "Title",
        layout: "<w:pBdr><w:top w:val=\"single\" w:sz=\"36\" w:space=\"12\" w:color=\"\(accent)\"/></w:pBdr>"
          + spacing(after: 60),
        look: size(44, bold: true) + color(ink)
      ),
      Paragraph(id: "Subtitle", name: "Subtitle", layout: spacing(after: 200), look: size(24) + color(muted)),
      Paragraph(id: "Lead", name: "Lead", layout: "<w:keepNext/>" + spacing(before: 160, after: 100), look: size(26)),
      Paragraph(id: "Notice", name: "Notice", layout: spacing(before: 160, after: 120), look: size(16) + color(muted)),
      Paragraph(id: "Step", name: "Step", layout: "<w:keepLines/>" + spacing(before: 100, after: 20)),
      Paragraph(
        id: "StepDetails",
        name: "Step Details",
        layout: "<w:keepLines/>" + spacing(after: 40) + "<w:ind w:left=\"567\"/>",
        look: size(18) + color(muted)
      ),
      Paragraph(
        id: "Reference",
        name: "Reference",
        layout: "<w:keepLines/>" + spacing(after: 60) + "<w:ind w:left=\"567\" w:hanging=\"567\"/>",
        look: size(17)
      ),
      Paragraph(
        id: "DefinitionTerm",
        name: "Definition Term",
        layout: "<w:keepNext/>" + spacing(before: 80, after: 0),
        look: "<w:b/>"
      ),
      Paragraph(id: "Definition", name: "Definition", layout: spacing(after: 80) + "<w:ind w:left=\"397\"/>"),
      Paragraph(
        id: "TableCaption",
        name: "Table Caption",
        layout: "<w:keepNext/>" + spacing(before: 80, after: 60),
        look: size(17) + color(muted)
      ),
      Paragraph(id: "Header", name: "header", layout: tabAtEnd, look: size(15) + color(muted)),
      Paragraph(id: "Footer", name: "footer", layout: tabAtEnd, look: size(14) + color(muted)),
    ] + headings + callouts
  }

  private var headings: [Paragraph] {
    (1...6).map { level in
      let sizes = [32, 25, 22, 20, 20, 20]
      return Paragraph(
        id: "Heading\(level)",
        name: "heading \(level)",
        layout: "<w:keepNext/><w:keepLines/>" + spacing(before: level == 1 ? 480 : 280, after: 100)
          + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
        look: size(sizes[level - 1], bold: true) + color(ink)
      )
    }
  }

  /// A box for each kind of callout: a bar at the side, a ground of its own.
  private var callouts: [Paragraph] {
    Callout.Kind.allCases.map { kind in
      let colors =
        switch kind {
        case .info: (palette.accent, palette.accentGround)
        case .warning: (palette.negative, palette.negativeGround)
        case .confirm: (palette.caution, palette.cautionGround)
        case .assumption: (palette.line, palette.panel)
        }
      let bar = "<w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"\(Self.hexadecimal(colors.0))\"/>"
      return Paragraph(
        id: "Callout-\(kind.rawValue)",
        name: Self.styleName(of: kind),
        layout:
          "<w:pBdr>\(bar)</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(Self.hexadecimal(colors.1))\"/>"
          + spacing(before: 80, after: 120) + "<w:ind w:left=\"227\"/><w:contextualSpacing/>"
      )
    }
  }

  /// The name by which pandoc asks for the style of a callout.
  static func styleName(of kind: Callout.Kind) -> String { "Callout \(kind.rawValue)" }

  private var tabAtEnd: String { "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs>" + spacing(after: 0) }

  private func spacing(before: Int = 0, after: Int) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
  }

  private func size(_ halfPoints: Int, bold: Bool = false) -> String {
    (bold ? "<w:b/>" : "") + "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private func color(_ hexadecimal: String) -> String { "<w:color w:val=\"\(hexadecimal)\"/>" }

  private var characters: String {
    #"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>"#
      + "</w:style>"
      + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>\(color(accent))</w:rPr>"
      + "</w:style>"
      + #"<w:style w:type="character" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/><w:rPr>"#
      + #"<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>"# + size(17) + "</w:rPr></w:style>"
  }

  /// Hairlines between rows; heads repeat on every page, and no row is torn apart.
  private var table: String {
    let hairline = Self.hexadecimal(palette.hairline)
    let line = Self.hexadecimal(palette.line)
    return #"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>"#
      + #"<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>"#
      + #"<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>"#
      + "<w:rPr>\(size(18))</w:rPr><w:tblPr><w:tblBorders>"
      + "<w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"\(hairline)\"/>"
      + "<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"\(hairline)\"/></w:tblBorders>"
      + #"<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
      + #"<w:trPr><w:cantSplit/></w:trPr>"#
      + "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/>\(color(muted))</w:rPr><w:trPr><w:tblHeader/></w:trPr><w:tcPr>"
      + "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"\(line)\"/></w:tcBorders></w:tcPr></w:tblStylePr>"
      + "</w:style>"
  }
}
