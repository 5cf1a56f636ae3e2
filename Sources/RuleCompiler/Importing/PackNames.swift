import RuleModel

/// Ids of packs for those of a lens: unchanged where they are fit, else changed as little as may be.
struct PackNames {
  private var taken: Set<String> = []

  /// Ids for several names of one kind, in their order.
  ///
  /// What is fit already keeps its id, wherever it stands; of names that become alike the first takes the id, the others
  /// get `-2`, `-3` …
  static func ids(of names: [String], kind: String) -> [String] {
    var pool = PackNames()
    let fit = names.map { isIdentifier($0) }
    var found: [String?] = zip(names, fit).map { name, isFit in
      isFit && pool.taken.insert(name).inserted ? name : nil
    }
    for place in names.indices where found[place] == nil {
      found[place] = pool.free(identifier(for: names[place]) ?? kind)
    }
    return found.compactMap { $0 }
  }

  /// The id itself, or with the first number that makes it one of its own.
  mutating func free(_ id: String) -> String {
    var candidate = id
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }

  /// The nearest id: letters and digits of ASCII with single separators between them, umlauts and letters with accents
  /// spelled out as is usual (`ü` as `ue`, `é` as `e`); nil where nothing is left.
  static func identifier(for text: String) -> String? {
    var id = ""
    var separator: Character?
    for byte in text.map({ spelledOut($0) }).joined().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let separator, !id.isEmpty { id.append(separator) }
        separator = nil
        id.append(Character(Unicode.Scalar(byte)))
      case UInt8(ascii: "."), UInt8(ascii: "_"):
        if separator == nil { separator = Character(Unicode.Scalar(byte)) }
      default: separator = separator ?? "-"
      }
    }
    return id.isEmpty ? nil : id
  }

  /// A letter in ASCII, where there is a usual spelling; characters are compared as people see them, however they are put
  /// together.
  private static func spelledOut(_ character: Character) -> String {
    spellings[character] ?? "\(character)"
  }

  private static let spellings: [Character: String] = {
    var spellings: [Character: String] = [
      "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
      "Œ": "Oe", "ø": "o", "Ø": "O", "ç": "c", "Ç": "C", "ñ": "n", "Ñ": "N",
    ]
    let plain = [("a", "àáâãå"), ("e", "èéêë"), ("i", "ìíîï"), ("o", "òóôõ"), ("u", "ùúû"), ("y", "ýÿ")]
    for (letter, forms) in plain {
      for form in forms { spellings[form] = letter }
      for form in forms.uppercased() { spellings[form] = letter.uppercased() }
    }
    return spellings
  }()
}
