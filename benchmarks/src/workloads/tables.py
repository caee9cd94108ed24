"""Algorithm 1 on the population loss, as users of numpy and numba write it."""

import math

import numpy as np


def prox(penalty, v, t, a):
    x = np.abs(v)
    if penalty == 0:
        return np.where(x > np.sqrt(2 * t), v, 0)
    if penalty == 2:
        return np.sign(v) * np.maximum(x - t, 0)
    cut = t * (a + 1) / a if t <= a * a / (2 * (a + 1)) else np.sqrt(2 * t * (a + 1)) - a / 2
    cosine = np.clip(1 - 27 * t * a * (a + 1) / (2 * (a + x) ** 3), -1, 1)
    u = 2 / 3 * (a + x) * np.cos(np.arccos(cosine) / 3) - 2 * a / 3 + x / 3
    return np.where(x > cut, np.sign(v) * u, 0)


def gradient(w, star, k):
    """Lemma 5.4.2, with Kahan's angle."""
    a, c = np.linalg.norm(w), np.linalg.norm(star)
    x, y = w / a, star / c
    theta = 2 * np.arctan2(np.linalg.norm(x - y), np.linalg.norm(x + y))
    radial = (k * k - k) / np.pi * (1 - c / a) * w + k * (w - star)
    return (radial + k / np.pi * (theta * star - c / a * np.sin(theta) * w)) / k**2


def numpy_run(star, start, penalty, p):
    w = start / np.linalg.norm(start)
    t, beta, eta = p["lambda"] / p["beta"], p["beta"], p["eta"]
    for _ in range(int(p["iterations"])):
        u = prox(penalty, w, t, p["a"])
        w = w - eta * (gradient(w, star, p["k"]) + beta * (w - u))
        w = w / np.linalg.norm(w)
    return w


def each_run(data, p, run):
    dimensions = range(int(p["first"]), int(p["last"]) + 1, int(p["step"]))
    first, count = int(p["penaltyFrom"]), int(p["penaltyCount"])

    def job():
        results = []
        for penalty in range(first, first + count):
            at = 0
            for d in dimensions:
                results.append(run(data["wStar"][at : at + d], data["start"][at : at + d], penalty, p))
                at += d
        return np.concatenate(results)

    return job


def numba_run():
    from numba import njit

    @njit(fastmath=True)
    def loop(star, start, penalty, k, lam, beta, eta, a, iterations):
        d = len(star)
        w = start / np.sqrt((start * start).sum())
        c = math.sqrt((star * star).sum())
        t = lam / beta
        hard = math.sqrt(2 * t)
        cut = t * (a + 1) / a if t <= a * a / (2 * (a + 1)) else math.sqrt(2 * t * (a + 1)) - a / 2
        for _ in range(iterations):
            squares = minus = plus = 0.0
            for i in range(d):
                squares += w[i] * w[i]
            size = math.sqrt(squares)
            for i in range(d):
                x, y = w[i] / size, star[i] / c
                minus += (x - y) ** 2
                plus += (x + y) ** 2
            theta = 2 * math.atan2(math.sqrt(minus), math.sqrt(plus))
            sine = math.sin(theta)
            squares = 0.0
            for i in range(d):
                v = w[i]
                x = abs(v)
                if penalty == 0:
                    u = v if x > hard else 0.0
                elif penalty == 2:
                    u = math.copysign(max(x - t, 0.0), v)
                elif x <= cut:
                    u = 0.0
                else:
                    cosine = 1 - 27 * t * a * (a + 1) / (2 * (a + x) ** 3)
                    u = 2 / 3 * (a + x) * math.cos(math.acos(cosine) / 3) - 2 * a / 3 + x / 3
                    u = math.copysign(u, v)
                radial = (k * k - k) / math.pi * (1 - c / size) * v + k * (v - star[i])
                g = (radial + k / math.pi * (theta * star[i] - c / size * sine * v)) / k**2
                w[i] = v - eta * (g + beta * (v - u))
                squares += w[i] * w[i]
            size = math.sqrt(squares)
            for i in range(d):
                w[i] /= size
        return w

    return lambda star, start, penalty, p: loop(
        star, start, penalty, p["k"], p["lambda"], p["beta"], p["eta"], p["a"], int(p["iterations"])
    )


entries = {
    "numpy": lambda data, p: each_run(data, p, numpy_run),
    "numba": lambda data, p: each_run(data, p, numba_run()),
}
