import Diagnostics
import LocatedJSON
import Testing

struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSONValue.null),
    (" true\n", .bool(true)),
    ("false", .bool(false)),
    ("-0", .number(0)),
    ("0.1e1", .number(1)),
    ("-12.5E-1", .number(-1.25)),
    ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
    ("5e-324", .number(.leastNonzeroMagnitude)),
    ("\"\"", .string("")),
    (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{08}\u{0C}\n\r\t")),
    (#""\u0000\u00e9\uD834\uDd1e""#, .string("\0é𝄞")),
    ("\"é漢😀\u{7F}\u{2028}\u{FFFF}\"", .string("é漢😀\u{7F}\u{2028}\u{FFFF}")),
    ("[]", .array([])),
    ("\t[ 1 ,\r\n2 ] ", .array([.number(1), .number(2)])),
    ("{}", .object([])),
    (
      #"{"b":[{}],"a":null,"":0}"#,
      .object([.init("b", .array([.object([])])), .init("a", .null), .init("", .number(0))])
    ),
  ])
  func accepts(text: String, value: JSONValue) {
    let outcome = Outcome(text)
    #expect(outcome.found == [])
    #expect(outcome.document?.root.plain == value)
  }

  @Test func everyValueAndKeyKnowsItsBytes() throws {
    let text = #" { "ké" : [ 1.5, "x" ] } "#
    let root = try #require(Outcome(text).document?.root)
    func slice(_ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
    #expect(slice(root.range) == #"{ "ké" : [ 1.5, "x" ] }"#)
    guard case .object(let members) = root.value, let member = members.first,
      case .array(let elements) = member.value.value
    else {
      Issue.record("an object with a list in it is expected")
      return
    }
    #expect(slice(member.keyRange) == #""ké""#)
    #expect(slice(member.value.range) == #"[ 1.5, "x" ]"#)
    #expect(elements.map { slice($0.range) } == ["1.5", #""x""#])
  }

  @Test func equalTextsOfTheLengthOfIdsStayApartFromOthers() throws {
    // Many more than there are places to remember them in.
    let texts = (0..<2_000).map { "a-name-with-a-number-\($0 % 700)" }
    let root = try #require(Outcome("[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]").document?.root)
    #expect(root.plain == .array(texts.map { .string($0) }))
  }

  @Test(arguments: [2, 15, 16, 17, 18, 40])
  func aKeyThatStandsTwiceIsFoundInObjectsOfAnySize(count: Int) {
    let keys = (0..<count).map { "\"key-\($0)\":0" }
    for place in [0, count / 2, count - 1] {
      let text = "{" + (keys + ["\"key-\(place)\":1"] + ["\"last\":2"]).joined(separator: ",") + "}"
      #expect(Outcome(text).found.map { $0.prefix(13) } == ["duplicate-key"])
    }
    #expect(Outcome("{" + keys.joined(separator: ",") + "}").found == [])
  }

  /// What the RFC leaves to the reader, decided on purpose.
  @Test(arguments: [
    ("1e-400", JSONValue.number(0)),
    ("-1e-99999999999999999999", .number(0)),
    ("9007199254740993", .number(9_007_199_254_740_992)),
    ("999999999999999", .number(999_999_999_999_999)),
    ("-1234567890123456", .number(-1_234_567_890_123_456)),
    ("[0, -7, 120, 3.0, 3e1]", .array([.number(0), .number(-7), .number(120), .number(3), .number(30)])),
    ("100000000000000000000", .number(1e20)),
    ("0.1000000000000000055511151231257827021181583404541015625", .number(0.1)),
    ("\"\\uFFFF\"", .string("\u{FFFF}")),
  ])
  func decides(text: String, value: JSONValue) {
    #expect(Outcome(text).document?.root.plain == value)
  }

  @Test func keysThatOnlyLookEqualAreDifferent() {
    let outcome = Outcome("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(outcome.found == [])
    guard case .object(let members)? = outcome.document?.root.value else {
      Issue.record("an object is expected")
      return
    }
    #expect(members.map { Array($0.key.utf8) } == [[0xC3, 0xA9], [0x65, 0xCC, 0x81]])
  }

  @Test func nestsAsDeepAsTheLimitAndNoDeeper() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(Outcome(nested(128)).document != nil)
    #expect(Outcome(nested(129)).found == ["nesting-too-deep 128..<129"])
    #expect(Outcome(String(repeating: "{\"\":", count: 100_000)).found == ["nesting-too-deep 512..<513"])
  }

  @Test func readsAFileOfTheGreatestSizeAndNoneThatIsLarger() {
    let limit = 16 * 1024 * 1024
    var bytes = [UInt8](repeating: 0x20, count: limit - 1) + [0x30]
    #expect(Outcome(bytes).document?.root.range == limit - 1..<limit)
    bytes.append(0x20)
    #expect(Outcome(bytes).found == ["file-too-large 0..<0"])
  }

  @Test func readsANumberOfAMillionDigitsInTime() {
    let digits = String(repeating: "1", count: 1_000_000)
    #expect(Outcome("0." + digits).document != nil)
    #expect(Outcome(digits).found == ["number-out-of-range 0..<1000000"])
    #expect(Outcome(digits + "e-1000000").document != nil)
  }
}
