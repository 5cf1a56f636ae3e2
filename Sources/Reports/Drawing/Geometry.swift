/// A place in a drawing: x to the right, y down, in the units of the view box.
struct Point: Equatable {
  var x: Double
  var y: Double
}

/// An upright rectangle.
struct Rect: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Double { x + width / 2 }

  /// Touching is not overlapping.
  func overlaps(_ other: Rect) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}

/// A number for drawings: rounded to tenths, without an exponent, the same on every platform.
func drawn(_ number: Double) -> String {
  guard number.isFinite, number.magnitude < 1e12 else { return "0" }
  let tenths = nearest(number * 10)
  let sign = tenths < 0 ? "-" : ""
  let rest = tenths.magnitude % 10
  return sign + String(tenths.magnitude / 10) + (rest == 0 ? "" : ".\(rest)")
}

/// The nearest whole number, halves away from zero; the number must be far smaller than `Int.max`.
///
/// Written without `rounded()`, which needs the C library for mathematics: these modules link nothing.
func nearest(_ number: Double) -> Int {
  Int(number < 0 ? number - 0.5 : number + 0.5)
}
