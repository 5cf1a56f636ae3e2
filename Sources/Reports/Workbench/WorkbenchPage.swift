/// The frame of pages for people who maintain packs: the house style, one file, no script, nothing from a network.
struct WorkbenchPage {
  var writer = HTMLWriter()

  /// The whole file. Equal contents give equal bytes.
  static func render(
    title: String,
    subtitle: String,
    generator: String,
    _ content: (inout WorkbenchPage) -> Void
  ) -> String {
    let style = StyleSheet.text(title: title, footer: "", reference: "") + WorkbenchStyle.text
    var page = WorkbenchPage()
    page.writer.doctype()
    page.block("html", ["lang": "en"]) { page in
      page.writer.line()
      page.block("head") { page in
        page.writer.line()
        page.writer.meta(["charset": "utf-8"])
        page.writer.meta(["http-equiv": "Content-Security-Policy", "content": ContentSecurityPolicy.text(style: style)])
        page.writer.meta(["name": "viewport", "content": "width=device-width, initial-scale=1"])
        page.writer.meta(["name": "color-scheme", "content": "light dark"])
        page.writer.meta(["name": "referrer", "content": "no-referrer"])
        page.writer.element("title", text: title)
        page.writer.line()
        page.writer.style(style)
        page.writer.line()
      }
      page.block("body") { page in
        page.writer.line()
        page.block("a", ["class": "skip", "href": "#content"]) { $0.writer.text("Skip to the content") }
        page.block("div", ["class": "page workbench"]) { page in
          page.writer.line()
          page.block("header", ["class": "masthead"]) { page in
            page.block("h1") { $0.writer.text(title) }
            page.block("p", ["class": "subtitle"]) { $0.writer.text(subtitle) }
          }
          page.block("main", ["id": "content", "tabindex": "-1"]) { page in
            page.writer.line()
            content(&page)
          }
          page.block("footer", ["class": "footer"]) { page in
            page.block("p", ["class": "generator"]) { $0.writer.text(generator) }
          }
        }
      }
    }
    return page.writer.output
  }

  // MARK: Elements

  mutating func element(
    _ name: StaticString,
    _ attributes: HTMLWriter.Attributes = [:],
    _ content: (inout WorkbenchPage) -> Void = { _ in }
  ) {
    writer.open(name, attributes)
    content(&self)
    writer.close(name)
  }

  /// The same, followed by a line break in the source.
  mutating func block(
    _ name: StaticString,
    _ attributes: HTMLWriter.Attributes = [:],
    _ content: (inout WorkbenchPage) -> Void
  ) {
    element(name, attributes, content)
    writer.line()
  }

  mutating func heading(_ title: String, id: String = "") {
    block("h2", ["id": id]) { $0.writer.text(title) }
  }

  mutating func paragraph(_ text: String, class name: String = "") {
    block("p", ["class": name]) { $0.writer.text(text) }
  }

  mutating func list(_ items: [String]) {
    block("ul") { page in
      for item in items { page.block("li") { $0.writer.text(item) } }
    }
  }

  /// A table whose first column names the rows; columns named in `numbers` stand at the trailing edge.
  mutating func table(_ titles: [String], numbers: Set<Int> = [], _ rows: [[String]]) {
    block("div", ["class": titles.count > 3 ? "scroll wide" : "scroll"]) { page in
      page.block("table") { page in
        page.block("thead") { page in
          page.element("tr") { page in
            for (index, title) in titles.enumerated() {
              page.element("th", ["scope": "col", "class": numbers.contains(index) ? "end" : ""]) {
                $0.writer.text(title)
              }
            }
          }
        }
        page.block("tbody") { page in
          for row in rows { page.row(row, titles, numbers) }
        }
      }
    }
  }

  /// The titles of the columns stand with the cells, too, for narrow screens, where cells stand below each other.
  private mutating func row(_ cells: [String], _ titles: [String], _ numbers: Set<Int>) {
    block("tr") { page in
      for (index, cell) in cells.enumerated() {
        if index == 0 {
          page.element("th", ["scope": "row"]) { $0.writer.text(cell) }
        } else {
          let attributes: HTMLWriter.Attributes = [
            "class": numbers.contains(index) ? "end" : "", "data-title": index < titles.count ? titles[index] : "",
          ]
          page.element("td", attributes) { $0.writer.text(cell) }
        }
      }
    }
  }

  /// A short word on a coloured ground that says the same as the colour.
  mutating func badge(_ text: String, _ kind: BadgeKind) {
    writer.element("span", ["class": "badge \(kind.rawValue)"], text: text)
  }
}
