/// The check sum that ZIP archives carry for every file: CRC-32 as in ISO 3309 (polynomial 0xEDB88320, reflected).
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var remainder: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    remainder = crcTable[Int((remainder ^ UInt32(byte)) & 0xFF)] ^ (remainder >> 8)
  }
  return remainder ^ 0xFFFF_FFFF
}

private let crcTable: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
}
