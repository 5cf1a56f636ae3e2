import Foundation

/// The engine as WebAssembly with bytes put into its memory, so that a runtime without a host can be given input.
struct WasmModule {
  private struct Section {
    let id: UInt8
    var content: [UInt8]
  }

  private var sections: [Section] = []

  struct Malformed: Error {}

  init(_ bytes: [UInt8]) throws {
    guard bytes.starts(with: [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]) else { throw Malformed() }
    var place = 8
    while place < bytes.count {
      let id = bytes[place]
      place += 1
      let size = try Self.number(bytes, &place)
      guard size <= bytes.count - place else { throw Malformed() }
      sections.append(Section(id: id, content: Array(bytes[place..<place + size])))
      place += size
    }
  }

  var hasImports: Bool { sections.contains { $0.id == 2 && $0.content != [0] } }

  /// Adds pages to the memory that the module is started with, and puts bytes there.
  ///
  /// - Returns: their address.
  mutating func append(_ bytes: [UInt8]) throws -> Int {
    guard let memory = sections.firstIndex(where: { $0.id == 5 }) else { throw Malformed() }
    var place = 2
    let pages = try Self.number(sections[memory].content, &place)
    let added = (bytes.count + 65_535) / 65_536
    sections[memory].content.replaceSubrange(2..<place, with: Self.leb(pages + added))
    if let count = sections.firstIndex(where: { $0.id == 12 }) {
      var place = 0
      let old = try Self.number(sections[count].content, &place)
      sections[count].content = Self.leb(old + 1)
    }
    let address = pages * 65_536
    let segment = [0, 0x41] + Self.signedLEB(address) + [0x0B] + Self.leb(bytes.count) + bytes
    if let data = sections.firstIndex(where: { $0.id == 11 }) {
      var place = 0
      let old = try Self.number(sections[data].content, &place)
      sections[data].content = Self.leb(old + 1) + sections[data].content[place...] + segment
    } else {
      sections.append(Section(id: 11, content: Self.leb(1) + segment))
    }
    return address
  }

  var bytes: [UInt8] {
    sections.reduce([0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]) { $0 + [$1.id] + Self.leb($1.content.count) + $1.content }
  }

  private static func number(_ bytes: [UInt8], _ place: inout Int) throws -> Int {
    var (value, shift) = (0, 0)
    while place < bytes.count, shift < 35 {
      let byte = bytes[place]
      place += 1
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    throw Malformed()
  }

  private static func leb(_ number: Int) -> [UInt8] {
    var (rest, bytes) = (number, [UInt8]())
    repeat {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }

  private static func signedLEB(_ number: Int) -> [UInt8] {
    var (rest, bytes) = (number, [UInt8]())
    while true {
      let byte = UInt8(rest & 0x7F)
      rest >>= 7
      if rest == 0 && byte & 0x40 == 0 { return bytes + [byte] }
      bytes.append(byte | 0x80)
    }
  }
}
