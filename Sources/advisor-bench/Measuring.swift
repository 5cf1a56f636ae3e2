#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Seconds of processor time of this thread.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// The median seconds of processor time of some work, which is done at least five times and for at least `least` seconds in
/// all. Other programs take time away on a machine that is not idle, but none of it counts here.
func median(least: Double = 0.5, _ work: () -> Void) -> Double {
  work()
  var times: [Double] = []
  var sum = 0.0
  while times.count < 5 || sum < least && times.count < 1_000 {
    let start = processorTime()
    work()
    times.append(processorTime() - start)
    sum += times[times.count - 1]
  }
  return times.sorted()[times.count / 2]
}

/// The exponent of growth between sizes and times, by least squares of their logarithms: 1 is linear.
func exponent(_ points: [(size: Int, seconds: Double)]) -> Double {
  let logs = points.map { (x: log(Double($0.size)), y: log($0.seconds)) }
  let count = Double(logs.count)
  let (x, y) = (logs.reduce(0) { $0 + $1.x } / count, logs.reduce(0) { $0 + $1.y } / count)
  let (top, bottom) = logs.reduce(into: (0.0, 0.0)) { sums, point in
    sums.0 += (point.x - x) * (point.y - y)
    sums.1 += (point.x - x) * (point.x - x)
  }
  return top / bottom
}

/// Keeps work from being left out because nobody looks at its result.
nonisolated(unsafe) var witness = 0
