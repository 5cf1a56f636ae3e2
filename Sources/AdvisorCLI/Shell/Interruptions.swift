import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds back Ctrl-C and its like while a file is replaced, so that no temporary file stays behind.
enum Interruptions {
  private static let lock = Mutex(())
  /// The signal that came meanwhile; 0 for none.
  private static let pending = Atomic<Int32>(0)

  /// Does the work; a signal that arrives meanwhile takes effect afterwards. One work at a time.
  static func deferred<Value>(_ signals: [Int32] = [SIGINT, SIGTERM, SIGHUP], _ work: () -> Value) -> Value {
    let (value, interruption) = lock.withLock { _ in
      // Also makes sure that the variable is there before a handler needs it.
      pending.store(0, ordering: .sequentiallyConsistent)
      let handlers = signals.map { number in
        (number, signal(number) { Interruptions.pending.store($0, ordering: .sequentiallyConsistent) })
      }
      let value = work()
      for (number, handler) in handlers { _ = signal(number, handler) }
      return (value, pending.load(ordering: .sequentiallyConsistent))
    }
    // To the process, not to this thread: threads of a pool block signals.
    if interruption != 0 { kill(getpid(), interruption) }
    return value
  }

  /// From now on the file, which need not be there yet, is removed before Ctrl-C and its like end the process; for one file at a time.
  ///
  /// What this process was told to ignore, as under `nohup`, stays ignored.
  static func removeWhenInterrupted(_ path: String, _ signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]) {
    let former = doomed.exchange(UInt(bitPattern: strdup(path)), ordering: .sequentiallyConsistent)
    free(UnsafeMutablePointer<CChar>(bitPattern: former))
    for number in signals {
      let before = signal(number) { Interruptions.removeAndEnd($0) }
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { _ = signal(number, SIG_IGN) }
    }
  }

  /// The file stays from now on: it is whole, or gone.
  static func keepWhenInterrupted() {
    free(UnsafeMutablePointer<CChar>(bitPattern: doomed.exchange(0, ordering: .sequentiallyConsistent)))
  }

  /// Where the path stands of the file that goes with the process; 0 for none.
  private static let doomed = Atomic<UInt>(0)

  /// Does only what a handler of signals may do.
  private static func removeAndEnd(_ number: Int32) {
    let path = UnsafeMutablePointer<CChar>(bitPattern: doomed.exchange(0, ordering: .sequentiallyConsistent))
    if let path { unlink(path) }
    _ = signal(number, SIG_DFL)
    kill(getpid(), number)
  }
}
