// What the WebAssembly module offers to a page. It is compiled together with the sources of `Engine`, as one module for
// wasm32 in Embedded Swift (see the plugin `EmbedLivePage`), and is no target of the native package.
//
// The page asks for room (`advisor_room`), puts bytes there, and calls. Findings stand at `advisor_findings` as so many
// doubles as the call returned; they hold until the next call. A negative number says that the bytes were refused.

nonisolated(unsafe) private var room: UnsafeMutablePointer<UInt8>?
nonisolated(unsafe) private var session: LiveSession?
nonisolated(unsafe) private var findings: [Double] = []
nonisolated(unsafe) private var shown: UnsafeMutablePointer<Double>?

private func received(_ count: Int32) -> [UInt8] {
  guard let room, count > 0 else { return [] }
  return Array(UnsafeBufferPointer(start: room, count: Int(count)))
}

private func show(_ found: Findings) -> Int32 {
  shown?.deallocate()
  let numbers = found.numbers
  let place = UnsafeMutablePointer<Double>.allocate(capacity: max(1, numbers.count))
  for index in numbers.indices { place[index] = numbers[index] }
  shown = place
  return Int32(numbers.count)
}

/// Room for so many bytes; the last room is given back.
@c(advisor_room)
public func advisorRoom(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  room?.deallocate()
  let place = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, Int(count)))
  room = place
  return place
}

/// Where findings stand.
@c(advisor_findings)
public func advisorFindings() -> UnsafeMutablePointer<Double>? { shown }

/// Takes a book of rules from the room; the number of its decisions, or −1.
@c(advisor_book)
public func advisorBook(_ count: Int32) -> Int32 {
  session = LiveSession(received(count))
  return session.map { Int32($0.decisionCount) } ?? -1
}

/// Takes a case from the room and shows how it stands; −1 if it does not fit the book.
@c(advisor_case)
public func advisorCase(_ count: Int32) -> Int32 {
  let bytes = received(count)
  guard let session, session.open(bytes) else { return -1 }
  return show(session.standing())
}

@c(advisor_settling)
public func advisorSettling(_ decision: Int32) -> Int32 { show(session?.settling(Int(decision)) ?? Findings()) }

@c(advisor_flips)
public func advisorFlips(_ decision: Int32) -> Int32 { show(session?.flips(Int(decision)) ?? Findings()) }

@c(advisor_firmness)
public func advisorFirmness(_ draws: Int32, _ seed: Int32, _ keepsOrder: Int32) -> Int32 {
  let plan = DrawingPlan(draws: Int(draws), seed: UInt64(UInt32(bitPattern: seed)), keepsOrder: keepsOrder != 0)
  return show(session?.firmness(plan) ?? Findings())
}

/// For comparing builds: a book and cases, each behind its length, at an address; one digest of everything found.
@c(advisor_digest)
public func advisorDigest(_ address: UnsafePointer<UInt8>, _ count: Int32, _ draws: Int32, _ limit: Int32) -> UInt64 {
  liveDigest(Array(UnsafeBufferPointer(start: address, count: Int(count))), draws: Int(draws), limit: Int(limit))
}
