import Diagnostics
import RuleModel

extension Check {
  /// A word that promises something in a text for customers.
  package static let promiseWord = Check(
    code: "promise-word",
    summary: "a text for customers promises something that no contract stands behind",
    rationale: """
      "Guaranteed", "compliant", "certified", "secure" are promises in the mouth of an advisor, and may be held against the \
      house. They may stand where a source of the item is contractual ("contractual": true), where the rule says under \
      'accepted' why, or where the item says so: "x-accepted-words": "why". Questions, what a customer demands, what is \
      denied, and proper names ("Guaranteed Availability") are no promises.
      """,
    fires: [
      """
      { "decisions": [ { "id": "platform" } ],
        "options": [ { "id": «"cloud"», "decision": "platform",
                       "summary": { "en": "The platform is certified and always up.", "de": "Die Plattform läuft." } } ] }
      """,
      """
      { "decisions": [ { "id": "platform" } ],
        "options": [ { "id": «"cloud"», "decision": "platform", "summary": { "en": "It runs.", "de": "Der Betrieb ist DSG-konform." } } ] }
      """,
      """
      { "decisions": [ { "id": "platform" } ],
        "options": [ { "id": «"cloud"», "decision": "platform",
                       "summary": { "en": "The move is risk-free.", "de": "Die Zertifizierung ISO 27001 deckt den Betrieb." } } ] }
      """,
    ],
    silent: [
      """
      { "sources": [ { "id": "SLA", "status": "stated", "contractual": true } ],
        "facts": [ { "id": "sla", "type": "boolean" } ],
        "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform", "summary": "You need a certified data centre; is it certified? That is not guaranteed." },
                     { "id": "own", "decision": "platform", "summary": "Covered by the service level Guaranteed Availability." } ],
        "rules": [ { "id": "r", "when": { "sla": true }, "notes": [ { "text": "99.9 % are guaranteed." } ], "sources": [ "SLA" ] } ] }
      """
    ],
    find: { packs in
      packTexts(of: packs.catalogue).filter { text in
        text.isOfThePacks && text.text.audience == .customer && text.accepted == nil
          && text.header?.remarks["x-accepted-words"] == nil
          && !text.sources.contains { packs.catalogue.source($0.id)?.isContractual == true }
      }.flatMap { text in
        text.text.translations.compactMap { translation -> Diagnostic? in
          guard
            let word = promise(
              in: translation.text,
              isGerman: translation.language.hasPrefix("de"),
              isTitle: text.what.hasPrefix("the title")
            )
          else {
            return nil
          }
          return Diagnostic(
            .warning,
            code: "promise-word",
            "\(text.what) promises something: \(quoted(word))",
            at: text.span,
            help:
              "say what is done instead, cite a contractual source, or say why it may stand: \"x-accepted-words\": \"…\""
          )
        }
      }
    }
  )

  private static let promises: Set<String> = [
    "guarantee", "guarantees", "guaranteed", "compliant", "compliance", "certified", "certification", "certifications",
    "secure", "riskless",
    "garantie", "garantiert", "garantieren", "garantierte", "garantierten", "garantierter", "garantiertes",
    "garantiertem",
    "konform", "konforme", "konformem", "konformen", "konformer", "konformes", "gesetzeskonform",
    "rechtskonform", "konformität",
    "zertifiziert", "zertifizierte", "zertifiziertem", "zertifizierten", "zertifizierter", "zertifiziertes",
    "zertifizierung", "zertifizierungen",
    "sicher", "sichere", "sicherem", "sicheren", "sicherer", "sicheres", "ausfallsicher", "rechtssicher", "risikofrei",
    "risikofreie", "risikofreiem", "risikofreien", "risikofreier", "risikofreies", "risikolos",
  ]
  /// Promises of two words, also with a hyphen between them.
  private static let pairs: Set<[String]> = [["risk", "free"], ["fail", "safe"]]
  /// Words that promise something in a sentence, and name a topic in a title or in front of some nouns.
  private static let topics: Set<String> = [
    "compliance", "certification", "certifications", "zertifizierung", "zertifizierungen", "konformität",
  ]
  private static let topicNouns: Set<String> = [
    "scan", "scans", "scanner", "authority", "authorities", "report", "reports", "officer", "team", "requirements",
    "berichte", "anforderungen",
  ]
  /// German nouns have capitals anyway, so that no proper name can be told by them.
  private static let germanNouns: Set<String> = ["garantie", "konformität", "zertifizierung", "zertifizierungen"]
  private static let englishAdjectives: Set<String> = ["guaranteed", "certified", "secure", "compliant"]
  private static let denials: Set<String> = [
    "not", "no", "never", "without", "neither", "nor", "cannot", "none",
    "nicht", "nie", "ohne", "weder", "kein", "keine", "keinen", "keiner", "keines", "keinem", "nichts",
  ]
  /// A sentence with one of these tells what a customer demands, or asks.
  private static let demands: Set<String> = [
    "need", "needs", "require", "requires", "required", "demand", "demands", "want", "wants", "must", "whether",
    "if",
    "should", "clarify", "confirm", "check", "expect", "expects",
    "brauchen", "braucht", "verlangen", "verlangt", "fordern", "fordert", "wünschen", "wollen", "muss", "müssen",
    "ob",
    "wenn", "falls", "soll", "sollen", "klären", "prüfen", "erwarten",
  ]

  /// The first word that promises something; nil if there is none.
  static func promise(in text: String, isGerman: Bool = false, isTitle: Bool = false) -> String? {
    for sentence in sentences(of: text) where !sentence.isQuestion {
      let words = sentence.words
      let lower = words.map { $0.lowercased() }
      if lower.contains(where: { demands.contains($0) }) { continue }
      for (place, word) in lower.enumerated() {
        let isPair = place + 1 < lower.count && pairs.contains([word, lower[place + 1]])
        guard promises.contains(word) || isPair else { continue }
        // A title like "Security and compliance" names a topic, and so does "compliance scans".
        let next = place + 1 < words.count ? lower[place + 1] : ""
        if topics.contains(word), isTitle || topicNouns.contains(next) { continue }
        let around = lower[max(0, place - 4)..<min(lower.count, place + 4)]
        if around.contains(where: { denials.contains($0) }) { continue }
        // A proper name: capitals here and behind, as in "Guaranteed Availability". A German sentence begins like one.
        let follower = place + 1 < words.count ? words[place + 1] : ""
        let mayBegin = isGerman && (place == 0 && !englishAdjectives.contains(word) || germanNouns.contains(word))
        if words[place].first?.isUppercase == true, follower.first?.isUppercase == true, !mayBegin { continue }
        return isPair ? "\(words[place])-\(words[place + 1])" : words[place]
      }
    }
    return nil
  }

  private static func sentences(of text: String) -> [(words: [String], isQuestion: Bool)] {
    var found: [(words: [String], isQuestion: Bool)] = []
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      switch character {
      case _ where character.isLetter || character == "’" || character == "'": word.append(character)
      case "." where place + 1 < characters.count && characters[place + 1].isNumber: endWord()
      case ".", "!", "?", ";", ":":
        endWord()
        if !words.isEmpty { found.append((words, character == "?")) }
        words = []
      default: endWord()
      }
    }
    endWord()
    if !words.isEmpty { found.append((words, false)) }
    return found
  }
}
