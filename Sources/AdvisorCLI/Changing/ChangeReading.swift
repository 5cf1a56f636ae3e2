import Diagnostics
import Reports
import RuleCompiler
import RuleModel

/// Reads changes of a profile from words of the command line: `biz.availability=99.9`, `weight.cost=3`.
///
/// What is typed is read as the interview reads it, and then resolved as if it stood in a profile, so that both say the
/// same about what does not fit.
struct ChangeReading {
  private let catalogue: Catalogue
  private let say: Phrasing
  private let file: SourceFile
  private var log = DiagnosticLog()
  private var written = Profile(title: "")
  /// In the order of the words; entries that take something out, or the place of what is to be resolved.
  private var removals: [ProfileEntry] = []
  private var keys: Set<String> = []

  private init(_ words: [String], _ catalogue: Catalogue, _ say: Phrasing) {
    self.catalogue = catalogue
    self.say = say
    // A line break within a word would shift the places of those behind it.
    let lines = words.map { String($0.map { $0.isNewline ? " " : $0 }) }
    file = SourceFile(name: "the command line", text: lines.joined(separator: "\n"))
    var offset = 0
    for line in lines {
      read(line, at: offset)
      offset += line.utf8.count + 1
    }
  }

  /// The changes, or nil after reporting every mistake in them.
  static func entries(
    _ words: [String],
    _ catalogue: Catalogue,
    _ say: Phrasing,
    into log: inout DiagnosticLog
  ) -> [ProfileEntry]? {
    var reading = ChangeReading(words, catalogue, say)
    let entries = reading.resolved()
    log.append(contentsOf: reading.log)
    return reading.log.hasErrors ? nil : entries
  }

  /// The place of a change, for what is found out about it later.
  static func span(of id: String, in words: [String]) -> SourceSpan? {
    let file = SourceFile(name: "the command line", text: words.joined(separator: "\n"))
    var offset = 0
    for word in words {
      if word.hasPrefix(id + "=") { return SourceSpan(file: file, range: offset..<offset + id.utf8.count) }
      offset += word.utf8.count + 1
    }
    return nil
  }

  private mutating func resolved() -> [ProfileEntry] {
    let linked = link(written, with: catalogue, isStrict: true, into: &log)
    if log.hasErrors { return [] }
    let answers = catalogue.facts.map(\.id).filter { linked.answers[$0] != nil || linked.askedUnknown.contains($0) }
    let weights = catalogue.criteria.map(\.id).filter { linked.weights[$0] != nil }
    let decided = catalogue.decisions.map(\.id).filter { linked.decided[$0] != nil }
    let subjects: [ProfileEntry.Subject] =
      answers.map { .fact($0) } + weights.map { .weight($0) } + decided.map { .decision($0) }
      + linked.clarified.map { .clarification(rule: $0.rule.id, option: $0.option.id) }
    let taken = Set(removals.map(\.subject))
    return subjects.filter { !taken.contains($0) }.map { linked.entry($0) } + removals
  }

  // MARK: Words

  private mutating func read(_ word: String, at offset: Int) {
    guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
      log.error(
        "change-without-value",
        "\(quoted(word)) says no value",
        at: span(offset, word),
        help: "write FACT=VALUE, or FACT=? for what is not known"
      )
      return
    }
    let key = String(word[..<sign])
    let value = String(word[word.index(after: sign)...])
    let place = offset + key.utf8.count + 1
    if !keys.insert(key).inserted {
      log.error("repeated-change", "\(quoted(key)) is changed twice", at: span(offset, key), help: "keep one of them")
      return
    }
    let name = Name(key, at: span(offset, key))
    if catalogue.fact(key) == nil, let dot = key.firstIndex(of: ".") {
      let rest = String(key[key.index(after: dot)...])
      let inner = Name(rest, at: span(offset + key.utf8.count - rest.utf8.count, rest))
      switch key[..<dot] {
      case "weight": return weight(inner, value, place)
      case "decided": return decided(inner, value, place)
      case "clarified": return clarified(inner, value, place)
      default: break
      }
    }
    answer(name, value, place)
  }

  private func span(_ offset: Int, _ text: String) -> SourceSpan {
    SourceSpan(file: file, range: offset..<offset + text.utf8.count)
  }

  private mutating func answer(_ name: Name, _ text: String, _ place: Int) {
    let span = span(place, text)
    guard let fact = catalogue.fact(name.id) else {
      reportUnknown(name)
      return
    }
    if let answer = AnswerWords(fact.fact, say).answer(text, at: span, into: &log) {
      written.answers.append(ProfileAnswer(fact: name, answer: answer))
    }
    if text.isEmpty { removals.append(.answer(fact: name.id, .notAsked)) }
  }

  private mutating func reportUnknown(_ name: Name) {
    let known = catalogue.questionnaire.flatMap(\.facts).map(\.id)
    // Whoever leaves out the group, or takes another one, means the rest.
    func rest(_ id: String) -> Substring { id.split(separator: ".", maxSplits: 1).last ?? "" }
    let alike = known.filter { rest($0) == rest(name.id) }
    let meant = nearest(name.id, in: known) ?? (alike.count == 1 ? alike[0] : nil)
    log.error(
      "unknown-fact",
      "fact \(quoted(name.id)) is not defined in any loaded pack",
      at: name.span,
      help: meant.map { "did you mean '\($0)'?" } ?? "'advisor questions -o questions.md' writes all of them"
    )
  }

  private mutating func weight(_ name: Name, _ text: String, _ place: Int) {
    if isOpen(text) {
      written.weights.append((criterion: name, weight: 1))
      removals.append(.weight(criterion: name.id, nil))
      return
    }
    guard case .range(let from, let to) = NumberReading(text, unit: nil), from == to, from >= 0,
      from <= Criterion.largestWeight
    else {
      log.error(
        "unreadable-change",
        "a weight is a number from 0 to \(plain(Criterion.largestWeight)), not \(quoted(text))",
        at: span(place, text),
        help: "weights count in proportion to each other: twice the number is twice the weight"
      )
      return
    }
    written.weights.append((criterion: name, weight: from))
  }

  private mutating func decided(_ name: Name, _ text: String, _ place: Int) {
    guard isOpen(text) else {
      let option = Name(text, at: span(place, text))
      written.decided.append(Profile.DecidedOption(decision: name, option: option, by: nil, because: nil))
      return
    }
    if let decision = catalogue.decision(name.id) {
      removals.append(.decided(decision: decision.id, option: nil))
    } else {
      // Reported when it is resolved.
      written.decided.append(Profile.DecidedOption(decision: name, option: name, by: nil, because: nil))
    }
  }

  /// `RULE/OPTION`.
  private mutating func clarified(_ name: Name, _ text: String, _ place: Int) {
    let parts = name.id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      log.error(
        "unreadable-change",
        "what was clarified is named by rule and option",
        at: name.span,
        help: "write clarified.RULE/OPTION=yes, or no, or ? for what is still open"
      )
      return
    }
    let holds = ["yes", "ja", "true", "y", "j"].contains(text.lowercased())
    guard holds || isOpen(text) || ["no", "nein", "false", "n"].contains(text.lowercased()) else {
      log.error(
        "unreadable-change",
        "what was clarified holds or not: yes or no, not \(quoted(text))",
        at: span(place, text),
        help: "write yes, no, or ? for what is still open"
      )
      return
    }
    let (rule, option) = (Name(parts[0], at: name.span), Name(parts[1], at: name.span))
    written.clarified.append(Profile.Clarification(rule: rule, option: option, holds: holds, note: nil))
    if isOpen(text) { removals.append(.clarified(rule: parts[0], option: parts[1], nil)) }
  }

  private func isOpen(_ text: String) -> Bool { text.isEmpty || text == "?" }
}
