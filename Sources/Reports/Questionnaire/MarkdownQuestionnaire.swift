import RuleModel

/// Renders a questionnaire as Markdown for GitHub and GitLab, with a box for every possible answer.
///
/// No text of a pack or profile can add a link, a picture, a heading or a list of its own.
package struct MarkdownQuestionnaire {
  private var lines: [String] = []
  private let words: QuestionnaireWords

  /// The whole file. Equal questionnaires give equal bytes.
  package static func render(_ questionnaire: Questionnaire) -> String {
    var page = MarkdownQuestionnaire(words: QuestionnaireWords(language: questionnaire.language))
    page.head(questionnaire)
    for group in questionnaire.groups {
      page.add("## " + page.text(group.title))
      for question in group.questions { page.question(question) }
    }
    page.add("## " + page.words.requirements)
    page.add(page.words.requirementsHelp)
    page.add((questionnaire.head.requirements + [""]).map { "- " + (page.filled($0)) })
    page.add(["---", "", page.text(page.words.origin(questionnaire.origin))])
    return page.lines.joined(separator: "\n") + "\n"
  }

  private init(words: QuestionnaireWords) { self.words = words }

  private mutating func add(_ block: [String]) {
    if !lines.isEmpty { lines.append("") }
    lines += block
  }

  private mutating func add(_ line: String) { add([line]) }

  private func text(_ text: String) -> String { MarkdownText.escaped(text.trimmed) }

  /// The text, or room to write where there is none.
  private func filled(_ text: String) -> String {
    text.trimmed.isEmpty ? String(repeating: "…", count: 12) : self.text(text)
  }

  private mutating func head(_ questionnaire: Questionnaire) {
    let head = questionnaire.head
    add("# " + words.title)
    add(words.size(questionnaire.questions.count, questionnaire.groups.count))
    add(words.introduction)
    add([
      "- **\(words.project)** " + filled(head.title),
      "- **\(words.customer)** " + filled(head.customer),
      "- **\(words.contact)** " + filled(head.contact),
      "- **\(words.date)** " + filled(head.date?.description ?? ""),
    ])
  }

  private mutating func question(_ question: Questionnaire.Question) {
    add("**\(question.number).** **" + text(question.text) + "** " + MarkdownText.code(question.id, inTable: false))
    if let condition = question.condition { add(MarkdownText.wrapped(condition, in: "_")) }
    if let help = question.help { add(text(help)) }
    add(boxes(of: question))
    add("\(words.note): " + filled(question.note))
  }

  private func boxes(of question: Questionnaire.Question) -> [String] {
    func box(_ isTicked: Bool, _ text: String) -> String { "- [\(isTicked ? "x" : " ")] " + text }
    let unknown = box(question.answer == .unknown, words.notKnown)
    switch question.form {
    case .yesOrNo:
      return [
        box(question.answer == .known(.boolean(true)), words.yes),
        box(question.answer == .known(.boolean(false)), words.no), unknown,
      ]
    case .one(let choices), .several(let choices):
      let boxes = choices.map { choice in
        let help = choice.help.map { " – " + text($0) } ?? ""
        return box(question.answer.holds(choice: choice.id), text(choice.title) + help)
      }
      let none = box(question.answer == .known(.choices([])), words.noneOfThese)
      return boxes + (question.form.offersNone ? [none] : []) + [unknown]
    case .number(let domain):
      let unit = domain.unit.map { " " + text($0) } ?? ""
      let bounds = words.bounds(domain) { plain($0) }.map { " (\(text($0)))" } ?? ""
      return ["- \(words.answer): " + filled(value(question)) + unit + bounds, unknown]
    case .date:
      return ["- \(words.answer): " + filled(value(question)) + " (\(words.dayFormat))", unknown]
    }
  }

  /// A number, range or day that is known already.
  private func value(_ question: Questionnaire.Question) -> String {
    guard case .known(.number(let from, let to)) = question.answer else { return "" }
    if question.form == .date { return CalendarDate(days: Int(from)).description }
    return from == to ? plain(from) : "\(plain(from)) \(words.to) \(plain(to))"
  }
}
