/// A table of texts. Rows that are shorter than the header are filled up, longer ones are cut.
package struct DataTable: Sendable, Equatable {
  /// Where the cells of a column stand; numbers read best at the trailing edge.
  package enum Alignment: Sendable {
    case leading
    case trailing
    case center
  }

  /// A column with its heading. The first column names its row.
  package struct Column: Sendable, Equatable {
    package var title: RichText
    package var alignment: Alignment

    package init(_ title: RichText, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// How much a row should stand out.
  package enum Emphasis: Sendable {
    case normal
    /// The row to look at first.
    case strong
    /// Present for completeness.
    case muted
  }

  /// The cells of a row, in the order of the columns.
  package struct Row: Sendable, Equatable {
    package var cells: [RichText]
    package var emphasis: Emphasis

    package init(_ cells: [RichText], emphasis: Emphasis = .normal) {
      self.cells = cells
      self.emphasis = emphasis
    }
  }

  /// Empty for none.
  package var caption: RichText
  package var columns: [Column]
  package var rows: [Row]

  /// Whether the names of the rows are few words, which pages keep on one line.
  package var keepsNamesWhole: Bool

  package init(caption: RichText = "", keepsNamesWhole: Bool = false, columns: [Column], rows: [Row]) {
    self.keepsNamesWhole = keepsNamesWhole
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
