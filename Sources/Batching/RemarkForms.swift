import RuleCompiler
import RuleModel

/// What a profile may say beside its answers without any effect on a result: reviews, notes, requirements, plans.
///
/// It is checked, not kept. What the ordinary decoder would refuse or warn of is not accepted here.
struct RemarkForms: Sendable {
  indirect enum Form: Sendable {
    /// A text with a character that can be seen.
    case words
    case day
    /// A number of at least 0.
    case amount
    /// One of some known texts.
    case oneOf(Range<Int>)
    /// Keys, each at most once, with the form of each; those in `required` must be there.
    case object(Range<Int>, [Form], required: [Int])
    /// Any of some known keys, each at most once.
    case map(Range<Int>, Form)
    case list(Form)
  }

  private(set) var texts = KnownTexts()
  /// Keys at the top of a profile, and what stands behind each.
  private(set) var keys = 0..<0
  private(set) var forms: [Form] = []

  init(_ catalogue: Catalogue) {
    let formerly = Set(catalogue.renamings.map(\.from.id))
    func known(_ ids: [String]) -> Range<Int> { texts.add(ids.filter { !formerly.contains($0) }) }
    func object(_ members: [(String, Form)], required: [Int] = []) -> Form {
      .object(texts.add(members.map(\.0)), members.map(\.1), required: required)
    }
    let basis = Form.oneOf(texts.add(ProfileNote.Basis.allCases.map(\.rawValue)))
    let audience = Form.oneOf(texts.add(Audience.allCases.map(\.rawValue)))
    let note = object(
      [("text", .words), ("by", .words), ("date", .day), ("basis", basis), ("audience", audience)],
      required: [0]
    )
    let notes = Form.map(known(catalogue.facts.map(\.id)), note)
    let options = Form.oneOf(known(catalogue.decisions.flatMap { $0.options.map(\.id) }))
    let efforts = Form.map(known(catalogue.steps.map(\.item.id)), .amount)
    let members: [(String, Form)] = [
      ("status", .oneOf(texts.add(Profile.Status.allCases.map(\.rawValue)))),
      ("validUntil", .day),
      ("author", .words),
      ("language", .oneOf(texts.add(Language.allCases.map(\.rawValue)))),
      ("notes", notes),
      ("requirements", .list(object([("text", .words)], required: [0]))),
      ("plan", object([("start", .day), ("efforts", efforts), ("by", .words)])),
      ("outcome", object([("option", options), ("since", .words)], required: [0])),
    ]
    keys = texts.add(members.map(\.0))
    forms = members.map(\.1)
  }
}

extension LineReader {
  /// Reads over a value of a form.
  mutating func skip(_ form: RemarkForms.Form, _ texts: borrowing KnownTexts) -> Bool {
    switch form {
    case .words: return words() != nil
    case .day: return day() != nil
    case .amount: return number().map { $0 >= 0 } ?? false
    case .oneOf(let indices): return take(indices, of: texts) != nil
    case .list(let element):
      // A closure must not hold what is only lent to it.
      let texts = copy texts
      return elements { $0.skip(element, texts) }
    case .object(let keys, let forms, let required):
      let texts = copy texts
      var seen: UInt64 = 0
      let isRead = members { reader in
        guard let key = reader.take(keys, of: texts), reader.take(ASCII.colon) else { return false }
        let place = key - keys.lowerBound
        guard seen >> UInt64(place) & 1 == 0 else { return false }
        seen |= 1 << UInt64(place)
        return reader.skip(forms[place], texts)
      }
      return isRead && required.allSatisfy { seen >> UInt64($0) & 1 == 1 }
    case .map(let keys, let form):
      let texts = copy texts
      var seen: Set<Int> = []
      return members { reader in
        guard let key = reader.take(keys, of: texts), reader.take(ASCII.colon) else { return false }
        return seen.insert(key).inserted && reader.skip(form, texts)
      }
    }
  }
}
