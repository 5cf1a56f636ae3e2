import Assessing
import Diagnostics
import Reports
import RuleCompiler
import RuleModel

extension InterviewDriver {
  // MARK: Back

  mutating func goBack(from fact: Int) -> Reaction {
    while let last = visited.popLast() {
      guard last != fact, sheet[fact: last] != nil else { continue }
      requested = last
      return .goOn
    }
    talk.say(say(en: "There is no question before this one.", de: "Davor gibt es keine Frage."))
    return .stay
  }

  /// Takes back the last thing saved in this run; an answer is asked for again.
  mutating func undo() -> Reaction {
    guard let turn = turns.last else {
      talk.say(say(en: "Nothing has been saved in this run.", de: "In diesem Lauf ist noch nichts gespeichert."))
      return .stay
    }
    let before = assessment
    guard write(turn.inverse) != nil else { return .stay }
    turns.removeLast()
    if visited.last == turn.fact { visited.removeLast() }
    let title = say.title(of: catalogue.facts[turn.fact].fact)
    talk.say(say(en: "Taken back: \(title).", de: "Zurückgenommen: \(title)."), .good)
    tell(from: before)
    if turn.isAnswer { course.secondsUsed = max(0, course.secondsUsed - (sheet[fact: turn.fact]?.seconds ?? 0)) }
    requested = turn.fact
    return .goOn
  }

  // MARK: Another question

  private static let mostHits = 9

  mutating func change(_ words: String) -> Reaction {
    guard !words.isEmpty else {
      talk.say(
        say(
          en: "Which one? Type change and words of the question, for example: change memory",
          de: "Welche? Tippen Sie ändern und Wörter der Frage, zum Beispiel: ändern Speicher"
        )
      )
      return .stay
    }
    let hits = questions(matching: words)
    switch hits.count {
    case 0:
      let near = nearest(words, in: sheet.questions.map(\.id)).map {
        say(en: " Did you mean \($0)?", de: " Meinten Sie \($0)?")
      }
      talk.say(say(en: "No question has \(quoted(words)).", de: "Keine Frage enthält \(quoted(words)).") + (near ?? ""))
      return .stay
    case 1: return go(to: hits[0])
    case ...Self.mostHits: return choose(among: hits)
    default:
      talk.say(
        say(
          en: "\(hits.count) questions have \(quoted(words)); please give more words.",
          de: "\(hits.count) Fragen enthalten \(quoted(words)); bitte genauer."
        )
      )
      return .stay
    }
  }

  /// The question with this id, else those that hold all the words in id, title or question.
  private func questions(matching words: String) -> [QuestionSheet.Question] {
    let wanted = words.lowercased()
    if let whole = sheet.questions.first(where: { $0.id.lowercased() == wanted }) { return [whole] }
    let parts = wanted.split(separator: " ")
    return sheet.questions.filter { question in
      let fact = catalogue.facts[question.fact].fact
      let text = [question.id, say.shown(fact.title), say.shown(fact.question)].compactMap { $0 }
        .joined(separator: " ").lowercased()
      return parts.allSatisfy { text.contains($0) }
    }
  }

  private mutating func choose(among hits: [QuestionSheet.Question]) -> Reaction {
    talk.say { screen in
      for (index, hit) in hits.enumerated() {
        let answer = soFar(hit.fact) ?? say(en: "not asked", de: "nicht gefragt")
        screen.paragraph(
          "\(say.title(of: catalogue.facts[hit.fact].fact)): \(answer)",
          prefix: "\(index + 1)".rightAligned(3) + "  "
        )
      }
    }
    while true {
      switch talk.ask(say(en: "Number, or Enter for none:", de: "Nummer, oder Eingabetaste für keine:")) {
      case .end: return .leave
      case .empty: return .stay
      case .text(let text):
        if let number = Int(text), hits.indices.contains(number - 1) { return go(to: hits[number - 1]) }
        if InterviewWord(text) == .quit { return .leave }
        talk.say(say(en: "A number from 1 to \(hits.count), please.", de: "Bitte eine Nummer von 1 bis \(hits.count)."))
      case .unusable: continue
      }
    }
  }

  private mutating func go(to question: QuestionSheet.Question) -> Reaction {
    if question.standing == .notApplicable {
      let reason = catalogue.facts[question.fact].relevance.map { say.condition($0) } ?? ""
      talk.say(
        say(
          en: "That question does not apply at present. It is asked only if: \(reason).",
          de: "Diese Frage trifft zurzeit nicht zu. Sie wird nur gestellt, wenn: \(reason)."
        )
      )
      return .stay
    }
    requested = question.fact
    return .goOn
  }

  // MARK: Another group

  mutating func goTo(group words: String) -> Reaction {
    let groups = catalogue.questionnaire.indices.filter { place in sheet.questions.contains { $0.group == place } }
    if words.isEmpty {
      list(groups)
      return .stay
    }
    let wanted = words.lowercased()
    let hits = groups.indices.filter { index in
      let id = catalogue.questionnaire[groups[index]].group?.id ?? ""
      return Int(wanted) == index + 1 || title(ofGroup: groups[index]).lowercased().hasPrefix(wanted)
        || id.lowercased().hasPrefix(wanted)
    }
    guard hits.count == 1 else {
      talk.say(
        hits.isEmpty
          ? say(en: "No topic begins with \(quoted(words)):", de: "Kein Thema beginnt mit \(quoted(words)):")
          : say(en: "Several topics begin with \(quoted(words)):", de: "Mehrere Themen beginnen mit \(quoted(words)):")
      )
      list(groups)
      return .stay
    }
    course.wish = groups[hits[0]]
    return .goOn
  }

  private func list(_ groups: [Int]) {
    talk.say { screen in
      for (index, place) in groups.enumerated() {
        let own = sheet.questions.filter { $0.group == place }
        let (open, telling) = (own.count { $0.standing == .open }, own.count(where: \.isWorthAsking))
        screen.paragraph(
          say(
            en: "\(title(ofGroup: place)): \(open) open, \(telling) can change the outcome",
            de: "\(title(ofGroup: place)): \(open) offen, \(telling) können das Ergebnis ändern"
          ),
          prefix: "\(index + 1)".rightAligned(3) + "  "
        )
      }
    }
  }

  // MARK: Notes

  mutating func keep(note words: String, _ fact: Int, _ linked: LinkedFact) -> Reaction {
    guard !words.isEmpty else {
      let old = note(to: linked.id).map { say(en: "The note so far: \($0)", de: "Die Notiz bisher: \($0)") }
      let way = say(
        en: "Type note and the text. It may reach the customer, unless it begins with internal:",
        de: "Tippen Sie notiz und den Text. Er kann den Kunden erreichen, ausser er beginnt mit intern:"
      )
      talk.say([old, way].compactMap { $0 }.joined(separator: " "))
      return .stay
    }
    let old = profileNote(to: linked.id)
    let changes = ProfileFile.note(linked.fact, words, replacing: old)
    guard save(changes, fact, isAnswer: false) else { return .stay }
    let isInternal = profileNote(to: linked.id)?.audience == .internal
    talk.say(
      isInternal
        ? say(en: "Note saved, for the house only.", de: "Notiz gespeichert, nur fürs Haus.")
        : say(en: "Note saved; it may reach the customer.", de: "Notiz gespeichert; sie kann den Kunden erreichen."),
      .good
    )
    if old != nil {
      talk.say(
        say(
          en: "It replaces the one before; undo brings that back.",
          de: "Sie ersetzt die frühere; rückgängig holt jene zurück."
        )
      )
    }
    return .stay
  }
}
