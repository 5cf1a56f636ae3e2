import Assessing
import RuleCompiler
import RuleModel

extension MergeAccount {
  /// Decisions that the weights of the people decide differently, by place.
  var decisionsByWeights: [Int] {
    guard let first = byVoice.first else { return [] }
    return first.indices.filter { place in Set(byVoice.map { $0[place] }).count > 1 }
  }

  func weights(_ account: inout Account) {
    let voices = merge.weights.voices
    guard merge.weights.isConflict else { return }
    account.add(.heading(say(en: "Weights that differ", de: "Gewichte, die sich unterscheiden")))
    account.add(
      .sentence(
        say(
          en: "Shares of all weight; the mean of \(voices.map { labels[$0] }.joined(separator: ", ")) is taken.",
          de:
            "Anteile an allen Gewichten; übernommen wird das Mittel von \(voices.map { labels[$0] }.joined(separator: ", "))."
        )
      )
    )
    for criterion in say.catalogue.criteria {
      let shares = merge.weights.shares[criterion.id] ?? []
      guard Set(shares).count > 1 else { continue }
      let each = zip(voices, shares).map { "\(labels[$0]) \(say.percent($1))" }.joined(separator: ", ")
      let mean = say.percent((merge.weights.merged[criterion.id] ?? 0) / 100)
      account.add(.item(.plain, "\(say.criterion(criterion.id)): \(each) → \(mean)"))
    }
    for place in decisionsByWeights {
      let decision = say.catalogue.decisions[place]
      let each = zip(voices, byVoice).map { voice, leaves in
        let name = leaves[place].map { say.option($0) } ?? say(en: "nothing", de: "nichts")
        return say(en: "with those of \(labels[voice]) \(name)", de: "mit jenen von \(labels[voice]) \(name)")
      }
      account.add(.item(.warns, "\(say.text(decision.decision.title)): \(each.joined(separator: ", "))"))
    }
    if decisionsByWeights.isEmpty {
      account.add(
        .sentence(
          say(
            en: "With the weights of each of them every recommendation is the same.",
            de: "Mit den Gewichten jeder dieser Personen ist jede Empfehlung gleich."
          )
        )
      )
    }
  }
}
