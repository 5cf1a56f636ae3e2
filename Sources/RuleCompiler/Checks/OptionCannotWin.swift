import Diagnostics
import Engine
import RuleModel

extension Check {
  /// An option or variant that no answers make the recommended one.
  package static let optionCannotWin = Check(
    code: "option-cannot-win",
    summary: "no answers make an option, or a variant, the recommended one",
    rationale: """
      An option that never wins is dead weight in every report, or its rules are wrong. A warning is proved: the option is \
      always excluded, or another one is never behind it, or trying everything found no winning answers with the weights \
      of the packs. A note says only that it won in none of the sampled worlds.
      """,
    fires: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": «"own"», "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 3, "own": 1 } },
                   { "id": "no-gpu", "when": { "gpu": false }, "exclude": [ "own" ] } ] }
      """
    ],
    silent: [
      """
      { "facts": [ { "id": "gpu", "type": "boolean" } ],
        "criteria": [ { "id": "fit" } ], "decisions": [ { "id": "platform" } ],
        "options": [ { "id": "cloud", "decision": "platform" }, { "id": "own", "decision": "platform" } ],
        "rules": [ { "id": "gpu", "when": { "gpu": true }, "criterion": "fit", "rate": { "cloud": 1, "own": 3 } },
                   { "id": "no-gpu", "when": { "gpu": false }, "exclude": [ "own" ] } ] }
      """
    ],
    find: { packs in
      packs.catalogue.decisions.enumerated().flatMap { place, decision -> [Diagnostic] in
        let row = packs.rules.program.decisions[place]
        let isNeverTaken = row.when >= 0 && packs.isNeverTrue(Int(row.when))
        guard decision.leaves.count > 1, !isNeverTaken else { return [] }
        return zip(row.leaves.indices, decision.leaves).compactMap { index, leaf in
          guard packs.worlds.wins[index] == 0, let option = decision.option(leaf.id) else { return nil }
          let what = "\(option.variantOf == nil ? "option" : "variant") '\(leaf.id)'"
          func finding(_ severity: Diagnostic.Severity, _ sentence: String, _ help: String) -> Diagnostic {
            Diagnostic(severity, code: "option-cannot-win", "\(what) \(sentence)", at: option.name.span, help: help)
          }
          switch packs.canWin(leaf: index, of: place) {
          case .alwaysExcluded:
            return finding(
              .warning,
              "can never win: some rule excludes it, whatever is answered",
              "mend the rules that exclude it"
            )
          case .dominated(let other):
            return finding(
              .warning,
              "can never win: every rule that speaks for it speaks at least as strongly for '\(other)'",
              "write a rule for what it is better at, or remove it"
            )
          case .neverFirst:
            return finding(
              .warning,
              "can never win with the weights of the packs: no answers put it first",
              "write a rule for what it is better at, mend the rules against it, or remove it"
            )
          case .unknown:
            return finding(
              .note,
              "was not found to win in \(SampledWorlds.count) sampled worlds, which is no proof",
              "see whether a rule for what it is better at is missing"
            )
          case .possible: return nil
          }
        }
      }
    }
  )
}
