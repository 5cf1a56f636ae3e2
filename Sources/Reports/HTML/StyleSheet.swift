/// The house style of HTML reports: one style sheet for screen, phone, dark rooms and A4.
enum StyleSheet {
  /// The whole sheet. The texts in the page margins are the only part that differs between reports.
  static func text(
    title: String,
    footer: String,
    reference: String,
    mark: String = "",
    isInternal: Bool = false,
    brand: BrandLook? = nil
  ) -> String {
    let light = brand?.light ?? .light
    let dark = brand?.dark ?? .dark
    var sheet = ":root{color-scheme:light dark;\(light.properties)}\n"
    sheet += "@media screen and (prefers-color-scheme:dark){:root{\(dark.properties)}}\n"
    sheet += text + blocks + tables + charts + drawings + figures
    if !mark.isEmpty { sheet += watermark(mark) }
    if !mark.isEmpty || isInternal { sheet += badge }
    if let brand { sheet += branding(on: brand.light.page) }
    let head = [brand?.name, title].compactMap { $0 }.joined(separator: " · ")
    sheet += printing + page(head, [footer, brand?.footer ?? ""], reference, light.muted)
    return sheet
  }

  /// A word across every page, too faint to hinder reading.
  private static func watermark(_ mark: String) -> String {
    """
    body::after{content:\(quoted(mark));position:fixed;inset:0;display:grid;place-items:center;pointer-events:none;\
    z-index:1;font:700 min(22vw,9rem)/1 system-ui,sans-serif;letter-spacing:.06em;color:var(--ink);opacity:.05;\
    transform:rotate(-30deg)}

    """
  }

  /// The word at the head of a draft, or of what is for the house only.
  private static let badge = """
    .draft-mark{display:inline-block;margin:0 0 .5rem;padding:.1rem .6rem;border:2px solid var(--negative);\
    color:var(--negative);font-weight:700;letter-spacing:.08em}

    """

  /// The name or the logo of a house, which on dark screens stands on the ground that it was drawn for.
  static func branding(on ground: Colour) -> String {
    """
    .brand{display:flex;min-height:2.4rem;align-items:center;margin:0 0 1.1rem;font-weight:650;max-width:none}
    .brand img{display:block;max-height:3rem;max-width:16rem}
    body>.brand{margin:0;padding:.8rem 1.5rem 0}
    .house{margin:0 0 .4rem;max-width:none}
    @media screen and (prefers-color-scheme:dark){.brand img{background:\(ground.css);padding:.4rem;border-radius:4px}}

    """
  }

  /// A string as style sheets write it; everything but letters, digits and spaces is escaped by its number.
  static func quoted(_ text: String) -> String {
    let escaped = text.cleaned.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": String(scalar)
      default: "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func page(_ title: String, _ footers: [String], _ reference: String, _ muted: Colour) -> String {
    let look = "font:6.2pt/1.4 system-ui,sans-serif;color:\(muted.css);vertical-align:top;padding-top:3mm"
    let head =
      "font:7pt/1.4 system-ui,sans-serif;color:\(muted.css);vertical-align:bottom;"
      + "padding-bottom:4mm"
    // A line each; the standing notice comes first, so that nothing can push it off the page.
    let lines = footers.filter { !$0.isEmpty }
    let foot = lines.isEmpty ? quoted("") : lines.map(quoted).joined(separator: " \"\\a \" ")
    let wrapping = lines.count > 1 ? "white-space:pre-line;" : ""
    return """
      @page{size:A4;margin:19mm 17mm 21mm;
      @top-left{content:\(quoted(title));width:60%;text-align:left;\(head)}
      @top-right{content:\(quoted(reference));width:40%;text-align:right;\(head)}
      @bottom-left{content:\(foot);width:92%;text-align:left;\(wrapping)\(look)}
      @bottom-right{content:counter(page) " / " counter(pages);width:8%;text-align:right;\(look)}}
      @page:first{margin-top:14mm;@top-left{content:" "}@top-right{content:" "}}

      """
  }
}
