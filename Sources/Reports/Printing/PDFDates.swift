package import RuleModel

/// The dates inside a PDF file, which browsers take from the clock.
package enum PDFDates {
  /// The file with the beginning of the day as the moment of its creation and last change (ISO 32000-1, 7.9.4), so that
  /// the same case gives the same bytes. Nothing moves: a date keeps its length.
  package static func fixed(_ file: [UInt8], to date: CalendarDate) -> [UInt8] {
    let digits = Array(date.description.utf8.filter { $0 != UInt8(ascii: "-") }) + Array("000000+00'00'".utf8)
    var file = file
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(key.utf8)
      var place = 0
      while let found = file[place...].firstIndex(of: key[0]) {
        place = found + 1
        let start = found + key.count
        guard start + digits.count <= file.count, file[found..<start].elementsEqual(key) else { continue }
        // Only a date written in full, with its zone, has the room.
        guard file[start + 14] != UInt8(ascii: ")"), file[start + digits.count] == UInt8(ascii: ")") else { continue }
        file.replaceSubrange(start..<start + digits.count, with: digits)
      }
    }
    return file
  }
}
