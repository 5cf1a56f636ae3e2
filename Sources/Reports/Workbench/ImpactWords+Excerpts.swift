package import Assessing

extension ImpactWords {
  /// Both sides of a respect, cut down to the place where they differ: what is equal in front and behind is left out but
  /// for a few words. Short ones stay whole.
  ///
  /// - Parameter length: how many characters of a side are shown at most, without the ellipses.
  package func excerpt(_ aspect: ItemDifference.Aspect, length: Int = 120) -> (old: String?, new: String?) {
    let (old, new) = (Array(aspect.old ?? ""), Array(aspect.new ?? ""))
    guard max(old.count, new.count) > length else { return (aspect.old, aspect.new) }
    let equal = zip(old, new).prefix { $0 == $1 }.count
    var start = max(0, equal - length / 3)
    // At the beginning of a word, if one begins near by.
    if start > 0, let space = old[start..<equal].firstIndex(of: " ") { start = space + 1 }
    if aspect.old == nil || aspect.new == nil { start = 0 }
    func cut(_ text: [Character]) -> String {
      let end = min(text.count, start + length)
      return (start > 0 ? "… " : "") + String(text[min(start, end)..<end]) + (end < text.count ? " …" : "")
    }
    return (aspect.old.map { _ in cut(old) }, aspect.new.map { _ in cut(new) })
  }
}
