/// Who acts.
package enum Party: String, Sendable, CaseIterable {
  case customer
  case provider
  case consultant
}

/// A part of the recommended architecture.
package struct Component: Sendable {
  package enum Layer: String, Sendable, CaseIterable {
    case edge
    case application
    case data
    case delivery
    case operations
  }

  /// An arrow to another component, or from one: a pack can so put itself in front of a component of a pack it requires.
  package struct Connection: Sendable {
    package let other: Name
    /// Whether the arrow leads from the other component to this one.
    package let isIncoming: Bool
    package let label: LocalizedText?
  }

  package let name: Name
  package let title: LocalizedText
  package let description: LocalizedText?
  package let layer: Layer
  package let when: Condition?
  package let connects: [Connection]
  /// Several mean a shared responsibility; empty: not stated.
  package let operatedBy: [Party]
  package let sources: [Name]
  package let order: Double?
  package let header: ItemHeader

  package var id: String { name.id }
}

/// A step of the onboarding checklist.
package struct Step: Sendable {
  package enum Phase: String, Sendable, CaseIterable {
    case prepare
    case build
    case migrate
    case goLive = "go-live"
    case operate
  }

  package let name: Name
  package let title: LocalizedText
  package let phase: Phase
  package let owners: [Party]
  /// Steps that come first.
  package let after: [Name]
  /// Steps (of required packs) that come later: the same arrow, written from the other end.
  package let before: [Name]
  package let when: Condition?
  package let result: LocalizedText?
  package let details: LocalizedText?
  package let links: [Link]
  package let sources: [Name]
  package let audience: Audience
  package let order: Double?
  package let header: ItemHeader

  package var id: String { name.id }
}

/// A price of an option, or a gap where a price is to be confirmed.
package struct Price: Sendable {
  package let name: Name
  package let title: LocalizedText
  package let option: Name?
  package let when: Condition?
  /// How many units; one without it.
  package let quantity: Expression?
  package let unit: String?
  /// nil: to be confirmed.
  package let amount: Double?
  package let currency: String?
  package let per: Period?
  /// The least that is charged.
  package let minimum: Double?
  package let vat: VAT?
  package let validFrom: CalendarDate?
  package let validUntil: CalendarDate?
  package let sources: [Name]
  package let audience: Audience
  package let order: Double?
  package let header: ItemHeader

  package var id: String { name.id }

  package enum Period: String, Sendable, CaseIterable {
    case hour
    case day
    case month
    case year
    case once
  }

  package enum VAT: String, Sendable, CaseIterable {
    case included
    case excluded
  }
}

extension Price {
  /// The same price with another amount, and with the day from which on that holds.
  package func with(amount: Double, validFrom: CalendarDate? = nil) -> Price {
    Price(
      name: name,
      title: title,
      option: option,
      when: when,
      quantity: quantity,
      unit: unit,
      amount: amount,
      currency: currency,
      per: per,
      minimum: minimum,
      vat: vat,
      validFrom: validFrom ?? self.validFrom,
      validUntil: validUntil,
      sources: sources,
      audience: audience,
      order: order,
      header: header
    )
  }
}
