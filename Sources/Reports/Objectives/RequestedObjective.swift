import Advice
import Assessing
import LocatedJSON
import RuleCompiler
import RuleModel

/// The availability that the customer asked for, as OpenSLO v1 (github.com/OpenSLO/OpenSLO): a service and an objective.
///
/// Holds only what was answered. What an objective needs and nobody has said yet, such as what is measured, stands as a
/// comment to be confirmed.
struct RequestedObjective {
  private let recommendation: Recommendation
  private let say: Phrasing
  /// In percent; more than 0, less than or equal to 100.
  private let availability: Double

  /// The fact that holds the answer: percent of a month; 0 if no figure is asked for.
  static let fact = "biz.availability"
  /// Facts that belong beside it and have no place of their own in an objective.
  private static let others = ["biz.service_hours", "biz.first_response", "biz.maintenance", "biz.rto", "biz.rpo"]

  /// Throws where there is no single figure, or where it is not for the reader.
  init(
    _ recommendation: Recommendation,
    _ language: Language,
    _ edition: Edition
  ) throws(NothingToWrite) {
    let say = Phrasing(language: language, edition: edition, catalogue: recommendation.assessment.catalogue)
    let help = "answer '\(Self.fact)' in the profile with one number, such as 99.9"
    guard let fact = recommendation.assessment.fact(Self.fact), fact.origin == .answered,
      edition.mayShow(fact.fact.fact.audience), case .known(.number(let from, let to)) = fact.state
    else {
      throw NothingToWrite(summary: "no availability is requested in the profile, so there is no objective", help: help)
    }
    guard from == to else {
      let range = "\(plain(from)) to \(plain(to))"
      throw NothingToWrite(summary: "an objective needs one figure, and the availability is \(range)", help: help)
    }
    guard from > 0, from <= 100 else {
      throw NothingToWrite(
        summary: "the profile asks for no figure of availability, so there is no objective",
        help: help
      )
    }
    self.recommendation = recommendation
    self.say = say
    availability = from
  }

  private var assessment: Assessment { recommendation.assessment }
  private var profile: Profile { assessment.profile.profile }

  /// Both documents, in one file.
  func render() -> String {
    (comments(introduction) + service + ["---"] + objective).joined(separator: "\n") + "\n"
  }

  private var introduction: [String] {
    let notice = reportNotice(of: assessment, say)
    return [
      say(
        en: "The availability as requested by the customer. It is not promised by anybody.",
        de: "Die Verfügbarkeit, wie der Kunde sie wünscht. Sie ist von niemandem zugesagt."
      ), notice.text, madeBy(assessment, say),
    ]
  }

  private var service: [String] {
    [
      "apiVersion: openslo/v1", "kind: Service", "metadata:", "  name: \(name)",
      "  displayName: \(quoted(profile.title))",
    ] + annotations + [
      "spec:", "  description: \(quoted(customer.isEmpty ? profile.title : customer))",
    ]
  }

  /// What it was made of, for programs, which do not read comments.
  private var annotations: [String] {
    let digest = Provenance(of: assessment, for: say.edition).digest
    return [
      "  annotations:", "    advisor/engine: \(quoted("\(engineVersion)"))", "    advisor/digest: \(quoted(digest))",
    ]
  }

  private var customer: String {
    [profile.customer?.name, profile.customer?.reference].compactMap { $0 }.joined(separator: ", ")
  }

  private var objective: [String] {
    let wish = say(
      en: "Availability as requested: \(plain(availability)) % of a month; not promised.",
      de: "Verfügbarkeit, wie gewünscht: \(plain(availability)) % im Monat; nicht zugesagt."
    )
    var lines = [
      "apiVersion: openslo/v1", "kind: SLO", "metadata:", "  name: \(name)-availability",
      "  displayName: \(quoted(say(en: "Availability", de: "Verfügbarkeit") + ": " + profile.title))",
    ]
    lines += annotations
    lines += ["spec:", "  description: \(quoted(wish))", "  service: \(name)"]
    lines += comments(
      toBeConfirmed(
        en: "what is measured, and where. Write it as an SLI of this name.",
        de: "was gemessen wird, und wo. Als SLI mit diesem Namen schreiben."
      ),
      indent: 2
    )
    lines.append("  indicatorRef: \(name)-availability")
    lines += comments(
      toBeConfirmed(
        en: "the customer speaks of a month: a calendar month or a rolling one, from which day, in which time zone.",
        de: "der Kunde spricht von einem Monat: Kalendermonat oder gleitend, ab welchem Tag, in welcher Zeitzone."
      ),
      indent: 2
    )
    lines += ["  timeWindow:", "    - duration: 1M", "      isRolling: false"]
    lines += comments(
      toBeConfirmed(
        en: "whether failed requests count or minutes (Timeslices).",
        de: "ob fehlgeschlagene Anfragen zählen oder Minuten (Timeslices)."
      ),
      indent: 2
    )
    lines += [
      "  budgetingMethod: Occurrences", "  objectives:",
      "    - displayName: \(quoted(say(en: "as requested", de: "wie gewünscht")))", "      target: \(share)",
    ]
    return lines + comments(besides, indent: 2)
  }

  /// What else was asked for, which an objective has no place for, and what of it is still open.
  private var besides: [String] {
    let facts = Self.others.compactMap { assessment.fact($0) }.filter {
      $0.origin != .notApplicable && say.mayShow($0.fact.fact.audience)
    }
    guard !facts.isEmpty else { return [] }
    return [
      say(
        en: "Also requested; an objective has no place for it:",
        de: "Ebenfalls gewünscht; im Ziel ist kein Platz dafür:"
      )
    ]
      + facts.map { fact in
        let isAnswered = fact.origin == .answered
        let value =
          isAnswered ? say.state(fact.state, of: fact.fact.fact) : say(en: "to be confirmed", de: "zu bestätigen")
        return "  \(say.title(of: fact.fact.fact)): \(value)"
      }
  }

  private func toBeConfirmed(en: String, de: String) -> String {
    say(en: "To be confirmed: \(en)", de: "Zu bestätigen: \(de)")
  }

  // MARK: YAML

  /// A name as Kubernetes has it (RFC 1123), made of the title.
  private var name: String {
    let slug = profile.title.slug
    let short = String(slug.prefix(50))
    return short.isEmpty ? "service" : short.hasSuffix("-") ? String(short.dropLast()) : short
  }

  /// From 0 to 1, by moving the point of the percentage, so that no digit changes.
  private var share: String {
    let parts = plain(availability).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let digits = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
    let fraction = digits.suffix(2) + (parts.count > 1 ? parts[1] : "")
    var shown = "\(digits.dropLast(2)).\(fraction)"
    while shown.hasSuffix("0"), !shown.hasSuffix(".0") { shown.removeLast() }
    return shown
  }

  /// A text as JSON writes it, which YAML 1.2 reads the same.
  private func quoted(_ text: String) -> String {
    String(decoding: JSONValue.string(text.cleaned).canonical(), as: UTF8.self)
  }

  private func comments(_ lines: [String], indent: Int = 0) -> [String] {
    lines.map { String(repeating: " ", count: indent) + "# " + $0.cleaned }
  }

  private func comments(_ line: String, indent: Int) -> [String] { comments([line], indent: indent) }
}
