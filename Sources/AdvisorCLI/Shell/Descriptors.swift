#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes every byte, however often the system interrupts or wants to be waited for. Gives 0 or the error number.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if !waitIfWorthwhile(errno, for: descriptor, Int16(POLLOUT)) {
        return errno
      }
    }
    return 0
  }
}

/// The next bytes, at most so many; empty at the end and after an error, whose number stays in `errno`.
func readAvailable(from descriptor: Int32, atMost limit: Int) -> [UInt8] {
  guard limit > 0 else { return [] }
  return [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
    while true {
      errno = 0
      let count = read(descriptor, buffer.baseAddress, limit)
      if count >= 0 {
        filled = count
        return
      }
      guard waitIfWorthwhile(errno, for: descriptor, Int16(POLLIN)) else { return }
    }
  }
}

/// Whether to try again after the error; waits first if the descriptor is one that does not wait by itself.
private func waitIfWorthwhile(_ error: Int32, for descriptor: Int32, _ events: Int16) -> Bool {
  guard error == EAGAIN else { return error == EINTR }
  var wanted = pollfd(fd: descriptor, events: events, revents: 0)
  _ = poll(&wanted, 1, -1)
  return true
}

/// What the error number means, in small letters.
func describeError(_ number: Int32) -> String {
  switch number {
  case ENOSPC: "no space left on the device"
  case EROFS: "the file system is read-only"
  case EIO: "the device reports an error"
  case ENAMETOOLONG: "the name is too long"
  default: String(cString: strerror(number)).lowercased()
  }
}
