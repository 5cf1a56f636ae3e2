import RuleCompiler
import RuleModel

/// The weights of several people side by side, and their mean.
///
/// Only shares count, so shares are compared: of each person who states any weight, all weights (those of the packs where
/// the person says nothing) over their sum. Who states none has no voice in them. The mean of the shares is taken, each
/// person counting the same; where all shares are equal the first person's own numbers are kept.
package struct MergedWeights: Sendable {
  /// Places of the people who state any weight.
  package let voices: [Int]
  /// Criterion id → the share in each voice, from 0 to 1; in the order of `voices`.
  package let shares: [String: [Double]]
  /// Whether there are voices that differ.
  package let isConflict: Bool
  /// What the merged profile states: nothing if nobody does.
  package let merged: [String: Double]

  init(_ people: [LinkedProfile], _ rules: CompiledRules) {
    let criteria = rules.catalogue.criteria.map(\.id)
    let voices = people.indices.filter { !people[$0].weights.isEmpty }
    let vectors = voices.map { voice -> [Double] in
      let weights = rules.weights(people[voice].weights)
      let sum = weights.reduce(0, +)
      return weights.map { sum > 0 ? $0 / sum : 0 }
    }
    self.voices = voices
    shares = Dictionary(criteria.enumerated().map { place, id in (id, vectors.map { $0[place] }) }) { first, _ in first
    }
    isConflict = vectors.contains { vector in
      zip(vector, vectors[0]).contains { ($0 - $1).magnitude > 1e-9 }
    }
    if !isConflict {
      merged = voices.first.map { people[$0].weights } ?? [:]
      return
    }
    // Hundredths of a percent: what people can read and type again.
    let means = criteria.indices.map { place in
      let sum = vectors.reduce(0) { $0 + $1[place] }
      return (sum / Double(vectors.count) * 10_000).rounded() / 100
    }
    merged = Dictionary(zip(criteria, means)) { first, _ in first }
  }
}
