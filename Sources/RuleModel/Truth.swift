/// A truth value of strong Kleene logic (method.md, section 2).
package enum Truth: Sendable, Hashable {
  case no
  case unknown
  case yes

  package init(_ known: Bool) { self = known ? .yes : .no }

  /// True only if both are; false as soon as one is.
  package func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  /// True as soon as one is; false only if both are.
  package func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  /// The opposite; unknown stays unknown.
  package var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// true, false, or nil while unknown.
  package var known: Bool? {
    switch self {
    case .no: false
    case .unknown: nil
    case .yes: true
    }
  }
}
