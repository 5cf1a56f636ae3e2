/// A checklist in phases. Steps are numbered by phase and place ("2.3").
package struct TaskList: Sendable, Equatable {
  /// Steps that belong together in time.
  package struct Phase: Sendable, Equatable {
    package var title: String
    package var steps: [Step]

    package init(_ title: String, steps: [Step]) {
      self.title = title
      self.steps = steps
    }
  }

  /// Something to do, with a box to tick.
  package struct Step: Sendable, Equatable {
    /// Unique in the list; what `after` refers to.
    package var id: String
    package var title: RichText
    /// Who does it, as people should read it.
    package var owner: String
    /// Ids of the steps that must be done before; ids that are not in the list are left out.
    package var after: [String]
    /// What exists when it is done; empty for none.
    package var result: RichText
    /// How to do it; empty for none.
    package var details: RichText
    package var links: [Link]
    /// Numbers of references.
    package var footnotes: [Int]

    package init(
      id: String,
      title: RichText,
      owner: String = "",
      after: [String] = [],
      result: RichText = "",
      details: RichText = "",
      links: [Link] = [],
      footnotes: [Int] = []
    ) {
      self.id = id
      self.title = title
      self.owner = owner
      self.after = after
      self.result = result
      self.details = details
      self.links = links
      self.footnotes = footnotes
    }
  }

  /// An address with its text; see `Inline.link` for what becomes of unsafe ones.
  package struct Link: Sendable, Equatable {
    package var text: String
    package var address: String

    package init(_ text: String, address: String) {
      self.text = text
      self.address = address
    }
  }

  package var phases: [Phase]

  package init(phases: [Phase]) {
    self.phases = phases
  }

  /// The number of every step by its id, such as "2.3"; of two steps with the same id the first counts.
  var numbers: [String: String] {
    var numbers: [String: String] = [:]
    for (phase, steps) in phases.map(\.steps).enumerated() {
      for (place, step) in steps.enumerated() where numbers[step.id] == nil {
        numbers[step.id] = "\(phase + 1).\(place + 1)"
      }
    }
    return numbers
  }
}
