/// A titled part of a report.
package struct ReportSection: Sendable, Equatable {
  /// A stable name for links to this section; renderers make it safe and unique.
  package var id: String
  package var title: String
  package var blocks: [ReportBlock]
  package var density: Density
  /// Shown below the blocks, one heading level deeper. Levels below the sixth share the sixth.
  package var subsections: [ReportSection]

  package init(
    id: String,
    title: String,
    blocks: [ReportBlock] = [],
    density: Density = .normal,
    subsections: [ReportSection] = []
  ) {
    self.id = id
    self.title = title
    self.blocks = blocks
    self.density = density
    self.subsections = subsections
  }
}

/// How closely a section is set.
package enum Density: Sendable {
  case normal
  /// For looking up rather than for reading: small, and in two columns on paper.
  case dense
}

/// What a section consists of. A closed set: every renderer must know every kind.
package indirect enum ReportBlock: Sendable, Equatable {
  case paragraph(RichText)
  /// The one sentence to remember, set large. At most one in a section reads well.
  case lead(RichText)
  case list([RichText])
  case numberedList([RichText])
  case definitions([Definition])
  case table(DataTable)
  case ranking(RankingChart)
  case contributions(ContributionChart)
  case architecture(ArchitectureDiagram)
  case taskList(TaskList)
  case callout(Callout)
  case figure(ChartFigure)
  /// What only some readers want: folded on the screen, left out on paper, plain in Markdown.
  case fold(title: RichText, blocks: [ReportBlock])

  /// A term and what it means or what its value is.
  package struct Definition: Sendable, Equatable {
    package var term: RichText
    package var details: RichText

    package init(_ term: RichText, _ details: RichText) {
      self.term = term
      self.details = details
    }
  }
}

/// A boxed remark.
package struct Callout: Sendable, Equatable {
  /// Why it is boxed. Renderers name the kind in words, never by colour alone.
  package enum Kind: String, Sendable, CaseIterable {
    case info
    case warning
    /// Something that a person still has to confirm.
    case confirm
    /// Something that was taken as given.
    case assumption
  }

  package var kind: Kind
  /// Stands beside the name of the kind; empty for none.
  package var title: RichText
  package var blocks: [ReportBlock]

  package init(_ kind: Kind, title: RichText = "", blocks: [ReportBlock]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}
