/// The common scale of a group of bars around a zero line, in percent of the width.
struct BarScale {
  /// Where zero stands.
  let zero: Double
  private let perPoint: Double

  /// A scale on which all values fit; it always contains zero. Values that are not finite count as zero.
  init(_ values: [Double]) {
    let values = values.filter(\.isFinite)
    let low = min(values.min() ?? 0, 0)
    let high = max(values.max() ?? 0, 0)
    let span = high - low
    perPoint = span > 0 && span.isFinite ? 100 / span : 0
    zero = -low * perPoint
  }

  /// Where the bar of a value begins and how long it is; at least a hair, so that small values are seen.
  func bar(_ value: Double) -> (start: Double, length: Double) {
    guard value.isFinite, value != 0, perPoint > 0 else { return (zero, 0) }
    let length = max(value.magnitude * perPoint, 0.6)
    let start = value < 0 ? zero - length : zero
    return (min(max(start, 0), 100 - length), length)
  }
}
