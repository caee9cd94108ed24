"""The losses of linear models to 60 digits, each number rounded once: python3 reference-linear.py > reference-linear.json (mpmath 1.3)."""

import json
import random

from mpmath import diff, exp, log, mp, mpf

mp.dps = 60
m, d, K, delta = 7, 3, 3, 0.75
draw = random.Random(6)


def gauss(n, size=1.0):
    return [draw.gauss(0, size) for _ in range(n)]


X = [gauss(d, 3) for _ in range(m)]
weights = [0.5, 1, 2, 0, 3, 0.25, 1]
reals = gauss(m, 2)
targets = {
    "leastSquares": reals,
    "huber": reals,
    "logistic": [1, -1, 1, 1, -1, -1, 1],
    "poisson": [0, 1, 7, 2, 0, 40, 3],
    "multinomial": [0, 1, 2, 2, 1, 0, 1],
}


def huber(r):
    return r * r / 2 if abs(r) <= delta else delta * (abs(r) - mpf(delta) / 2)


one_sample = {
    "leastSquares": lambda z, y: (z[0] - y) ** 2 / 2,
    "huber": lambda z, y: huber(z[0] - y),
    "logistic": lambda z, y: log(1 + exp(-y * z[0])),
    "poisson": lambda z, y: exp(z[0]) - y * z[0],
    "multinomial": lambda z, y: log(sum(map(exp, z))) - z[y],
}


def value(name, w, outputs):
    """f(w), straight from the formula."""
    sums = mpf(0)
    for row, target, weight in zip(X, targets[name], weights):
        z = [sum(mpf(x) * w[i * outputs + k] for i, x in enumerate(row)) for k in range(outputs)]
        y = target if name == "multinomial" else mpf(target)
        sums += mpf(weight) * one_sample[name](z, y)
    return sums / sum(map(mpf, weights))


def case(name):
    outputs = K if name == "multinomial" else 1
    w = gauss(d * outputs, 1.5)
    at = [mpf(x) for x in w]
    slope = lambda i: diff(lambda x: value(name, at[:i] + [x] + at[i + 1 :], outputs), at[i], h=mpf(10) ** -25)
    return {
        "name": name,
        "y": targets[name],
        "w": w,
        "value": float(value(name, at, outputs)),
        "gradient": [float(slope(i)) for i in range(d * outputs)],
    }


print(json.dumps({"X": X, "weights": weights, "delta": delta, "cases": [case(name) for name in targets]}, indent=2))
