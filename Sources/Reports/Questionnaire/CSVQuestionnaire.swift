import RuleModel

/// Renders a questionnaire as a table for spreadsheets, one question a record, the columns named in English in every
/// language: `group,id,question,help,type,allowed,unit,answer,note`.
///
/// `type` is that of the fact. `allowed` lists ids with their titles (`true: Yes; false: No; ?: Not known`) or an
/// interval; `answer` holds an id, ids separated by semicolons (`[]` for none of them), a number, a range (`16 … 64`),
/// a day (`2026-11-21`), or `?` for not known.
package enum CSVQuestionnaire {
  /// The whole file, as RFC 4180 has it, without byte order mark. Equal questionnaires give equal bytes.
  package static func render(_ questionnaire: Questionnaire) -> String {
    let words = QuestionnaireWords(language: questionnaire.language)
    var file = CSVText.record(["group", "id", "question", "help", "type", "allowed", "unit", "answer", "note"])
    for group in questionnaire.groups {
      for question in group.questions {
        let help = [question.condition, question.help].compactMap { $0 }.joined(separator: " ")
        file += CSVText.record([
          group.title, question.id, question.text, help, question.form.type, allowed(question.form, words),
          question.form.unit ?? "", answer(question.answer, question.form), question.note,
        ])
      }
    }
    return file
  }

  private static func allowed(_ form: Questionnaire.Form, _ words: QuestionnaireWords) -> String {
    let unknown = "?: \(words.notKnown)"
    func list(_ choices: [Questionnaire.Choice]) -> [String] { choices.map { "\($0.id): \($0.title)" } }
    let values: [String] =
      switch form {
      case .yesOrNo: ["true: \(words.yes)", "false: \(words.no)"]
      case .one(let choices): list(choices)
      case .several(let choices): list(choices) + (form.offersNone ? ["[]: \(words.noneOfThese)"] : [])
      case .number(let domain): [words.bounds(domain) { plain($0) }].compactMap { $0 }
      case .date: [words.dayFormat]
      }
    return (values + [unknown]).joined(separator: "; ")
  }

  private static func answer(_ answer: Questionnaire.Answer, _ form: Questionnaire.Form) -> String {
    switch answer {
    case .open: return ""
    case .unknown: return "?"
    case .known(.boolean(let flag)): return flag ? "true" : "false"
    case .known(.choice(let id)): return id
    case .known(.choices(let ids)): return ids.isEmpty ? "[]" : ids.sorted(by: idPrecedes).joined(separator: "; ")
    case .known(.number(let from, let to)):
      if case .date = form { return CalendarDate(days: Int(from)).description }
      return from == to ? plain(from) : "\(plain(from)) … \(plain(to))"
    }
  }
}

extension Questionnaire.Form {
  /// The word of the format for the type of the fact.
  var type: String {
    switch self {
    case .yesOrNo: "boolean"
    case .one: "choice"
    case .several: "choices"
    case .number: "number"
    case .date: "date"
    }
  }

  var unit: String? {
    guard case .number(let domain) = self else { return nil }
    return domain.unit
  }
}
