/// A case as bytes: what the page says about answers, weights and decisions.
///
/// Weights; per decision a byte (0 open, 1 an option, 2 a leaf) and its place; clarifications as rule, leaf and whether
/// they hold; whether there is a date, and its day; per fact whether it is answered, and the answer.
package enum CaseFileBytes {
  package static func write(_ file: CaseFile) -> [UInt8] {
    var writer = ByteWriter()
    writer.list(file.circumstances.weights) { $0.write($1) }
    writer.list(file.circumstances.decided) { writer, decided in
      switch decided {
      case .open: writer.write(0, Int32(0))
      case .family(let place): writer.write(1, place)
      case .leaf(let place): writer.write(2, place)
      }
    }
    writer.list(file.circumstances.refuted) { writer, entry in
      writer.write(RuleBook.Confirmation(rule: entry.rule, leaf: entry.leaf))
    }
    writer.list(file.clarified) { $0.write($1) }
    writer.write(file.circumstances.today != nil)
    writer.write(file.circumstances.today ?? 0)
    writer.list(file.answers) { writer, answer in
      writer.write(answer != nil)
      writer.write(answer ?? Extent())
    }
    return writer.bytes
  }

  /// The case that bytes hold; nil unless it is whole and fits the book.
  package static func read(_ bytes: [UInt8], _ book: RuleBook) -> CaseFile? {
    var reader = ByteReader(bytes)
    let weights = reader.list(atLeast: 8) { $0.double() }
    let decided = reader.list(atLeast: 5) { $0.decided() }
    let refuted = reader.list(atLeast: 8) { Circumstances.Refutation(rule: $0.int32(), leaf: $0.int32()) }
    let clarified = reader.list(atLeast: 8) { $0.confirmation() }
    let hasDate = reader.flag()
    let day = reader.double()
    let answers = reader.list(atLeast: 33) { reader -> Extent? in
      let isAnswered = reader.flag()
      let extent = reader.extent()
      return isAnswered ? extent : nil
    }
    guard reader.isWhole, reader.isAtEnd, day.magnitude < 1e8 else { return nil }
    let file = CaseFile(
      circumstances: Circumstances(
        weights: weights,
        decided: decided,
        refuted: refuted,
        today: hasDate ? day : nil
      ),
      answers: answers,
      clarified: clarified
    )
    return file.fits(book) ? file : nil
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ kind: UInt64, _ place: Int32) {
    write(kind, bytes: 1)
    write(place)
  }
}

extension ByteReader {
  fileprivate mutating func decided() -> Circumstances.Decided {
    let kind = bits(bytes: 1)
    let place = int32()
    switch kind {
    case 0: return .open
    case 1: return .family(place)
    case 2: return .leaf(place)
    default:
      reject()
      return .open
    }
  }
}

extension CaseFile {
  /// Whether everything in it exists in the book.
  fileprivate func fits(_ book: RuleBook) -> Bool {
    let program = book.program
    guard circumstances.weights.count == book.criterionCount, circumstances.decided.count == program.decisions.count,
      answers.count == book.facts.count
    else { return false }
    for weight in circumstances.weights where !weight.isFinite || weight < 0 { return false }
    for (row, decided) in zip(program.decisions, circumstances.decided) {
      switch decided {
      case .open: break
      case .leaf(let place): if place < 0 || place >= row.leaves.count { return false }
      case .family(let place):
        guard program.leaves[row.leaves.indices].contains(where: { $0.family == place }) else { return false }
      }
    }
    for entry in circumstances.refuted {
      let own = program.decisions.contains { row in
        row.rules.indices.contains(Int(entry.rule)) && row.leaves.indices.contains(Int(entry.leaf))
      }
      if !own { return false }
    }
    for (form, answer) in zip(book.facts, answers) {
      if let answer, !form.isAsked || !form.allows(answer) { return false }
    }
    return true
  }
}
