import LocatedJSON

/// One number of the table.
struct Figure {
  let what: String
  /// Rules, profiles or draws, whatever grows; nil where nothing does.
  var size: Int?
  let value: Double
  let unit: String
}

/// Keeps what is measured, and shows it.
final class Notebook {
  private(set) var figures: [Figure] = []
  /// Shows everything at the end, for programs.
  private let isJSON: Bool

  init(isJSON: Bool) { self.isJSON = isJSON }

  func note(_ figure: Figure) {
    figures.append(figure)
    if !isJSON { print(line(figure)) }
  }

  private func line(_ figure: Figure) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    let size = figure.size.map { "\($0)" } ?? ""
    let value =
      figure.value >= 100 ? "\(Int(figure.value.rounded()))" : "\((figure.value * 1_000).rounded() / 1_000)"
    return figure.what + padded(size, 52 - figure.what.count) + padded(value, 12) + " " + figure.unit
  }

  /// All figures as JSON.
  var json: String {
    let list = figures.map { figure in
      JSONValue.members([
        ("what", .string(figure.what)), ("size", figure.size.map { .number(Double($0)) }),
        ("value", .number(figure.value)), ("unit", .string(figure.unit)),
      ])
    }
    return JSONValue.array(list).pretty()
  }
}
