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
}
