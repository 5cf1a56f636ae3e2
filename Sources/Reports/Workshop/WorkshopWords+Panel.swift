import LocatedJSON
import RuleModel

extension WorkshopWords {
  /// What is said before anything is unpacked.
  var atOnce: JSONValue {
    .members(
      Self.panelTexts.filter { ["whatIf", "cannotCompute"].contains($0.key) }
        .map { ($0.key, .string(language(en: $0.english, de: $0.german))) }
    )
  }

  /// What the panel "What if …" of a report says besides.
  static let panelTexts: [(key: String, english: String, german: String)] = [
    ("whatIf", "What if …", "Was wäre, wenn …"),
    ("notAssessed", "not the assessed result", "nicht das beurteilte Ergebnis"),
    (
      "isAssessed",
      "The assessed result. Change answers or weights and see what would come of it; the report stays as it is.",
      "Das beurteilte Ergebnis. Ändern Sie Antworten oder Gewichte und sehen Sie, was daraus würde; der Bericht bleibt, wie er ist."
    ),
    ("backToAssessed", "Back to the assessed state", "Zurück zum beurteilten Stand"),
    ("close", "Close", "Schliessen"), ("change", "Change", "Ändern"),
    ("takeBack", "Take back: #", "Zurücknehmen: #"),
    ("changedFrom", "#: # → #", "#: # → #"),
    ("score", "# points", "# Punkte"),
    ("assessed", "assessed: #", "beurteilt: #"),
    (
      "cannotCompute", "This browser cannot calculate what the report says, so nothing is shown here.",
      "Dieser Browser kann nicht nachrechnen, was der Bericht sagt; darum steht hier nichts."
    ),
  ]
}
