import Diagnostics
import Testing

struct JSONMistakeTests {
  @Test(arguments: [
    ("[1⟦,⟧]", "the last value of a list has no ',' behind it"),
    (#"{"a":1 ⟦,⟧ }"#, "the last value of an object has no ',' behind it"),
    ("[1,⟦,⟧2]", "a value is missing before ','"),
    ("[⟦,⟧]", "a value is missing before ','"),
    (#"{⟦,⟧"a":1}"#, "a member is missing before ','"),
    ("[1⟦⟧ 2]", "',' is missing between two values"),
    ("{\"a\":1⟦⟧\n\"b\":2}", "',' is missing between two values"),
    ("[1⟦;⟧2]", "values are separated by ',', not by ';'"),
    (#"{"a"⟦⟧ 1}"#, "a key and its value are separated by ':'"),
    (#"{"a"⟦=>⟧1}"#, "a key and its value are separated by ':'"),
    (#"{⟦"a"⟧}"#, "a key needs a value"),
    (#"{"a":⟦⟧ }"#, "a value is missing behind ':'"),
    (#"{"a":⟦:⟧1}"#, "':' stands where a value is needed"),
    (#"["a"⟦:⟧1]"#, "':' stands where ',' or ']' is needed"),
    ("{⟦a-1⟧:1}", "'a-1' needs double quotes: keys are texts"),
    ("{⟦1⟧:1}", "'1' needs double quotes: keys are texts"),
    ("{⟦'a'⟧:1}", "texts stand in double quotes"),
    ("[⟦'it\\'s'⟧]", "texts stand in double quotes"),
    ("[⟦'⟧a]", "texts stand in double quotes"),
    ("[⟦“⟧a”]", "'“' stands where a value is needed"),
    ("⟦// all\n⟧".replacing("\n⟧", with: "⟧\n") + "1", "comments are not part of JSON"),
    ("[1,⟦/* , */⟧2]", "comments are not part of JSON"),
    ("1 ⟦/* never closed⟧", "comments are not part of JSON"),
    ("1 ⟦# all⟧", "comments are not part of JSON"),
    ("1 ⟦/⟧", "a file holds one value: text follows its end"),
    ("{} ⟦{⟧}", "a file holds one value: text follows its end"),
    ("{}⟦}⟧", "'}' closes nothing"),
    ("⟦]⟧", "']' closes nothing"),
    ("[1⟦}⟧", "'[' is closed by ']', not by '}'"),
    ("[1,\n [2⟦⟧\n", "the file ends where ',' or ']' is needed"),
    (#"{"a"⟦⟧"#, "the file ends where ':' is needed"),
    ("{⟦⟧", "the file ends where a key in double quotes is needed"),
    ("[-1,⟦⟧ ", "the file ends where a value is needed"),
    ("⟦⟧", "an empty file is not JSON: a file holds one value"),
    ("⟦⟧ \n\t", "an empty file is not JSON: a file holds one value"),
    ("[⟦True⟧]", "'True' is not a value of JSON"),
    ("[⟦nul⟧]", "'nul' is not a value of JSON"),
    ("[⟦None⟧]", "'None' is not a value of JSON"),
    ("[⟦NaN⟧]", "NaN is not a number of JSON"),
    ("[⟦-Infinity⟧]", "-Infinity is not a number of JSON"),
    ("[⟦yes⟧]", "'yes' needs double quotes: it is a text"),
    ("⟦hello⟧ world", "'hello' is not JSON"),
    ("⟦<⟧html>", "'<' stands where a value is needed"),
    ("[⟦é⟧]", "'é' stands where a value is needed"),
    ("[⟦１⟧]", "'１' stands where a value is needed"),
    ("[⟦\0⟧]", "U+0000 is not part of JSON"),
    ("[⟦\u{0C}⟧1]", "U+000C is not white space in JSON: only space, tab and line breaks are"),
    ("[⟦\u{A0}⟧1]", "U+00A0 is not white space in JSON: only space, tab and line breaks are"),
    ("[1⟦\u{2060}⟧]", "U+2060 is not white space in JSON: only space, tab and line breaks are"),
  ])
  func refusesStructure(text: String, summary: String) {
    expectProblem("json-syntax", summary, in: text)
  }

  @Test(arguments: [
    ("[⟦00⟧1]", "a number has no leading zeros"),
    ("[-⟦0⟧7.5]", "a number has no leading zeros"),
    ("[⟦+⟧1]", "a number has no '+' in front"),
    ("[⟦.⟧5]", "a digit stands before the decimal point"),
    ("[-⟦.⟧5]", "a digit stands before the decimal point"),
    ("[1⟦.⟧]", "a digit follows the decimal point"),
    ("[1⟦.⟧e5]", "a digit follows the decimal point"),
    ("[1⟦e⟧]", "an exponent has digits"),
    ("[1⟦e+⟧]", "an exponent has digits"),
    ("[⟦-⟧]", "a digit follows the minus sign"),
    ("[-⟦a⟧]", "a digit follows the minus sign"),
    ("[⟦0x1F⟧]", "numbers are written in decimal digits"),
    ("[1⟦_000⟧]", "digits of a number are not grouped"),
    ("[1.2⟦.3⟧]", "'1.2.3' is not a number"),
    ("[1⟦a⟧]", "'1a' is not a number"),
    ("[1⟦+2⟧]", "'1+2' is not a number"),
  ])
  func refusesNumber(text: String, summary: String) {
    expectProblem("json-syntax", summary, in: text)
  }

  @Test(arguments: [
    ("[⟦\"abc]⟧\n", "a text ends with '\"' on the line where it begins"),
    ("[⟦\"⟧", "a text ends with '\"' on the line where it begins"),
    ("[⟦\"a\\⟧", "a text ends with '\"' on the line where it begins"),
    ("[\"a⟦\t⟧\"]", "control character U+0009 is written as an escape in a text"),
    ("[\"a⟦\0⟧\"]", "control character U+0000 is written as an escape in a text"),
    (#"["⟦\x⟧41"]"#, #"'\x' is not an escape of JSON"#),
    (#"["⟦\é⟧"]"#, #"'\é' is not an escape of JSON"#),
    (#"["⟦\'⟧"]"#, #"'\'' is not an escape of JSON"#),
    (#"["⟦\u00A⟧"]"#, #"'\u' needs four hexadecimal digits"#),
    (#"["⟦\u⟧é"]"#, #"'\u' needs four hexadecimal digits"#),
  ])
  func refusesText(text: String, summary: String) {
    expectProblem("json-syntax", summary, in: text)
  }

  @Test(arguments: [
    #"["⟦\uD800⟧"]"#,
    #"["⟦\udc00⟧"]"#,
    #"["⟦\uD800⟧\n"]"#,
    #"["⟦\uDBFF⟧\u0041"]"#,
    #"{"⟦\uDFAA⟧":0}"#,
  ])
  func refusesALoneSurrogate(text: String) {
    expectProblem("lone-surrogate", "half of a surrogate pair is not a character", in: text)
  }

  @Test func tellsBothHalvesOfAPairInTheWrongOrder() {
    #expect(Outcome(#"["\uDd1e\uD834"]"#).found == ["lone-surrogate 2..<8", "lone-surrogate 8..<14"])
    #expect(Outcome(#"["\uD800\uD800\n"]"#).found == ["lone-surrogate 2..<8", "lone-surrogate 8..<14"])
  }

  @Test(arguments: ["⟦1e309⟧", "[⟦-1e9999⟧]", "[⟦1E400⟧]", "[⟦1.7976931348623159e308⟧]"])
  func refusesANumberThatIsNotFinite(text: String) {
    expectProblem(
      "number-out-of-range",
      "numbers lie between -1.7976931348623157e308 and 1.7976931348623157e308",
      in: text
    )
  }

  @Test(
    arguments: [
      ([0x22, 0xE9, 0x22], "invalid-utf8 1..<2"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "invalid-utf8 1..<2"),
      ([0x22, 0xC0, 0xAF, 0x22], "invalid-utf8 1..<2"),
      ([0x22, 0xE2, 0x82, 0x22], "invalid-utf8 1..<3"),
      ([0x22, 0xF0, 0x9F, 0x98], "invalid-utf8 1..<4"),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "invalid-utf8 1..<2"),
      ([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], "invalid-utf8 0..<2"),
      ([0xFE, 0xFF, 0x00, 0x5B, 0x00, 0x5D], "invalid-utf8 0..<2"),
      ([0xEF, 0xBB], "invalid-utf8 0..<2"),
      ([0xEF, 0xBB, 0xBF, 0x5B, 0x5D], "byte-order-mark 0..<3"),
    ] as [([UInt8], String)]
  )
  func refusesOtherEncodings(bytes: [UInt8], problem: String) {
    let outcome = Outcome(bytes)
    #expect(outcome.document == nil)
    #expect(outcome.found == [problem])
  }

  @Test func readsOnBehindAByteOrderMark() {
    #expect(Outcome([0xEF, 0xBB, 0xBF]).found == ["byte-order-mark 0..<3", "json-syntax 3..<3"])
    #expect(Outcome([0xEF, 0xBB, 0xBF] + Array("[1,]".utf8)).found == ["byte-order-mark 0..<3", "json-syntax 5..<6"])
  }
}
