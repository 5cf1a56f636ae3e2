import Synchronization

/// What a run has made last. It is left to the system at the end of the program, which takes all memory back at once; to
/// take a large value apart piece by piece would take longer than to make much of it.
private let lasting = Mutex<(any Sendable)?>(nil)

/// Keeps a value until another one is kept or the program ends.
func keepUntilTheEnd(_ value: any Sendable) { lasting.withLock { $0 = value } }
