import Assessing
import RuleCompiler
import RuleModel

extension DifferenceAccount {
  /// Which of several differences move the points; only where there is more than one, or another decision comes between.
  func putDown(_ decision: DecisionDifference, _ points: PointDifference, _ account: inout Account) {
    let parts = decision.attribution.parts
    guard parts.count > 1 || parts.contains(where: { !$0.decisions.isEmpty }) else { return }
    account.add(
      .sentence(
        say(
          en: "The change of \(say.points(points.difference)), by what the rules read:",
          de: "Die Änderung von \(say.points(points.difference)), nach dem, was die Regeln lesen:"
        )
      )
    )
    let limit = showsAll ? parts.count : Self.mostRules
    for part in parts.prefix(limit) { account.add(.item(.plain, "\(say.points(part.points))  \(sources(part))")) }
    let rest = parts.dropFirst(limit)
    if !rest.isEmpty {
      let sum = say.points(rest.reduce(0) { $0 + $1.points })
      account.add(
        .item(.plain, "\(sum)  " + say(en: "\(rest.count) more (--all)", de: "\(rest.count) weitere (--all)"))
      )
    }
  }

  private func sources(_ part: DecisionAttribution.Part) -> String {
    let entries = names(part.entries)
    let weights = part.entries.filter { if case .weight = difference.entries[$0].subject { true } else { false } }
    let shown =
      weights.count == part.entries.count && weights.count > 3 ? say(en: "the weights", de: "die Gewichte") : entries
    let decisions = part.decisions.map { id in
      let title = say.catalogue.decision(id).map { say.text($0.decision.title) } ?? id
      return say(en: "the outcome of \(title)", de: "das Ergebnis von \(title)")
    }
    let all = ([shown].filter { !$0.isEmpty } + decisions).joined(separator: say(en: " and ", de: " und "))
    return all.isEmpty ? say(en: "nothing of these", de: "nichts davon") : all
  }

  private func names(_ entries: [Int]) -> String {
    entries.map { place in
      let entry = difference.entries[place]
      return words.mayShow(entry)
        ? subjectText(entry.subject, say) : say(en: "an answer for the house", de: "eine Angabe für das Haus")
    }.joined(separator: say(en: " with ", de: " mit "))
  }

  /// Which differences are enough for the other outcome, and without which it would be the former one.
  func sets(_ decision: DecisionDifference, _ account: inout Account) {
    guard difference.entries.count > 1 else { return }
    let attribution = decision.attribution
    if decision.isAnother {
      enough(attribution, &account)
      if !attribution.necessary.isEmpty {
        let list = attribution.necessary.map { names([$0]) }.joined(separator: ", ")
        account.add(.sentence(without(list, isOne: attribution.necessary.count == 1)))
      }
    }
    if !attribution.offset.isEmpty {
      let list = attribution.offset.map { names([$0]) }.joined(separator: ", ")
      account.add(
        .sentence(
          say(
            en: "By itself this would have led to another outcome; the rest makes up for it: \(list).",
            de: "Für sich hätte das zu einem anderen Ergebnis geführt; der Rest gleicht es aus: \(list)."
          )
        )
      )
    }
  }

  private func enough(_ attribution: DecisionAttribution, _ account: inout Account) {
    let sets = attribution.sufficient.prefix(5).map { names($0) }
    if !sets.isEmpty {
      let list = sets.joined(separator: say(en: "; or ", de: "; oder "))
      let rest = attribution.sufficient.count - sets.count
      let more = rest > 0 ? say(en: "; and \(rest) more", de: "; und \(rest) weitere") : ""
      switch sides {
      case .nowAndThen:
        account.add(.sentence(say(en: "Enough for it: \(list)\(more).", de: "Dafür genügt: \(list)\(more).")))
      case .profiles(let a, let b):
        account.add(
          .sentence(
            say(
              en: "What turns the outcome of \(a) into that of \(b) alone: \(list)\(more).",
              de: "Was allein aus dem Ergebnis von \(a) das von \(b) macht: \(list)\(more)."
            )
          )
        )
      }
    } else if attribution.triedPairs {
      account.add(
        .sentence(
          say(
            en: "No one or two of the differences are enough for it; it takes more of them together.",
            de: "Keine einzelne und keine zwei der Angaben genügen dafür; es braucht mehrere zusammen."
          )
        )
      )
    }
  }

  private func without(_ list: String, isOne: Bool) -> String {
    switch sides {
    case .nowAndThen where isOne:
      say(en: "Without this it would stay as it is: \(list).", de: "Ohne das bliebe es, wie es ist: \(list).")
    case .nowAndThen:
      say(
        en: "Without any one of these it would stay as it is: \(list).",
        de: "Ohne eine davon bliebe es, wie es ist: \(list)."
      )
    case .profiles(let a, let b) where !isOne:
      say(
        en: "With what \(a) says to any one of these, \(b) would get the outcome of \(a): \(list).",
        de: "Mit dem, was \(a) zu einer davon sagt, bekäme \(b) das Ergebnis von \(a): \(list)."
      )
    case .profiles(let a, let b):
      say(
        en: "With what \(a) says here, \(b) would get the outcome of \(a): \(list).",
        de: "Mit dem, was \(a) hier sagt, bekäme \(b) das Ergebnis von \(a): \(list)."
      )
    }
  }
}
