/// Writes numbers one after another, the least byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64, bytes count: Int = 8) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place))) }
  }

  mutating func write(_ value: Int32) { write(UInt64(UInt32(bitPattern: value)), bytes: 4) }
  mutating func write(count: Int) { write(Int32(count)) }
  mutating func write(_ value: Double) { write(value.bitPattern) }
  mutating func write(_ flag: Bool) { write(flag ? 1 : 0, bytes: 1) }

  mutating func write(_ run: Run) {
    write(run.first)
    write(run.count)
  }

  mutating func write(_ extent: Extent) {
    write(extent.must)
    write(extent.may)
    write(extent.lower)
    write(extent.upper)
  }
}

/// Reads what `ByteWriter` wrote. Beyond the end everything is 0, and `isWhole` says so: whoever reads asks at the end.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0
  /// Nothing was missing, and no number was out of place.
  private(set) var isWhole = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  /// What was read makes no sense.
  mutating func reject() { isWhole = false }

  @inline(never)
  mutating func bits(bytes count: Int = 8) -> UInt64 {
    guard isWhole, count <= bytes.count - place else {
      isWhole = false
      return 0
    }
    var value: UInt64 = 0
    for offset in 0..<count { value |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
    place += count
    return value
  }

  @inline(never)
  mutating func int32() -> Int32 { Int32(truncatingIfNeeded: bits(bytes: 4)) }
  mutating func flag() -> Bool { bits(bytes: 1) == 1 }

  /// A number that is not NaN.
  @inline(never)
  mutating func double() -> Double {
    let value = Double(bitPattern: bits())
    if value.isNaN {
      isWhole = false
      return 0
    }
    return value
  }

  @inline(never)
  mutating func run() -> Run { Run(first: int32(), count: int32()) }

  @inline(never)
  mutating func extent() -> Extent {
    var extent = Extent()
    extent.must = bits()
    extent.may = bits()
    extent.lower = double()
    extent.upper = double()
    return extent
  }

  /// A list whose entries take at least so many bytes: a length that cannot be true is not believed.
  mutating func list<Entry>(atLeast size: Int, _ entry: (inout ByteReader) -> Entry) -> [Entry] {
    let count = length(atLeast: size)
    return (0..<count).map { _ in entry(&self) }
  }

  @inline(never)
  private mutating func length(atLeast size: Int) -> Int {
    let count = Int(int32())
    if isWhole, count >= 0, count <= (bytes.count - place) / size { return count }
    isWhole = false
    return 0
  }
}
