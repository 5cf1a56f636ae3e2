import Foundation
import LocatedJSON
import Reports
import RuleModel
import TestSupport
import Testing

@Suite struct HTMLQuestionnaireTests {
  @Test(arguments: Language.allCases)
  func isWellFormed(language: Language) throws {
    for questionnaire in [try QuestionnaireSample.blank(language), try QuestionnaireSample.filled(language)] {
      let page = HTMLQuestionnaire.render(questionnaire)
      var open: [String] = []
      for match in page.withoutRawText.matches(of: #/<(/?)([a-z0-9]+)[^>]*>/#) {
        let name = String(match.2)
        if ["meta", "input"].contains(name) { continue }
        if match.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
      }
      #expect(open.isEmpty)
    }
  }

  @Test(arguments: Language.allCases)
  func everyLabelAndDescriptionNamesSomethingAndNoIDStandsTwice(language: Language) throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.filled(language))
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for match in page.matches(of: #/ (?:for|aria-describedby|aria-labelledby)="([^"]*)"/#) {
      for id in match.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
    }
    for match in page.matches(of: #/ href="#([^"]*)"/#) { #expect(ids.contains(String(match.1))) }
    for match in page.matches(of: #/ data-count="([^"]*)"/#) { #expect(ids.contains(String(match.1))) }
  }

  @Test func everyQuestionIsAFieldsetWithALegend() throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.blank())
    let facts = page.matches(of: #/<fieldset id="q-([^"]*)" class="question" data-fact="([^"]*)" data-type="([a-z]*)"/#)
    #expect(
      facts.map { "\($0.1) \($0.2) \($0.3)" } == [
        "biz.rank biz.rank choice", "biz.rto biz.rto number", "biz.live biz.live date",
        "data.stores data.stores choices", "data.regions data.regions choices", "data.copies data.copies boolean",
        "data.size data.size number", "data.shown data.shown boolean", "loose loose boolean",
      ]
    )
    #expect(page.matches(of: #/<legend><span class="number">/#).count == 9)
    #expect(page.matches(of: #/data-role="unknown"/#).count == 9)
    #expect(page.matches(of: #/data-role="note"/#).count == 9)
  }

  @Test func showsWhatIsKnownWithoutJavaScript() throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.filled())
    for part in [
      #"value="high" data-role="option" checked="checked">"#,
      #"value="sql" data-role="option" checked="checked">"#,
      #"data-role="none" data-exclusive="true" checked="checked">"#,
      #"value="false" data-role="option" checked="checked">"#,
      #"min="0" max="720" value="2" data-role="from""#, #"min="0" max="720" value="4.5" data-role="to""#,
      #"max="9999-12-31" value="2027-03-01" data-role="from""#,
      #"value="none" data-role="option" data-exclusive="true">"#,
      #"<details class="note" open="open">"#, ">mainframe</textarea>", #"value="Portal &lt;1&gt;""#,
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.matches(of: #/checked="checked"/#).count == 6)
    #expect(!HTMLQuestionnaire.render(try QuestionnaireSample.blank()).contains("checked=\"checked\""))
  }

  @Test func hidesFromPeopleWithoutJavaScriptWhatNeedsIt() throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.blank())
    #expect(page.contains(#"<div class="tools with-script" hidden="hidden" role="region""#))
    #expect(page.matches(of: #/data-role="clear" hidden="hidden"/#).count == 9)
  }

  @Test(arguments: Language.allCases)
  func letsNoTextBecomeMarkup(language: Language) throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.filled(language)).withoutRawText
    for tag in ["<b>", "<img", "<1>", "</legend><script"] { #expect(!page.contains(tag), "\(tag)") }
    #expect(page.contains("&quot;&gt;&lt;img src=x&gt;"))
  }

  @Test(arguments: Language.allCases)
  func allowsExactlyItsOwnStyleAndScript(language: Language) throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.filled(language))
    let scripts = page.matches(of: #/<script>([\s\S]*?)</script>/#).map { String($0.1) }
    let styles = page.matches(of: #/<style>([\s\S]*?)</style>/#).map { String($0.1) }
    #expect(scripts.count == 1)
    #expect(styles.count == 1)
    let policy =
      "default-src 'none'; style-src '\(digest(styles.first ?? ""))'; "
      + "script-src '\(digest(scripts.first ?? ""))'; base-uri 'none'; form-action 'none'"
    let written = policy.replacing("'", with: "&#39;")
    #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(written)\">"))
  }

  @Test func asksNothingOfANetwork() throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.filled()).withoutRawText
    #expect(page.matches(of: #/<[^>]* (src|srcset|action|formaction|style|on[a-z]+)=/#).isEmpty)
    #expect(page.matches(of: #/ href="[^#]/#).isEmpty)
  }

  @Test func theScriptPutsTextIntoThePageAsTextOnly() throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.blank())
    let script = page.matches(of: #/<script>([\s\S]*?)</script>/#).map { String($0.1) }.first ?? ""
    #expect(script.split(separator: "\n").count < 250)
    for word in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttp", "Storage"]
    {
      #expect(!script.contains(word), "\(word)")
    }
  }

  @Test(arguments: Language.allCases)
  func theScriptFindsItsWords(language: Language) throws {
    let page = HTMLQuestionnaire.render(try QuestionnaireSample.blank(language))
    let block = page.firstMatch(of: #/<script type="application/json" id="words">([\s\S]*?)</script>/#)
    let words = try parsed(String(block?.1 ?? ""))
    #expect(words["language"] == .string(language.rawValue))
    let script = page.firstMatch(of: #/<script>([\s\S]*?)</script>/#)?.1 ?? ""
    for match in script.matches(of: #/words\.([a-zA-Z]+)/#) { #expect(words[String(match.1)] != nil, "\(match.1)") }
  }

  private func digest(_ text: String) -> String {
    let digits = Array(sha256Hex(Array(text.utf8)))
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 }
    return "sha256-" + Data(bytes).base64EncodedString()
  }
}

extension String {
  /// Without the content of script and style elements.
  fileprivate var withoutRawText: String {
    replacing(#/<(script|style)([^>]*)>[\s\S]*?</(?:script|style)>/#) { "<\($0.1)\($0.2)></\($0.1)>" }
  }
}
