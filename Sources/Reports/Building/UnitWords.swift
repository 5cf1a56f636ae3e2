import RuleModel

/// Units as people read them. Packs write a unit once, in English or as a symbol; words get their German form and their
/// plural here, symbols stay as they are.
extension Phrasing {
  /// A quantity with its unit: "3 Instanzen", "1.5 GiB". A unit that says how many by itself stands alone where the
  /// quantity is one: "1'000 Anfragen".
  package func quantity(_ from: Double, to: Double, unit: String?) -> String {
    let range = from == to ? number(from) : number(from) + language(en: " to ", de: " bis ") + number(to)
    guard let unit else { return range }
    if from == 1, to == 1, unit.first?.isNumber == true { return self.unit(unit, isOne: true) }
    // What counts in hundreds or thousands by itself is multiplied.
    let join = unit.first?.isNumber == true ? " × " : " "
    return range + join + self.unit(unit, isOne: from == 1 && to == 1)
  }

  /// A unit as a word of the language; what is no known word stays as the pack has it.
  package func unit(_ unit: String, isOne: Bool) -> String {
    guard let word = Self.unitWords[unit] else { return unit }
    return isOne ? language(en: word.en.one, de: word.de.one) : language(en: word.en.many, de: word.de.many)
  }

  private typealias Forms = (one: String, many: String)

  private static let unitWords: [String: (en: Forms, de: Forms)] = {
    var words: [String: (en: Forms, de: Forms)] = [
      "month": (("month", "months"), ("Monat", "Monate")),
      "months": (("month", "months"), ("Monat", "Monate")),
      "week": (("week", "weeks"), ("Woche", "Wochen")),
      "weeks": (("week", "weeks"), ("Woche", "Wochen")),
      "day": (("day", "days"), ("Tag", "Tage")),
      "days": (("day", "days"), ("Tag", "Tage")),
      "hour": (("hour", "hours"), ("Stunde", "Stunden")),
      "hours": (("hour", "hours"), ("Stunde", "Stunden")),
      "year": (("year", "years"), ("Jahr", "Jahre")),
      "years": (("year", "years"), ("Jahr", "Jahre")),
      "instance": (("instance", "instances"), ("Instanz", "Instanzen")),
      "instances": (("instance", "instances"), ("Instanz", "Instanzen")),
      "plan": (("plan", "plans"), ("Plan", "Pläne")),
      "GB·day": (("GB for a day", "GB for a day"), ("GB für einen Tag", "GB für einen Tag")),
    ]
    words["1000 requests"] = (("1000 requests", "1000 requests"), ("1000 Anfragen", "1000 Anfragen"))
    return words
  }()
}
