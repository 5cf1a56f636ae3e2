/// The natural logarithm, with the same bits on every build: no system's library is asked.
///
/// The method is that of `e_log.c` of fdlibm, the "Freely Distributable LIBM" (Copyright © 1993 by Sun Microsystems, Inc.
/// Developed at SunSoft. Permission to use, copy, modify, and distribute this software is freely granted, provided that
/// this notice is preserved.): x = 2ᵏ·(1+f) with √2/2 < 1+f < √2, and log(1+f) by a polynomial in s = f/(2+f). The error
/// is less than 1 unit in the last place.
///
/// - Returns: −∞ for 0, not a number for what is below 0 or not a number, ∞ for ∞.
package func naturalLogarithm(_ x: Double) -> Double {
  if x.isNaN || x < 0 { return .nan }
  if x == 0 { return -.infinity }
  if x == .infinity { return x }
  var scaled = x
  var exponent = 0
  if x < 0x1p-1022 {
    scaled *= 0x1p54
    exponent = -54
  }
  let pattern = scaled.bitPattern
  let high = Int32(truncatingIfNeeded: pattern >> 32)
  let mantissa = high & 0x000f_ffff
  // One more power of 2 where 1+f would pass √2.
  let carry = (mantissa + 0x95f64) & 0x10_0000
  exponent += Int(high >> 20) - 1023 + Int(carry >> 20)
  let top = UInt64(UInt32(mantissa | (carry ^ 0x3ff0_0000)))
  let f = Double(bitPattern: top << 32 | pattern & 0xffff_ffff) - 1
  let k = Double(exponent)

  if 0x000f_ffff & (2 + mantissa) < 3 {
    // −2⁻²⁰ ≤ f < 2⁻²⁰
    if f == 0 { return exponent == 0 ? 0 : k * ln2High + k * ln2Low }
    let rest = f * f * (0.5 - 0.33333333333333333 * f)
    return exponent == 0 ? f - rest : k * ln2High - ((rest - k * ln2Low) - f)
  }
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let even = w * (0x1.999999997fa04p-2 + w * (0x1.c71c51d8e78afp-3 + w * 0x1.39a09d078c69fp-3))
  let odd =
    z
    * (0x1.5555555555593p-1
      + w * (0x1.2492494229359p-2 + w * (0x1.7466496cb03dep-3 + w * 0x1.2f112df3e5244p-3)))
  let polynomial = odd + even
  if (mantissa - 0x6147a) | (0x6b851 - mantissa) > 0 {
    let half = 0.5 * f * f
    if exponent == 0 { return f - (half - s * (half + polynomial)) }
    return k * ln2High - ((half - (s * (half + polynomial) + k * ln2Low)) - f)
  }
  if exponent == 0 { return f - s * (f - polynomial) }
  return k * ln2High - ((s * (f - polynomial) - k * ln2Low) - f)
}

/// The natural logarithm of 2 in two parts; a whole number below 2000 times the first is exact.
private let ln2High = 0x1.62e42feep-1
private let ln2Low = 0x1.a39ef35793c76p-33

/// The natural logarithm of 2: what turns nats into bits.
package let naturalLogarithmOf2 = 0x1.62e42fefa39efp-1
