/// A chart with its caption, and the same content as a table for those who do not see it.
///
/// All texts in it are already written in the language of the report; numbers that place marks must be finite.
package struct ChartFigure: Sendable, Equatable {
  /// What is drawn. A closed set: every kind knows how it looks.
  package enum Drawing: Sendable, Equatable {
    case scores(ScoreChart)
    case heat(HeatChart)
    case waterfall(WaterfallChart)
    case shares(ShareChart)
    case intervals(IntervalChart)
    case gantt(GanttChart)
  }

  /// Short, as a heading of the drawing; read aloud as its name.
  package var title: String
  /// What the drawing shows, in a sentence or two; read aloud after the title.
  package var summary: String
  package var drawing: Drawing
  /// The same in words and numbers.
  package var table: DataTable

  package init(title: String, summary: String, drawing: Drawing, table: DataTable) {
    self.title = title
    self.summary = summary
    self.drawing = drawing
    self.table = table
  }
}

/// Scores as bars from a common zero line.
package struct ScoreChart: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    package var title: String
    package var points: Double
    /// The points as people read them, or a word where there are none.
    package var text: String
    package var isRecommended: Bool
    /// Whether it is ruled out; then no bar is drawn.
    package var isExcluded: Bool

    package init(_ title: String, points: Double, text: String, isRecommended: Bool, isExcluded: Bool) {
      self.title = title
      self.points = points
      self.text = text
      self.isRecommended = isRecommended
      self.isExcluded = isExcluded
    }
  }

  package var bars: [Bar]

  package init(bars: [Bar]) { self.bars = bars }
}

/// Criteria by rows, options by columns; the deeper the ground, the more points.
package struct HeatChart: Sendable, Equatable {
  package struct Cell: Sendable, Equatable {
    package var points: Double
    package var text: String

    package init(points: Double, text: String) {
      self.points = points
      self.text = text
    }
  }

  package struct Row: Sendable, Equatable {
    package var title: String
    /// The share of the weights, as people read it.
    package var weight: String
    /// One per column.
    package var cells: [Cell]

    package init(title: String, weight: String, cells: [Cell]) {
      self.title = title
      self.weight = weight
      self.cells = cells
    }
  }

  /// Stands above the weights.
  package var weightTitle: String
  package var columns: [String]
  package var rows: [Row]

  package init(weightTitle: String, columns: [String], rows: [Row]) {
    self.weightTitle = weightTitle
    self.columns = columns
    self.rows = rows
  }
}

/// From the score of the second to the score of the first, one difference after the other.
package struct WaterfallChart: Sendable, Equatable {
  package struct Step: Sendable, Equatable {
    package var title: String
    /// Signed.
    package var points: Double
    package var text: String

    package init(_ title: String, points: Double, text: String) {
      self.title = title
      self.points = points
      self.text = text
    }
  }

  /// The score that it begins with.
  package var from: Step
  package var steps: [Step]
  /// The score that it ends with: `from` and all steps added.
  package var to: Step

  package init(from: Step, steps: [Step], to: Step) {
    self.from = from
    self.steps = steps
    self.to = to
  }
}

/// How often each option comes first, second, and later.
package struct ShareChart: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    package var title: String
    /// The share of first places, as people read it.
    package var text: String
    /// Shares by rank from 1, each from 0 to 1, not more than 1 in all.
    package var ranks: [Double]

    package init(title: String, text: String, ranks: [Double]) {
      self.title = title
      self.text = text
      self.ranks = ranks
    }
  }

  package var bars: [Bar]
  /// What the first, the second and the rest of a bar mean: three words.
  package var legend: [String]

  package init(bars: [Bar], legend: [String]) {
    self.bars = bars
    self.legend = legend
  }
}

/// How far a share may move, on a line from 0 to 1.
package struct IntervalChart: Sendable, Equatable {
  package struct Line: Sendable, Equatable {
    package var title: String
    package var text: String
    package var from: Double
    package var to: Double
    /// Where it stands today.
    package var now: Double

    package init(title: String, text: String, from: Double, to: Double, now: Double) {
      self.title = title
      self.text = text
      self.from = from
      self.to = to
      self.now = now
    }
  }

  package var lines: [Line]

  package init(lines: [Line]) { self.lines = lines }
}

/// Work over time.
package struct GanttChart: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    /// The number of the step in the checklist.
    package var number: String
    package var title: String
    /// Effort and days, as people read them.
    package var text: String
    /// In days from the left edge of the drawing; not negative.
    package var from: Double
    /// More than `from`.
    package var to: Double

    package init(number: String, title: String, text: String, from: Double, to: Double) {
      self.number = number
      self.title = title
      self.text = text
      self.from = from
      self.to = to
    }
  }

  /// A day to write on the axis.
  package struct Tick: Sendable, Equatable {
    package var day: Double
    package var text: String

    package init(day: Double, text: String) {
      self.day = day
      self.text = text
    }
  }

  package var bars: [Bar]
  package var ticks: [Tick]
  /// How many days the drawing is wide.
  package var days: Double

  package init(bars: [Bar], ticks: [Tick], days: Double) {
    self.bars = bars
    self.ticks = ticks
    self.days = days
  }
}
