/// A part of a program, made ready to run: its operations in an order that suits the processor, put together in stages.
///
/// Between two operations that fill columns, those that find truths stand by how deep they are nested, then by what they do:
/// comparisons by column, the rest by kind and length. What depends on what stays in order. A stage is a run of operations
/// that do the same: what they do is asked once for all of them, and a processor guesses long runs right.
package final class Course: Sendable {
  /// What a stage does.
  enum Work: Int32, Sendable {
    /// Compares a column. An entry is a register and a comparison.
    case compare
    /// Joins registers. An entry is a register and those that it joins.
    case all
    case any
    /// An entry is a register and the one that it is the opposite of.
    case not
    /// Fills a column, makes it relevant, or decides; without entries.
    case fill
  }

  /// Stage after stage: what it does; the column that is compared, how many registers are joined, or the operation that
  /// fills; how many words its entries have; and these.
  ///
  /// INVARIANT: registers and comparisons are those of the program; nobody looks again while it runs.
  let words: [Int32]
  /// How many registers and comparisons the program has.
  let registerCount: Int
  let comparisonCount: Int

  /// - Parameter operations: ascending.
  package convenience init(_ program: Program, _ operations: [Int]) {
    self.init(program, once: program.order(of: operations).map { operations[$0] })
  }

  /// The same for operations that run only once: as they stand, since to find a better order takes longer than it saves.
  init(_ program: Program, once operations: [Int]) {
    registerCount = program.registerCount
    comparisonCount = program.comparisons.count
    var writer = CourseWriter(registerCount: program.registerCount)
    for operation in operations { writer.add(operation, of: program) }
    words = writer.words
  }

  /// Words of a stage before its entries.
  static let head = 3
}

private struct CourseWriter {
  let registerCount: Int
  private(set) var words: [Int32] = []
  /// Where the last stage begins.
  private var last = 0

  init(registerCount: Int) { self.registerCount = registerCount }

  mutating func add(_ operation: Int, of program: Program) {
    switch program.operations[operation] {
    case .compare(let register, let comparison):
      begin(.compare, program.comparisons[Int(comparison)].column)
      name(register)
      words.append(comparison)
    case .all(let register, let run), .any(let register, let run):
      begin(program.operations[operation].isAll ? .all : .any, run.count)
      name(register)
      for place in run.indices { name(program.operands[place]) }
    case .not(let register, let operand):
      begin(.not, 1)
      name(register)
      name(operand)
    case .relevance, .formula, .truth, .cases, .decide: begin(.fill, Int32(operation))
    }
    words[last + 2] = Int32(words.count - last - Course.head)
  }

  private mutating func name(_ register: Int32) {
    precondition(register >= 0 && Int(register) < registerCount)
    words.append(register)
  }

  /// Begins a stage, unless the last one does the same.
  private mutating func begin(_ work: Course.Work, _ subject: Int32) {
    if !words.isEmpty && words[last] == work.rawValue && words[last + 1] == subject { return }
    last = words.count
    words.append(work.rawValue)
    words.append(subject)
    words.append(0)
  }
}

extension Program {
  /// The places of operations in the order of a course.
  fileprivate func order(of operations: [Int]) -> [Int] {
    var depths = Array(repeating: 0, count: registerCount)
    var keys = Keys(operations.count)
    var segment = 0
    for (place, operation) in operations.enumerated() {
      switch self.operations[operation] {
      case .compare(let register, let comparison):
        depths[Int(register)] = 0
        let row = comparisons[Int(comparison)]
        keys.set(place, segment, depth: 0, kind: Int(row.column), length: row.test.likeness)
      case .all(let register, let run), .any(let register, let run):
        var depth = 0
        for index in run.indices { depth = max(depth, depths[Int(operands[index])]) }
        depths[Int(register)] = depth + 1
        keys.set(
          place,
          segment,
          depth: depth + 1,
          kind: self.operations[operation].isAll ? 0 : 1,
          length: Int(run.count)
        )
      case .not(let register, let operand):
        depths[Int(register)] = depths[Int(operand)] + 1
        keys.set(place, segment, depth: depths[Int(register)], kind: 2, length: 0)
      case .relevance, .formula, .truth, .cases, .decide:
        keys.set(place, segment + 1, depth: 0, kind: 0, length: 0)
        segment += 2
      }
    }
    return keys.order()
  }
}

/// What operations are sorted by: the last key first, so that every pass keeps what the one before has done.
private struct Keys {
  private var segments: [Int]
  private var depths: [Int]
  private var kinds: [Int]
  private var lengths: [Int]

  init(_ count: Int) {
    segments = Array(repeating: 0, count: count)
    depths = segments
    kinds = segments
    lengths = segments
  }

  mutating func set(_ place: Int, _ segment: Int, depth: Int, kind: Int, length: Int) {
    segments[place] = segment
    depths[place] = depth
    kinds[place] = kind
    lengths[place] = length
  }

  /// Places by segment, depth, kind and length; equal ones stay in their order.
  func order() -> [Int] {
    var order = segments.indices.map { $0 }
    for keys in [lengths, kinds, depths, segments] { order = Self.sorted(order, by: keys) }
    return order
  }

  /// Counts how often each key stands, which tells where the first place with each key goes.
  private static func sorted(_ order: [Int], by keys: [Int]) -> [Int] {
    var largest = 0
    for key in keys { largest = max(largest, key) }
    var starts = Array(repeating: 0, count: largest + 2)
    for key in keys { starts[key + 1] += 1 }
    for key in 0...largest { starts[key + 1] += starts[key] }
    var sorted = order
    for place in order {
      let key = keys[place]
      sorted[starts[key]] = place
      starts[key] += 1
    }
    return sorted
  }
}

extension Operation {
  fileprivate var isAll: Bool { if case .all = self { true } else { false } }
}

extension Test {
  /// The same for tests that take as many planes and are asked alike.
  fileprivate var likeness: Int {
    switch self {
    case .member(let mask), .notMember(let mask), .intersects(let mask): mask.nonzeroBitCount
    case .contains, .subset: WorldBlock.width + 1
    case .within, .outside: 1
    }
  }
}
