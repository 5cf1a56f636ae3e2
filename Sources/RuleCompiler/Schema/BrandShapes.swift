import RuleModel

/// A brand file and its parts.
let brandShapes: [ObjectShape] = [
  ObjectShape(
    "brand",
    [
      .needed("format", .formatVersion, "The version of the format: 1."),
      .needed("name", .line(atMost: Brand.longestName), "What the house is called: at the head of every page."),
      .maybe("colours", .object("brand's colours"), "Those not stated are the advisor's own."),
      .maybe("logo", .logo, "A PNG or SVG of at most 128 KiB, as a data URI."),
      .maybe("footer", .object("brand's footer"), "One line for the foot of every page, above the standing notice."),
    ]
  ),
  ObjectShape(
    "brand's colours",
    [
      .maybe("light", .object("scheme of colours"), "For light screens and for paper."),
      .maybe(
        "dark",
        .object("scheme of colours"),
        "For dark screens; without it the light accent, made bright enough."
      ),
    ]
  ),
  ObjectShape(
    "scheme of colours",
    [
      .maybe("page", .colour, "The ground of the page."),
      .maybe("panel", .colour, "The ground of boxes and bands."),
      .maybe("ink", .colour, "Text."),
      .maybe("muted", .colour, "Text of second rank."),
      .maybe("line", .colour, "Borders and connectors."),
      .maybe("hairline", .colour, "Lines between rows."),
      .maybe("accent", .colour, "Links, bars, and the line above the title."),
      .maybe("accentGround", .colour, "The ground of what is recommended; without it the accent, thinned."),
    ]
  ),
  ObjectShape(
    "brand's footer",
    [
      .needed("en", .line(atMost: Brand.longestFooter), "In English."),
      .needed("de", .line(atMost: Brand.longestFooter), "In German."),
    ]
  ),
]
