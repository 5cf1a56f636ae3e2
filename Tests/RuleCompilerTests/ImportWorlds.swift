import Foundation
import TestSupport

/// What risk rules mean, worked out once more and in another way: over all worlds at once, by the shunting-yard method,
/// on sets of the numbers of those worlds.
struct ImportWorlds {
  /// The choices made in each world.
  let worlds: [Set<String>]

  private var everywhere: Set<Int> { Set(worlds.indices) }

  /// Every subset of a few choices, or random ones of many.
  init(of choices: [String], seed: UInt64) {
    if choices.count <= 8 {
      worlds = (0..<1 << choices.count).map { number in
        Set(choices.enumerated().filter { number >> $0.offset & 1 == 1 }.map(\.element))
      }
    } else {
      var generator = SplitMix64(seed: seed)
      worlds = (0..<1_000).map { _ in
        let share = Double(generator.int(0...10)) / 10
        return Set(choices.filter { _ in generator.chance(share) })
      }
    }
  }

  /// The numbers of the worlds in which a condition is true.
  func truth(of condition: String) -> Set<Int> {
    if condition.trimmingCharacters(in: .whitespacesAndNewlines) == "default" { return everywhere }
    var output: [Set<Int>] = []
    var signs: [String] = []
    func apply(_ sign: String) {
      guard let right = output.popLast() else { return }
      if sign == "!" { return output.append(everywhere.subtracting(right)) }
      guard let left = output.popLast() else { return }
      output.append(sign == "&&" ? left.intersection(right) : left.union(right))
    }
    let strength = ["||": 1, "&&": 2, "!": 3]
    for token in tokens(condition) {
      switch token {
      case "(", "!": signs.append(token)
      case ")":
        while let sign = signs.popLast(), sign != "(" { apply(sign) }
      case "&&", "||":
        while let sign = signs.last, let other = strength[sign], other >= strength[token] ?? 0 {
          apply(sign)
          signs.removeLast()
        }
        signs.append(token)
      default: output.append(Set(worlds.indices.filter { worlds[$0].contains(token) }))
      }
    }
    while let sign = signs.popLast() { apply(sign) }
    return output.last ?? []
  }

  /// For each rule the worlds in which it is the first true one; `default` comes last, wherever it stands.
  func firstTrue(_ conditions: [String]) -> [Set<Int>] {
    func isDefault(_ place: Int) -> Bool {
      conditions[place].trimmingCharacters(in: .whitespacesAndNewlines) == "default"
    }
    var left = everywhere
    var reached = Array(repeating: Set<Int>(), count: conditions.count)
    for place in conditions.indices.filter({ !isDefault($0) }) + conditions.indices.filter(isDefault) {
      reached[place] = truth(of: conditions[place]).intersection(left)
      left.subtract(reached[place])
    }
    return reached
  }

  private func tokens(_ text: String) -> [String] {
    text.matches(of: /&&|\|\||[!()]|[^\s!()&|]+/.matchingSemantics(.unicodeScalar)).map { String($0.output) }
  }
}
