/// The shortest decimal that reads back as the same double, written as ECMAScript does (ECMA-262, Number::toString).
///
/// Integers have no decimal point, both zeros are `0`, and exponents appear from 1e21 and below 1e-6. Traps on a number that
/// is not finite.
package func formatNumberES6(_ number: Double) -> String {
  precondition(number.isFinite, "JSON cannot hold a number that is not finite")
  if number == 0 { return "0" }
  let sign = number < 0 ? "-" : ""
  let (digits, point) = shortestDecimal(number.magnitude)
  let count = digits.count
  if point > 21 || point <= -6 {
    let exponent = point - 1
    let fraction = count == 1 ? "" : "." + digits.dropFirst()
    return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
  }
  if point >= count { return sign + digits + String(repeating: "0", count: point - count) }
  if point > 0 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
  return sign + "0." + String(repeating: "0", count: -point) + digits
}

/// The digits of a positive number without zeros at either end, and the power of ten of the point in front of them.
///
/// `description` gives the fewest digits that identify a double, and of those the nearest: what ECMAScript asks for.
private func shortestDecimal(_ number: Double) -> (digits: String, point: Int) {
  let parts = number.description.split(separator: "e")
  let mantissa = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
  let integer = mantissa.first ?? ""
  let all = integer + (mantissa.count > 1 ? mantissa[1] : "")
  let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let leading = all.prefix { $0 == "0" }.count
  var digits = all.dropFirst(leading)
  while digits.last == "0" { digits.removeLast() }
  return (String(digits), integer.count + exponent - leading)
}
