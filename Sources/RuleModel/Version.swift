/// A semantic version without pre-release or build parts: `1.4.0`.
package struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `major.minor.patch`; with `allowingShort` also `major.minor`. Nil for anything else, also for leading zeros.
  package init?(_ text: String, allowingShort: Bool = false) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 || (allowingShort && parts.count == 2) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard !part.isEmpty, part.utf8.allSatisfy({ (48...57).contains($0) }), part == "0" || part.first != "0",
        let number = Int(part), number < 1_000_000
      else { return nil }
      numbers.append(number)
    }
    self.init(numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
  }

  package var description: String { "\(major).\(minor).\(patch)" }
}

/// `^1.2.0`: at least that version, and below the next one that may break (the leftmost part that is not 0).
package struct CaretRange: Sendable, Hashable, CustomStringConvertible {
  package let minimum: SemanticVersion

  package init?(_ text: String) {
    guard text.hasPrefix("^"), let version = SemanticVersion(String(text.dropFirst())) else { return nil }
    minimum = version
  }

  package func contains(_ version: SemanticVersion) -> Bool {
    guard version >= minimum else { return false }
    if minimum.major > 0 { return version.major == minimum.major }
    if minimum.minor > 0 { return version.major == 0 && version.minor == minimum.minor }
    return version == minimum
  }

  package var description: String { "^\(minimum)" }
}
