import Reports
import RuleCompiler
import RuleModel
import TestSupport
import Testing

@Suite struct QuestionnaireTests {
  @Test func asksByGroupThenOrderThenIDAndNumbersThrough() throws {
    let questionnaire = try QuestionnaireSample.blank()
    #expect(questionnaire.groups.map(\.title) == ["Business <b>goals</b>", "Data", "Further questions"])
    #expect(
      questionnaire.questions.map(\.id) == [
        "biz.rank", "biz.rto", "biz.live", "data.stores", "data.regions", "data.copies", "data.size", "data.shown",
        "loose",
      ]
    )
    #expect(questionnaire.questions.map(\.number) == Array(1...9))
    #expect(questionnaire.origin == ["test 1.0.0"])
  }

  @Test func leavesDerivedFactsAndInternalFactsOut() throws {
    let ids = try QuestionnaireSample.blank().questions.map(\.id)
    #expect(!ids.contains("data.any"))
    #expect(!ids.contains("data.hidden"))
  }

  @Test(arguments: [
    ("data.copies", "Only if: “Stores” (question 4) includes one of: “SQL”, “Queue”."),
    (
      "data.size",
      "Only if: “Stores” (question 4) does not include “None”, and “Recovery” (question 2) is 4 h or less."
    ),
  ])
  func saysWhenAQuestionMatters(id: String, sentence: String) throws {
    let question = try QuestionnaireSample.blank().questions.first { $0.id == id }
    #expect(question?.condition == sentence)
  }

  @Test func saysItInGerman() throws {
    let question = try QuestionnaireSample.blank(.de).questions.first { $0.id == "data.copies" }
    #expect(question?.condition == "Nur wenn gilt: «Dienste» (Frage 4) enthält eines von: «SQL», «Queue».")
  }

  @Test func saysNothingOfAConditionThatTellsOfAnInternalFact() throws {
    let question = try QuestionnaireSample.blank().questions.first { $0.id == "data.shown" }
    #expect(question?.condition == nil)
    #expect(question?.help == nil)
  }

  @Test(arguments: [
    (#"{ "not": { "a": true } }"#, "“a” (question 1) is not yes"),
    (#"{ "not": { "n": { "above": 3 } } }"#, "“n” (question 3) is 3 or less"),
    (#"{ "not": { "n": { "below": 3 } } }"#, "“n” (question 3) is 3 or more"),
    (#"{ "not": { "c": ["x", "y"] } }"#, "“c” (question 2) is none of: “x”, “y”"),
    (#"{ "not": { "s": { "includesAny": ["x", "y"] } } }"#, "“s” (question 4) includes none of: “x”, “y”"),
    (#"{ "not": { "s": { "includesAll": ["x"] } } }"#, "not (“s” (question 4) includes all of: “x”)"),
    (
      #"{ "not": { "any": [ { "a": true }, { "c": "x" } ] } }"#,
      "“a” (question 1) is not yes, and “c” (question 2) is not “x”"
    ),
    (
      #"{ "any": [ { "a": true }, { "c": "x", "n": 3 } ] }"#,
      "“a” (question 1) is yes, or (“c” (question 2) is “x”, and “n” (question 3) is 3)"
    ),
    (#"{ "d": false }"#, "“a” (question 1) is not yes"),
    (#"{ "not": { "d": { "isNot": true } } }"#, "“a” (question 1) is yes"),
  ])
  func saysConditionsInWords(condition: String, words: String) throws {
    let choices = #""choices": [ { "id": "x" }, { "id": "y" } ]"#
    let rules = try compiled(
      #"""
      { "facts": [ { "id": "a", "type": "boolean" }, { "id": "c", "type": "choice", \#(choices) },
        { "id": "n", "type": "number" }, { "id": "s", "type": "choices", \#(choices) },
        { "id": "d", "type": "boolean", "derive": { "when": { "a": true } } },
        { "id": "z", "type": "boolean", "relevantWhen": \#(condition) } ] }
      """#
    )
    let questionnaire = Questionnaire(rules.catalogue, language: .en)
    #expect(questionnaire.questions.last?.condition == "Only if: \(words).")
  }

  @Test func offersNoneOfTheseWhereNoChoiceSaysIt() throws {
    let questions = try QuestionnaireSample.blank().questions
    #expect(questions.filter(\.form.offersNone).map(\.id) == ["data.regions"])
  }

  @Test func showsWhatIsKnownAlready() throws {
    let questionnaire = try QuestionnaireSample.filled()
    #expect(
      questionnaire.questions.map(\.answer) == [
        .known(.choice("high")), .known(.number(from: 2, to: 4.5)), .known(.number(20878)),
        .known(.choices(["sql", "queue"])), .known(.choices([])), .known(.boolean(false)), .unknown, .open, .open,
      ]
    )
    #expect(questionnaire.head.title == "Portal <1>")
    #expect(questionnaire.head.customer == "Muster AG")
    #expect(questionnaire.head.date?.description == "2026-11-20")
  }

  @Test func tellsCustomersNothingInternal() throws {
    for language in Language.allCases {
      let filled = try QuestionnaireSample.filled(language)
      for page in [
        HTMLQuestionnaire.render(filled), MarkdownQuestionnaire.render(filled), CSVQuestionnaire.render(filled),
      ] {
        for word in ["secret", "they bluff", "deal", "data.hidden", "house"] {
          #expect(!page.contains(word), "\(word)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func isTheSameEveryTime(language: Language) throws {
    let (one, other) = (try QuestionnaireSample.filled(language), try QuestionnaireSample.filled(language))
    #expect(one == other)
    #expect(HTMLQuestionnaire.render(one) == HTMLQuestionnaire.render(other))
    #expect(MarkdownQuestionnaire.render(one) == MarkdownQuestionnaire.render(other))
    #expect(CSVQuestionnaire.render(one) == CSVQuestionnaire.render(other))
  }
}
