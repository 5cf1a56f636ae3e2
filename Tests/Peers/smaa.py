"""Robustness of 5 options under 8 criteria, weights drawn: rank acceptability and central weights."""
import time

import numpy


def by_numpy(values, draws):
    """Sampling included; the fastest of several hand-vectorised forms: options are compared pair by pair in 32 bits."""
    random = numpy.random.default_rng(8)
    weights = random.standard_exponential((draws, values.shape[1]), dtype=numpy.float32)
    weights /= weights.sum(axis=1, keepdims=True)
    scores = weights @ values.T.astype(numpy.float32)
    ranks = numpy.zeros(scores.shape, dtype=numpy.int8)
    for other in range(scores.shape[1]):
        ranks += scores[:, other : other + 1] > scores
    shares = numpy.stack([(ranks == rank).mean(axis=0) for rank in range(scores.shape[1])])
    first = (ranks == 0).astype(numpy.float32)
    return shares, first.T @ weights


def seconds(draws):
    values = numpy.random.default_rng(1).random((5, 8))
    times = []
    for _ in range(7):
        start = time.process_time()
        by_numpy(values, draws)
        times.append(time.process_time() - start)
    return sorted(times)[3]


def by_pymcdm(draws):
    from pymcdm.methods import WSM
    from pymcdm.normalizations import minmax_normalization
    values = numpy.random.default_rng(1).random((5, 8))
    weights = numpy.random.default_rng(2).dirichlet(numpy.ones(8), draws)
    method, kinds = WSM(minmax_normalization), numpy.ones(8)
    start = time.process_time()
    for row in weights:
        method.rank(method(values, row, kinds))
    return time.process_time() - start
