/// A ZIP archive of files that are stored as they are, without compression (PKWARE APPNOTE 6.3, version 2.0).
///
/// Every file carries the first day that ZIP knows, so that the same files give the same bytes. Up to 65,535 files with
/// less than 4 GiB in all.
enum ZipArchive {
  static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let start = UInt32(archive.count)
      let facts = facts(of: file.bytes, name)
      archive += long(0x0403_4B50) + facts + name + file.bytes
      directory += long(0x0201_4B50) + short(version) + facts
      // No comment, first disk, no attributes inside or outside.
      directory += short(0) + short(0) + short(0) + long(0) + long(start) + name
    }
    let count = short(UInt16(files.count))
    let place = long(UInt32(directory.count)) + long(UInt32(archive.count))
    return archive + directory + long(0x0605_4B50) + short(0) + short(0) + count + count + place + short(0)
  }

  /// What stands both in front of a file and in the directory: version, flags, method, time, check sum, sizes.
  private static func facts(of bytes: [UInt8], _ name: [UInt8]) -> [UInt8] {
    let size = long(UInt32(bytes.count))
    let namesAreUTF8: UInt16 = 1 << 11
    let firstDay: UInt16 = 1 << 5 | 1
    return short(version) + short(namesAreUTF8) + short(0) + short(0) + short(firstDay) + long(crc32(bytes)) + size
      + size
      + short(UInt16(name.count)) + short(0)
  }

  private static let version: UInt16 = 20

  private static func short(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

  private static func long(_ number: UInt32) -> [UInt8] {
    short(UInt16(number & 0xFFFF)) + short(UInt16(number >> 16))
  }
}
