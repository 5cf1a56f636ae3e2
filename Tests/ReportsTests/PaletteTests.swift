import Foundation
import Testing

@testable import Reports

struct PaletteTests {
  static let schemes: [(String, Palette)] = [("light", .light), ("dark", .dark)]

  @Test(arguments: schemes)
  func textStandsOutAsWCAGAsks(name: String, palette: Palette) {
    for pair in palette.textPairs {
      #expect(contrast(pair.text, pair.ground) >= 4.5, "\(name): \(pair.text.css) on \(pair.ground.css)")
    }
  }

  @Test(arguments: schemes)
  func linesThatMeanSomethingStandOut(name: String, palette: Palette) {
    for pair in palette.linePairs {
      #expect(contrast(pair.line, pair.ground) >= 3, "\(name): \(pair.line.css) on \(pair.ground.css)")
    }
  }

  /// Ink on the grounds of heat maps: the colour at its opacity over the page.
  @Test(arguments: schemes)
  func numbersStandOutOnEveryDepthOfAHeatMap(name: String, palette: Palette) {
    for colour in [palette.accent, palette.negative] {
      for opacity in [0.09, 0.19, 0.3, 0.42] {
        #expect(StyleSheet.figures.contains("fill-opacity:\(opacity.css)}"), "\(opacity)")
        let ground = mix(colour, over: palette.page, opacity)
        #expect(contrast(palette.ink, ground) >= 4.5, "\(name): \(opacity)")
      }
    }
  }

  private func mix(_ colour: Colour, over ground: Colour, _ opacity: Double) -> Colour {
    Colour(
      [16, 8, 0].reduce(UInt32(0)) { sum, shift in
        let top = Double(colour.value >> UInt32(shift) & 0xFF)
        let under = Double(ground.value >> UInt32(shift) & 0xFF)
        return sum | UInt32(top * opacity + under * (1 - opacity)) << UInt32(shift)
      }
    )
  }

  @Test func blackOnWhiteIsTwentyOneToOne() {
    #expect(contrast(Colour(0), Colour(0xFFFFFF)) == 21)
  }

  /// WCAG 2.2, contrast ratio.
  private func contrast(_ first: Colour, _ second: Colour) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  private func luminance(_ colour: Colour) -> Double {
    let channels = [16, 8, 0].map { shift -> Double in
      let part = Double(colour.value >> UInt32(shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

extension Double {
  /// As the style sheet writes it, without the zero in front.
  fileprivate var css: String { String("\(self)".dropFirst()) }
}
