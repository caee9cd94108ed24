"""The gradient of eq. (2) as users of numpy, numba and torch write it."""

import numpy as np


def shapes(p):
    return int(p["m"]), int(p["k"]), int(p["n"] // p["k"])


def numpy_gradient(data, p):
    m, k, d = shapes(p)
    x, y = data["X"].reshape(m * k, d), data["y"]
    w = data["w"].astype(x.dtype)

    def run():
        z = x @ w
        r = np.maximum(z, 0).reshape(m, k).sum(1) / k - y
        factors = np.repeat(2 * r / (m * k), k) * (z > 0)
        return factors.astype(x.dtype) @ x

    return run


def rows(x, y, w, m, k, d, out):
    active = np.empty(k, np.bool_)
    for j in range(m):
        total = 0.0
        for i in range(k):
            z = 0.0
            for l in range(d):
                z += x[j, i * d + l] * w[l]
            active[i] = z > 0
            total += max(z, 0.0)
        scale = 2 * (total / k - y[j]) / (m * k)
        for i in range(k):
            if active[i]:
                for l in range(d):
                    out[l] += scale * x[j, i * d + l]


def numba_gradient(data, p):
    import numba

    m, k, d = shapes(p)
    x, y, w = data["X"].reshape(m, k * d), data["y"], data["w"]
    threads = numba.get_num_threads()
    one = numba.njit(fastmath=True)(rows)
    parts = np.zeros((threads, d))
    bounds = np.linspace(0, m, threads + 1).astype(np.int64)

    @numba.njit(parallel=True)
    def several(x, y, w, parts):
        for t in numba.prange(threads):
            low, high = bounds[t], bounds[t + 1]
            one(x[low:high], y[low:high], w, high - low, k, d, parts[t])
            parts[t] *= (high - low) / m

    def run():
        parts[:] = 0
        if threads == 1:
            one(x, y, w, m, k, d, parts[0])
        else:
            several(x, y, w, parts)
        return parts.sum(0)

    return run


def torch_gradient(data, p):
    import os

    import torch

    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    m, k, d = shapes(p)
    x = torch.from_numpy(data["X"].reshape(m * k, d))
    y, w = (torch.from_numpy(data[name]).to(x.dtype) for name in "yw")

    def run():
        z = x @ w
        r = z.clamp(min=0).view(m, k).sum(1) / k - y
        factors = (2 / (m * k) * r).repeat_interleave(k) * (z > 0)
        return (factors @ x).numpy()

    return run


entries = {"numpy": numpy_gradient, "numba": numba_gradient, "torch": torch_gradient}
