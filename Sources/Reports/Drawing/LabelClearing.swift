/// Moves labels that stand on the line of another connector along their own; one for which there is no place is left out,
/// and told by the table beside the drawing only.
struct LabelClearing {
  let boxes: [Rect]
  let bands: [Rect]
  /// The points of every connector, by link.
  let paths: [Int: [Point]]
  let width: Double

  /// Labels in their order, none of which stands on a box, another label or a foreign line.
  func cleared(_ labels: [ArchitectureLayout.Label]) -> [ArchitectureLayout.Label] {
    var clear: [Int: ArchitectureLayout.Label] = [:]
    // Those that stand well stay where they are; the others look for a place among them.
    let foreign = labels.map { label in foreignLines(of: label.link) }
    var taken: [Rect] = []
    for (index, label) in labels.enumerated()
    where isFree(label.frame, foreign[index]) && !taken.contains(where: { $0.overlaps(label.frame) }) {
      clear[index] = label
      taken.append(label.frame)
    }
    for (index, label) in labels.enumerated() where clear[index] == nil {
      let place = places(of: label).first { frame in
        isFree(frame, foreign[index]) && isOnOneGround(frame) && !taken.contains { $0.overlaps(frame) }
      }
      guard let place else { continue }
      var moved = label
      moved.frame = place
      moved.isInBand = bands.contains { $0.overlaps(place) }
      clear[index] = moved
      taken.append(place)
    }
    return labels.indices.compactMap { clear[$0] }
  }

  private func isFree(_ frame: Rect, _ lines: [Rect]) -> Bool {
    frame.x >= 0 && frame.right <= width && !boxes.contains { $0.overlaps(frame) }
      && !lines.contains { $0.overlaps(frame) }
  }

  private func isOnOneGround(_ frame: Rect) -> Bool {
    bands.allSatisfy { band in
      !band.overlaps(frame) || (frame.y >= band.y && frame.bottom <= band.bottom)
    }
  }

  private func foreignLines(of link: Int) -> [Rect] {
    paths.filter { $0.key != link }.sorted { $0.key < $1.key }.flatMap { Self.lines($0.value) }
  }

  /// The parts of a line as thin rectangles.
  static func lines(_ points: [Point]) -> [Rect] {
    zip(points, points.dropFirst()).map { start, end in
      Rect(
        x: min(start.x, end.x) - 0.5,
        y: min(start.y, end.y) - 0.5,
        width: (start.x - end.x).magnitude + 1,
        height: (start.y - end.y).magnitude + 1
      )
    }
  }

  /// Places along the own connector, the nearest first.
  private func places(of label: ArchitectureLayout.Label) -> [Rect] {
    let frame = label.frame
    let points = paths[label.link] ?? []
    var found: [Rect] = []
    for (start, end) in zip(points, points.dropFirst()) {
      let length = (start.x - end.x).magnitude + (start.y - end.y).magnitude
      let steps = Int(length / 4)
      for step in 0...steps {
        let part = steps == 0 ? 0.5 : Double(step) / Double(steps)
        let x = start.x + (end.x - start.x) * part
        let y = start.y + (end.y - start.y) * part
        let top = y - frame.height / 2
        found.append(Rect(x: x - frame.width / 2, y: top, width: frame.width, height: frame.height))
        guard start.x == end.x else { continue }
        // Beside an upright line.
        found.append(Rect(x: x + 3, y: top, width: frame.width, height: frame.height))
        found.append(Rect(x: x - 3 - frame.width, y: top, width: frame.width, height: frame.height))
      }
    }
    func distance(_ place: Rect) -> Double {
      (place.x - frame.x).magnitude + (place.y - frame.y).magnitude
    }
    return found.enumerated().sorted { a, b in
      (distance(a.element), a.offset) < (distance(b.element), b.offset)
    }.map(\.element)
  }
}
