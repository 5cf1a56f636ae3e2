import LocatedJSON
import Testing

struct WriterTests {
  /// RFC 8785, appendix B.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"),
      (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"),
      (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"),
      (0xC340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
      (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
      (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
      (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
      (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
      (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"),
      (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"),
      (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"),
      (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)]
  )
  func writesNumbersAsTheCanonicalizationScheme(bits: UInt64, text: String) {
    #expect(formatNumberES6(Double(bitPattern: bits)) == text)
  }

  @Test(arguments: [
    (1, "1"), (-12, "-12"), (0.1, "0.1"), (-1.5, "-1.5"), (100, "100"), (1e20, "100000000000000000000"),
  ])
  func writesEverydayNumbersPlainly(number: Double, text: String) {
    #expect(formatNumberES6(number) == text)
  }

  /// RFC 8785, sections 3.2.2 and 3.2.3.
  @Test(arguments: [
    (
      #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#,
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
        + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    ),
    (
      #"""
      {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}
      """#,
      "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
        + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
    ),
    (#"{"z":{},"a":[ ],"aa":{"b":1,"a":-0}}"#, #"{"a":[],"aa":{"a":0,"b":1},"z":{}}"#),
  ])
  func writesTheCanonicalForm(text: String, canonical: String) throws {
    let value = try #require(Outcome(text).document?.root.plain)
    #expect(value.canonical() == Array(canonical.utf8))
    let again = try #require(Outcome(value.canonical()).document?.root.plain)
    #expect(again.canonical() == value.canonical())
  }

  @Test func writesForPeople() throws {
    let long = (1...40).map(String.init).joined(separator: ",")
    let text = #"{"b":1.0,"a":[1,"x",null],"e":[],"o":{},"n":[[1],{"k":true}],"l":["# + long + "]}"
    let value = try #require(Outcome(text).document?.root.plain)
    let pretty = value.pretty()
    #expect(
      pretty.hasPrefix(
        """
        {
          "b": 1,
          "a": [1, "x", null],
          "e": [],
          "o": {},
          "n": [
            [1],
            {
              "k": true
            }
          ],
          "l": [
            1,
            2,

        """
      )
    )
    #expect(pretty.hasSuffix("    40\n  ]\n}\n"))
    #expect(Outcome(pretty).document?.root.plain == value)
    #expect(JSONValue.null.pretty() == "null\n")
  }
}
