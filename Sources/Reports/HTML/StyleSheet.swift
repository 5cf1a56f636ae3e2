/// The house style of HTML reports: one style sheet for screen, phone, dark rooms and A4.
enum StyleSheet {
  /// The whole sheet. The footer texts are the only part that differs between reports; they stand in the margin of
  /// every printed page.
  static func text(footer: String, reference: String) -> String {
    var sheet = ":root{color-scheme:light dark;\(Palette.light.properties)}\n"
    sheet += "@media screen and (prefers-color-scheme:dark){:root{\(Palette.dark.properties)}}\n"
    sheet += text + blocks + tables + charts + drawings
    sheet += printing + pageFooter(footer: footer, reference: reference)
    return sheet
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

  private static func pageFooter(footer: String, reference: String) -> String {
    let look = "font:7.5pt/1.35 system-ui,sans-serif;color:\(Palette.light.muted.css);vertical-align:top;padding-top:3mm"
    return """
      @page{size:A4;margin:17mm 17mm 22mm;
      @bottom-left{content:\(quoted(footer))\(reference.isEmpty ? "" : "\"\\a \"" + quoted(reference));\
      white-space:pre-line;width:85%;text-align:left;\(look)}
      @bottom-right{content:counter(page) " / " counter(pages);width:15%;text-align:right;\(look)}}

      """
  }
}
