import LocatedJSON
import RuleModel

/// Renders a questionnaire as one HTML file that works without a network and without JavaScript: a form to fill in and
/// to print. With JavaScript it also saves and opens profiles (formats.md, "Profile").
///
/// The content security policy of the page allows its own style sheet and its own script, each by its digest, and
/// nothing else. Texts of packs and profiles stand in text nodes and quoted attributes only.
package struct HTMLQuestionnaire {
  var writer = HTMLWriter()
  let questionnaire: Questionnaire
  let words: QuestionnaireWords

  /// The whole file. Equal questionnaires give equal bytes.
  package static func render(_ questionnaire: Questionnaire) -> String {
    var page = HTMLQuestionnaire(
      questionnaire: questionnaire,
      words: QuestionnaireWords(language: questionnaire.language)
    )
    page.document()
    // The writer knows no script elements, so that nobody can write one by mistake: this page has exactly one.
    return page.writer.output + "<script>\(QuestionnaireScript.text)</script>\n</body>\n</html>\n"
  }

  /// All but the script and the end tags behind it.
  private mutating func document() {
    let title = questionnaire.head.title.isEmpty ? words.title : questionnaire.head.title
    let style =
      StyleSheet.text(title: words.title, footer: "", reference: questionnaire.head.customer)
      + QuestionnaireStyle.text
    writer.doctype()
    writer.open("html", ["lang": questionnaire.language.rawValue])
    writer.line()
    block("head") { page in
      page.writer.line()
      page.writer.meta(["charset": "utf-8"])
      page.writer.meta(["http-equiv": "Content-Security-Policy", "content": Self.policy(style: style)])
      page.writer.meta(["name": "viewport", "content": "width=device-width, initial-scale=1"])
      page.writer.meta(["name": "color-scheme", "content": "light dark"])
      page.writer.meta(["name": "referrer", "content": "no-referrer"])
      page.writer.element("title", text: title)
      page.writer.line()
      page.writer.style(style)
      page.writer.line()
    }
    writer.open("body")
    writer.line()
    element("a", ["class": "skip", "href": "#questions"]) { $0.writer.text($0.words.skip) }
    block("form", ["id": "form", "class": "page", "autocomplete": "off"]) { page in
      page.masthead()
      page.contents()
      page.block("main", ["id": "questions", "tabindex": "-1"]) { page in
        for (index, group) in page.questionnaire.groups.enumerated() { page.group(group, index + 1) }
        page.requirements()
      }
      page.block("footer", ["class": "footer"]) { page in
        page.block("p", ["class": "generator"]) { $0.writer.text($0.words.origin($0.questionnaire.origin)) }
      }
      page.tools()
    }
    writer.inertJSON(String(decoding: words.ofTheScript.canonical(), as: UTF8.self), id: "words")
    writer.line()
  }

  private mutating func masthead() {
    let head = questionnaire.head
    block("header", ["class": "masthead"]) { page in
      page.block("h1") { $0.writer.text($0.words.title) }
      page.block("p", ["class": "subtitle"]) { page in
        page.writer.text(page.words.size(page.questionnaire.questions.count, page.questionnaire.groups.count))
      }
      page.block("p", ["class": "introduction"]) { $0.writer.text($0.words.introduction) }
      page.block("p", ["class": "with-script", "hidden": "hidden"]) { $0.writer.text($0.words.privacy) }
      page.block("p", ["class": "without-script"]) { $0.writer.text($0.words.withoutScript) }
      page.block("fieldset", ["class": "about"]) { page in
        page.element("legend") { $0.writer.text($0.words.about) }
        page.block("div", ["class": "fields"]) { page in
          page.field("title", page.words.project, head.title, isRequired: true)
          page.field("customer", page.words.customer, head.customer)
          page.field("contact", page.words.contact, head.contact)
          page.field("date", page.words.date, head.date?.description ?? "", type: "date")
        }
      }
    }
  }

  /// A labelled input with an id of its own.
  private mutating func field(
    _ id: String,
    _ label: String,
    _ value: String,
    type: String = "text",
    isRequired: Bool = false
  ) {
    block("div", ["class": "field"]) { page in
      page.element("label", ["for": id]) { page in
        page.writer.text(label)
        if isRequired { page.writer.element("small", text: " (\(page.words.required))") }
      }
      page.writer.open(
        "input",
        [
          "id": id, "type": type, "value": value, "max": type == "date" ? Self.lastDay : "",
          "required": isRequired ? "required" : "", "pattern": isRequired ? ".*\\S.*" : "",
        ]
      )
    }
  }

  /// Browsers accept years of six digits, the format does not.
  static let lastDay = "9999-12-31"

  private mutating func contents() {
    block("nav", ["class": "contents", "aria-labelledby": "contents"]) { page in
      page.element("h2", ["id": "contents"]) { $0.writer.text($0.words.contents) }
      page.block("ol") { page in
        for (index, group) in page.questionnaire.groups.enumerated() {
          page.block("li") { page in
            page.element("a", ["href": "#group-\(index + 1)"]) { $0.writer.text(group.title) }
            page.writer.text(" ")
            page.writer.element("span", ["class": "count", "data-count": "group-\(index + 1)"])
          }
        }
      }
    }
  }

  private mutating func group(_ group: Questionnaire.Group, _ number: Int) {
    block("section", ["id": "group-\(number)"]) { page in
      page.block("h2") { $0.writer.text(group.title) }
      for question in group.questions { page.question(question) }
    }
  }

  private mutating func requirements() {
    block("section", ["id": "further"]) { page in
      page.block("h2") { page in
        page.element("label", ["for": "requirements"]) { $0.writer.text($0.words.requirements) }
      }
      page.block("p", ["id": "requirements-help"]) { $0.writer.text($0.words.requirementsHelp) }
      page.block(
        "textarea",
        ["id": "requirements", "class": "room", "rows": "5", "aria-describedby": "requirements-help"]
      ) { page in
        page.lines(page.questionnaire.head.requirements)
      }
    }
  }

  /// What only works with JavaScript, and shows only then.
  private mutating func tools() {
    block("div", ["class": "tools with-script", "hidden": "hidden", "role": "region", "aria-label": "JSON"]) { page in
      page.element("p", ["class": "progress"]) { page in
        page.writer.element("span", ["id": "progress"])
        page.writer.element("span", ["id": "status", "role": "status"])
      }
      page.element("button", ["type": "button", "id": "load", "class": "quiet"]) { $0.writer.text($0.words.load) }
      page.writer.open(
        "input",
        ["type": "file", "id": "file", "accept": ".json,application/json", "hidden": "hidden"]
      )
      page.element("button", ["type": "button", "id": "save"]) { $0.writer.text($0.words.save) }
    }
  }

  private static func policy(style: String) -> String {
    let (look, script) = (ContentSecurityPolicy.digest(style), ContentSecurityPolicy.digest(QuestionnaireScript.text))
    return "default-src 'none'; style-src \(look); script-src \(script); "
      + "base-uri 'none'; form-action 'none'"
  }
}
