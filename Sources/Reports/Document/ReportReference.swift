/// What a footnote refers to.
package struct ReportReference: Sendable, Equatable {
  /// A remark on the source, such as "stale".
  package struct Mark: Sendable, Equatable {
    package var kind: BadgeKind
    package var text: String

    package init(_ kind: BadgeKind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// From 1.
  package var number: Int
  package var title: String
  /// Becomes a link if it is a `WebAddress`, otherwise it is shown as text; empty for none.
  package var address: String
  /// When the source was published, as people should read it; empty if not known.
  package var date: String
  /// When somebody last checked it, as people should read it; empty if not known.
  package var reviewed: String
  package var marks: [Mark]

  package init(
    number: Int,
    title: String,
    address: String = "",
    date: String = "",
    reviewed: String = "",
    marks: [Mark] = []
  ) {
    self.number = number
    self.title = title
    self.address = address
    self.date = date
    self.reviewed = reviewed
    self.marks = marks
  }
}

/// Hands out footnote numbers in the order of first use.
package struct ReferenceBook: Sendable {
  /// What was cited so far, in the order of the numbers.
  package private(set) var references: [ReportReference] = []
  private var numbers: [String: Int] = [:]

  package init() {}

  /// The number of a source by its id. On the first call for an id, `reference` describes it; its own number is
  /// ignored.
  package mutating func cite(_ id: String, _ reference: () -> ReportReference) -> Int {
    if let number = numbers[id] { return number }
    var new = reference()
    new.number = references.count + 1
    numbers[id] = new.number
    references.append(new)
    return new.number
  }
}
