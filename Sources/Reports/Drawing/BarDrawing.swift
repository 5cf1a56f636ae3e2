/// A bar from a zero line. A picture beside a number, hidden from those who hear the number read.
enum BarDrawing {
  static func draw(_ points: Double, on scale: BarScale, into writer: inout HTMLWriter) {
    let bar = scale.bar(points)
    let attributes: HTMLWriter.Attributes = [
      "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true",
      "focusable": "false",
    ]
    writer.element("svg", attributes) { writer in
      writer.element("rect", ["class": "bar-ground", "x": "0", "y": "4.5", "width": "100", "height": "1"])
      writer.element(
        "rect",
        [
          "class": points < 0 ? "bar-against" : "bar-for", "x": drawn(bar.start), "y": "1", "width": drawn(bar.length),
          "height": "8",
        ]
      )
      let zero = min(max(scale.zero - 0.3, 0), 99.4)
      writer.element("rect", ["class": "bar-zero", "x": drawn(zero), "y": "0", "width": "0.6", "height": "10"])
    }
  }
}
