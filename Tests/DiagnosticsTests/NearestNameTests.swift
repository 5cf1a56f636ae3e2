import Diagnostics
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("ëcost", ["cost", "control"], "cost"),
    ("comp.data_locaton", ["comp.data_location", "comp.data_store"], "comp.data_location"),
    ("apuio-cloud", ["appuio-cloud", "managed-kubernetes"], "appuio-cloud"),
    ("wieght", ["weight", "height"], "weight"),
    ("Weight", ["weight"], "weight"),
    ("id", ["ID"], "ID"),
    ("cp", ["cpu", "gpu"], "cpu"),
    ("cost", ["cost"], "cost"),
    ("min", ["minimum", "maximum", "unit"], "minimum"),
    ("desc", ["description", "decision"], "description"),
  ])
  func findsTheNameThatWasMeant(word: String, candidates: [String], name: String) {
    #expect(nearest(word, in: candidates) == name)
    #expect(nearest(word, in: candidates.reversed()) == name)
  }

  @Test(arguments: [
    ("", ["a", ""]),
    ("ab", ["xy", "a"]),
    ("cost", []),
    ("cost", ["sovereignty", "control"]),
    ("latency", ["maturity"]),
    ("comp", ["comp.isolation", "comp.onprem"]),
    ("mi", ["minimum"]),
    (String(repeating: "a", count: 201), [String(repeating: "a", count: 201)]),
  ])
  func findsNothingWhenNothingIsNear(word: String, candidates: [String]) {
    #expect(nearest(word, in: candidates) == nil)
  }

  @Test func breaksTiesByByteOrder() {
    let names = ["cost-c", "cost-b", "Cost-a", "cost-d"]
    #expect(nearest("cost-x", in: names) == "Cost-a")
    #expect(nearest("cost-x", in: names.reversed()) == "Cost-a")
  }
}
