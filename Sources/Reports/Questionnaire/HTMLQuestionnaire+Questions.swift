import RuleModel

extension HTMLQuestionnaire {
  /// An element whose content is rendered by this page.
  mutating func element(
    _ name: StaticString,
    _ attributes: HTMLWriter.Attributes = [:],
    _ content: (inout HTMLQuestionnaire) -> Void
  ) {
    writer.open(name, attributes)
    content(&self)
    writer.close(name)
  }

  /// The same, followed by a line break in the source.
  mutating func block(
    _ name: StaticString,
    _ attributes: HTMLWriter.Attributes = [:],
    _ content: (inout HTMLQuestionnaire) -> Void
  ) {
    element(name, attributes, content)
    writer.line()
  }

  /// Texts on lines of their own. A text area keeps line breaks; a first empty one would be dropped.
  mutating func lines(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { writer.line() }
      writer.text(text.trimmed)
    }
  }

  /// A question with its answers. The script finds it by `data-fact`, and its parts by `data-role`.
  mutating func question(_ question: Questionnaire.Question) {
    let name = "q\(question.number)"
    let described = [question.condition.map { _ in "\(name)-when" }, question.help.map { _ in "\(name)-help" }]
    block(
      "fieldset",
      [
        "id": "q-" + question.id, "class": "question", "data-fact": question.id, "data-type": question.form.type,
        "aria-describedby": described.compactMap { $0 }.joined(separator: " "),
      ]
    ) { page in
      page.block("legend") { page in
        page.writer.element("span", ["class": "number"], text: "\(question.number).")
        page.writer.text(" " + question.text)
      }
      if let condition = question.condition {
        page.block("p", ["class": "when", "id": "\(name)-when"]) { $0.writer.text(condition) }
      }
      if let help = question.help {
        page.block("p", ["class": "help", "id": "\(name)-help"]) { $0.writer.text(help) }
      }
      page.answers(question, name)
      page.note(question, name)
    }
  }

  private mutating func answers(_ question: Questionnaire.Question, _ name: String) {
    block("div", ["class": "answers"]) { page in
      switch question.form {
      case .yesOrNo:
        for (value, title) in [(true, page.words.yes), (false, page.words.no)] {
          let isTicked = question.answer == .known(.boolean(value))
          page.box(Box(.radio, name, value: value ? "true" : "false", isTicked: isTicked, title: title))
        }
      case .one(let choices):
        for choice in choices { page.box(Box(.radio, name, choice, question.answer)) }
      case .several(let choices):
        for choice in choices { page.box(Box(.checkbox, name, choice, question.answer)) }
        if question.form.offersNone {
          let isTicked = question.answer == .known(.choices([]))
          page.box(Box(.checkbox, role: "none", isExclusive: true, isTicked: isTicked, title: page.words.noneOfThese))
        }
      case .number(let domain): page.number(domain, question, name)
      case .date: page.date(question)
      }
      page.box(Box(.checkbox, role: "unknown", isTicked: question.answer == .unknown, title: page.words.notKnown))
    }
  }

  /// A box with its label.
  private mutating func box(_ box: Box) {
    block("label", ["class": "option \(box.role)"]) { page in
      page.writer.open(
        "input",
        [
          "type": box.kind.rawValue, "name": box.name, "value": box.value, "data-role": box.role,
          "data-exclusive": box.isExclusive ? "true" : "", "checked": box.isTicked ? "checked" : "",
        ]
      )
      page.element("span") { page in
        page.writer.text(box.title)
        if let help = box.help { page.writer.element("small", text: " " + help) }
      }
    }
  }

  private mutating func number(_ domain: Fact.NumberDomain, _ question: Questionnaire.Question, _ name: String) {
    var (from, to) = ("", "")
    if case .known(.number(let lower, let upper)) = question.answer {
      from = plain(lower)
      to = lower == upper ? "" : plain(upper)
    }
    let steps = domain.isInteger && domain.minimum.map { $0 == $0.rounded() } ?? true
    func attributes(_ value: String, _ role: String, _ label: String) -> HTMLWriter.Attributes {
      [
        "type": "number", "inputmode": steps ? "numeric" : "decimal", "step": steps ? "1" : "any",
        "min": domain.minimum.map { plain($0) } ?? "", "max": domain.maximum.map { plain($0) } ?? "",
        "value": value, "data-role": role, "aria-label": label,
        "aria-describedby": name + "-allowed",
      ]
    }
    block("div", ["class": "quantity"]) { page in
      page.writer.open("input", attributes(from, "from", page.words.from))
      page.writer.element("span", ["aria-hidden": "true"], text: " \(page.words.to) ")
      page.writer.open("input", attributes(to, "to", page.words.upperEnd))
      if let unit = domain.unit { page.writer.element("span", ["class": "unit"], text: " " + unit) }
      let allowed = [
        page.words.rangeAllowed, page.words.bounds(domain) { plain($0) },
        domain.isInteger ? page.words.wholeNumber : nil,
      ]
      page.writer.element(
        "small",
        ["id": name + "-allowed", "class": "allowed"],
        text: allowed.compactMap { $0 }.joined(separator: ", ")
      )
    }
  }

  private mutating func date(_ question: Questionnaire.Question) {
    var value = ""
    if case .known(.number(let day, _)) = question.answer { value = CalendarDate(days: Int(day)).description }
    block("div", ["class": "quantity"]) { page in
      page.writer.open(
        "input",
        ["type": "date", "max": Self.lastDay, "value": value, "data-role": "from", "aria-label": page.words.date]
      )
    }
  }

  private mutating func note(_ question: Questionnaire.Question, _ name: String) {
    block("div", ["class": "after"]) { page in
      page.element("details", ["class": "note", "open": question.note.isEmpty ? "" : "open"]) { page in
        page.element("summary") { $0.writer.text($0.words.note) }
        page.element(
          "textarea",
          ["class": "room", "rows": "2", "data-role": "note", "aria-label": "\(page.words.note) \(question.number)"]
        ) { page in
          page.lines([question.note])
        }
      }
      page.writer.element(
        "button",
        ["type": "button", "class": "quiet", "data-role": "clear", "hidden": "hidden"],
        text: page.words.clear
      )
    }
  }
}

/// One box that can be ticked.
private struct Box {
  enum Kind: String {
    case radio
    case checkbox
  }

  let kind: Kind
  /// Boxes of one name exclude each other if they are radio buttons.
  let name: String
  let value: String
  /// What the script takes it for: "option", "none" or "unknown".
  let role: String
  let isExclusive: Bool
  let isTicked: Bool
  let title: String
  let help: String?

  init(
    _ kind: Kind,
    _ name: String = "",
    value: String = "",
    role: String = "option",
    isExclusive: Bool = false,
    isTicked: Bool,
    title: String,
    help: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.value = value
    self.role = role
    self.isExclusive = isExclusive
    self.isTicked = isTicked
    self.title = title
    self.help = help
  }

  init(_ kind: Kind, _ name: String, _ choice: Questionnaire.Choice, _ answer: Questionnaire.Answer) {
    self.init(
      kind,
      name,
      value: choice.id,
      isExclusive: kind == .checkbox && choice.isExclusive,
      isTicked: answer.holds(choice: choice.id),
      title: choice.title,
      help: choice.help
    )
  }
}
