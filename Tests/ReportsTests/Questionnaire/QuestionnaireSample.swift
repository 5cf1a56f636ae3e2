import Diagnostics
import Reports
import RuleCompiler
import RuleModel
import TestSupport

/// A catalogue with a question of every form, hostile texts, and facts that customers must not see.
enum QuestionnaireSample {
  static let pack = #"""
    {
      "groups": [
        { "id": "data", "title": { "en": "Data", "de": "Daten" }, "order": 2 },
        { "id": "business", "title": { "en": "Business <b>goals</b>", "de": "Ziele" }, "order": 1 }
      ],
      "facts": [
        { "id": "biz.rto", "type": "number", "unit": "h", "minimum": 0, "maximum": 720, "group": "business", "order": 2,
          "title": "Recovery", "question": { "en": "How many hours?", "de": "Wie viele Stunden?" } },
        { "id": "biz.live", "type": "date", "group": "business", "order": 3, "question": "When?" },
        { "id": "biz.rank", "type": "choice", "ordered": true, "group": "business", "order": 1,
          "question": { "en": "=HYPERLINK(\"https://evil.example\")", "de": "</legend><script>alert('x')</script>" },
          "help": "-1; =2", "choices": [ { "id": "low", "title": "Low" }, { "id": "high", "title": "\"><img src=x>" } ] },
        { "id": "data.stores", "type": "choices", "group": "data", "order": 1, "title": { "en": "Stores", "de": "Dienste" },
          "question": "Which?", "choices": [ { "id": "none", "title": "None", "exclusive": true },
            { "id": "sql", "title": "SQL" }, { "id": "queue", "title": "Queue", "help": "such as Kafka" } ] },
        { "id": "data.regions", "type": "choices", "group": "data", "order": 2, "question": "Where?",
          "choices": [ { "id": "ch" }, { "id": "eu" } ] },
        { "id": "data.copies", "type": "boolean", "group": "data", "order": 3, "title": "Copies", "question": "Copies?",
          "relevantWhen": { "data.any": true } },
        { "id": "data.size", "type": "number", "group": "data", "order": 4, "question": "How much?",
          "relevantWhen": { "all": [ { "not": { "data.stores": { "includes": "none" } } }, { "biz.rto": { "atMost": 4 } } ] } },
        { "id": "data.hidden", "type": "boolean", "group": "data", "question": "Is this deal worth it?",
          "audience": "internal" },
        { "id": "data.shown", "type": "boolean", "group": "data", "order": 5, "question": "Fine?",
          "relevantWhen": { "any": [ { "data.hidden": true }, { "data.copies": true } ] },
          "help": { "en": "secret help", "audience": "internal" } },
        { "id": "loose", "type": "boolean", "question": "Loose?" },
        { "id": "data.any", "type": "boolean", "title": "Any store",
          "derive": { "when": { "data.stores": { "includesAny": ["sql", "queue"] } } } }
      ]
    }
    """#

  static let profile = #"""
    {
      "format": 1, "title": "Portal <1>", "customer": { "name": "Muster AG", "contact": "A. Muster" },
      "date": "2026-11-20", "author": "house", "weights": {},
      "answers": {
        "biz.rank": "high", "biz.rto": { "from": 2, "to": 4.5 }, "biz.live": "2027-03-01",
        "data.stores": ["sql", "queue"], "data.regions": [], "data.copies": false, "data.size": null,
        "data.hidden": true
      },
      "notes": {
        "biz.rto": "@measured last year",
        "biz.live": { "text": "they bluff", "audience": "internal" },
        "data.stores": { "text": { "en": "secret", "audience": "internal" } }
      },
      "requirements": [ { "text": "mainframe" }, { "text": { "en": "secret need", "audience": "internal" } } ]
    }
    """#

  static func blank(_ language: Language = .en) throws -> Questionnaire {
    Questionnaire(try compiled(pack).catalogue, language: language)
  }

  static func filled(_ language: Language = .en) throws -> Questionnaire {
    let rules = try compiled(pack)
    let (profile, log) = try rules.profile(parsed(profile))
    if log.hasErrors { throw UnexpectedProblems(log) }
    return Questionnaire(rules.catalogue, language: language, prefilled: profile)
  }
}
