/// A chart as marks on a page, before anybody writes it: so that a test can measure what overlaps.
struct ChartSheet {
  /// Something drawn. Classes come from the house style.
  enum Mark {
    case rect(Rect, class: String, radius: Double)
    case text(Text)
    case line(Point, Point, class: String)
    case dot(Point, radius: Double, class: String)
  }

  struct Text {
    /// Where a text stands relative to its point.
    enum Anchor: String {
      case start
      case middle
      case end
    }

    let text: String
    /// On the base line.
    let point: Point
    let anchor: Anchor
    let size: Double
    let style: String

    /// The room it takes, estimated on the large side.
    var frame: Rect {
      let width = TextMeasure.width(text, size: size)
      let x =
        switch anchor {
        case .start: point.x
        case .middle: point.x - width / 2
        case .end: point.x - width
        }
      return Rect(x: x, y: point.y - size * 0.8, width: width, height: size)
    }
  }

  /// In the units of the view box.
  let width: Double
  var height = 0.0
  private(set) var marks: [Mark] = []

  init(width: Double) {
    self.width = width
  }

  mutating func rect(_ frame: Rect, _ style: String, radius: Double = 0) {
    marks.append(.rect(frame, class: style, radius: radius))
  }

  mutating func line(_ from: Point, _ to: Point, _ style: String) {
    marks.append(.line(from, to, class: style))
  }

  mutating func dot(_ center: Point, radius: Double, _ style: String) {
    marks.append(.dot(center, radius: radius, class: style))
  }

  mutating func text(
    _ text: String,
    x: Double,
    y: Double,
    _ anchor: Text.Anchor = .start,
    _ style: String = "",
    size: Double = ChartSheet.textSize
  ) {
    marks.append(.text(Text(text: text, point: Point(x: x, y: y), anchor: anchor, size: size, style: style)))
  }

  /// Writes a title on the left and a value on the right, in as many lines as the title needs, and gives the room for a
  /// picture below them.
  mutating func row(_ title: String, _ value: String, style: String = "", pictureHeight: Double = 9) -> Rect {
    let room = width - TextMeasure.width(value, size: Self.textSize) - 14
    let lines = TextMeasure.wrap(title, width: room, size: Self.textSize, limit: 2)
    var y = height
    for line in lines {
      y += Self.lineHeight
      text(line, x: 0, y: y - 4, .start, style)
    }
    if lines.isEmpty { y += Self.lineHeight }
    text(value, x: width, y: height + Self.lineHeight - 4, .end, style.isEmpty ? "value" : "value \(style)")
    height = y + pictureHeight + 9
    return Rect(x: 0, y: y, width: width, height: pictureHeight)
  }

  /// Writes words with a sample of what they mean, from left to right.
  mutating func legend(_ entries: [(style: String, text: String)]) {
    var x = 0.0
    for entry in entries {
      let wide = 16 + TextMeasure.width(entry.text, size: Self.smallSize) + 14
      if x > 0, x + wide > width {
        x = 0
        height += 15
      }
      rect(Rect(x: x, y: height + 2, width: 11, height: 9), entry.style)
      text(entry.text, x: x + 16, y: height + 10, .start, "small", size: Self.smallSize)
      x += wide
    }
    height += 16
  }

  static let textSize = 12.0
  static let smallSize = 10.5
  static let lineHeight = 16.0
  /// For charts that fit a phone.
  static let narrow = 420.0
  /// For charts with columns.
  static let wide = 700.0

  func draw(title: String, summary: String, id: String, into writer: inout HTMLWriter) {
    let size = width > Self.narrow ? "plot wide-plot" : "plot"
    let attributes: HTMLWriter.Attributes = [
      "class": size, "viewBox": "0 0 \(drawn(width)) \(drawn(height))", "role": "img",
      "aria-labelledby": "\(id)-title \(id)-description",
    ]
    writer.element("svg", attributes) { writer in
      writer.element("title", ["id": "\(id)-title"], text: title)
      writer.element("desc", ["id": "\(id)-description"], text: summary)
      writer.line()
      for mark in marks { Self.draw(mark, into: &writer) }
      writer.line()
    }
  }

  private static func draw(_ mark: Mark, into writer: inout HTMLWriter) {
    switch mark {
    case .rect(let frame, let style, let radius):
      writer.element(
        "rect",
        [
          "class": style, "x": drawn(frame.x), "y": drawn(frame.y), "width": drawn(frame.width),
          "height": drawn(frame.height), "rx": radius > 0 ? drawn(radius) : "",
        ]
      )
    case .line(let from, let to, let style):
      writer.element(
        "line",
        ["class": style, "x1": drawn(from.x), "y1": drawn(from.y), "x2": drawn(to.x), "y2": drawn(to.y)]
      )
    case .dot(let center, let radius, let style):
      writer.element("circle", ["class": style, "cx": drawn(center.x), "cy": drawn(center.y), "r": drawn(radius)])
    case .text(let text):
      writer.element(
        "text",
        [
          "class": text.style, "x": drawn(text.point.x), "y": drawn(text.point.y),
          "text-anchor": text.anchor == .start ? "" : text.anchor.rawValue,
        ],
        text: text.text
      )
    }
  }
}
