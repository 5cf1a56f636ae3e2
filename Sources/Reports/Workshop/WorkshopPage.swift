import Engine
import LivePage
import LocatedJSON
package import RuleCompiler
import RuleModel

/// Renders the workshop page: the interview with a live ranking, in one file that works offline.
///
/// The page has one script, its own style sheet, and data blocks that browsers keep and never run; the content security
/// policy allows the first two by their digests, WebAssembly, and a worker made of the same script, and no request.
package struct WorkshopPage {
  private var writer = HTMLWriter()

  /// Whether this program can write the page: the engine for the browser is part of it.
  package static var isAvailable: Bool { LivePage.engine != nil }

  /// The whole file; nil without an engine for the browser. Equal input gives equal bytes.
  ///
  /// - Parameter profile: the profile to begin with, as it is written.
  package static func render(_ rules: CompiledRules, say: Phrasing, profile: String, brand: ReportBrand?) -> String? {
    guard let engine = LivePage.engine else { return nil }
    var page = WorkshopPage()
    let data = WorkshopData(rules: rules, say: say).json(
      profile: profile,
      besides: [("book", .string(Base64.text(of: RuleBookBytes.write(rules.book))))]
    )
    page.document(say.language, String(decoding: data.canonical(), as: UTF8.self), engine, brand)
    return page.writer.output
  }

  private static let script = LiveScripts.text("telling.js", "saving.js", "page.js")

  private static func style(_ brand: ReportBrand?) -> String {
    ":root{color-scheme:light dark;\((brand?.light ?? .light).properties)}\n"
      + "@media (prefers-color-scheme:dark){:root{\((brand?.dark ?? .dark).properties)}}\n" + LivePage.part("page.css")
      + (brand.map { StyleSheet.branding(on: $0.light.page) } ?? "")
  }

  private mutating func document(_ language: Language, _ data: String, _ engine: String, _ brand: ReportBrand?) {
    let words = WorkshopWords(language: language)
    let style = Self.style(brand)
    let policy = ContentSecurityPolicy.text(style: style, script: Self.script)
    writer.doctype()
    writer.open("html", ["lang": language.rawValue])
    writer.line()
    writer.element("head") { writer in
      writer.line()
      writer.meta(["charset": "utf-8"])
      writer.meta(["http-equiv": "Content-Security-Policy", "content": policy])
      writer.meta(["name": "viewport", "content": "width=device-width, initial-scale=1"])
      writer.meta(["name": "color-scheme", "content": "light dark"])
      writer.meta(["name": "referrer", "content": "no-referrer"])
      writer.element("title", text: words.title)
      writer.style(style)
    }
    writer.line()
    writer.open("body")
    writer.line()
    if let brand { writer.brand(brand) }
    writer.element("div", ["id": "page"]) { writer in
      writer.element("p", ["id": "without-script"], text: words.withoutScript)
    }
    writer.line()
    writer.inertJSON(data, id: "data")
    writer.line()
    writer.inertJSON("\"\(engine)\"", id: "engine")
    writer.line()
    writer.script(Self.script)
    writer.line()
    writer.close("body")
    writer.line()
    writer.close("html")
    writer.line()
  }
}
