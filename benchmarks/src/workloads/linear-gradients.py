"""Gradients of least squares and logistic regression as users of numpy, numba and torch write them."""

import numpy as np


def arrays(data, p):
    return data["X"].reshape(int(p["m"]), int(p["n"])), data["y"], data["w"]


def numpy_least_squares(data, p):
    x, y, w = arrays(data, p)
    return lambda: x.T @ (x @ w - y) / len(y)


def numpy_logistic(data, p):
    x, y, w = arrays(data, p)
    return lambda: x.T @ (-y / (1 + np.exp(y * (x @ w)))) / len(y)


def rows(x, y, w, logistic, out):
    m, n = x.shape
    out[:] = 0
    for j in range(m):
        z = 0.0
        for l in range(n):
            z += x[j, l] * w[l]
        scale = (-y[j] / (1 + np.exp(y[j] * z)) if logistic else z - y[j]) / m
        for l in range(n):
            out[l] += scale * x[j, l]


def with_numba(logistic):
    def prepare(data, p):
        from numba import njit

        loop = njit(fastmath=True)(rows)
        x, y, w = arrays(data, p)
        out = np.empty_like(w)

        def run():
            loop(x, y, w, logistic, out)
            return out

        return run

    return prepare


def torch_of(data, p):
    import torch

    torch.set_num_threads(1)
    return (torch, *map(torch.from_numpy, arrays(data, p)))


def torch_least_squares(data, p):
    _, x, y, w = torch_of(data, p)
    return lambda: ((x @ w - y) @ x / len(y)).numpy()


def torch_logistic(data, p):
    torch, x, y, w = torch_of(data, p)
    return lambda: (-(y * torch.sigmoid(-y * (x @ w))) @ x / len(y)).numpy()


entries = {
    "numpy least squares": numpy_least_squares,
    "numpy logistic": numpy_logistic,
    "numba least squares": with_numba(False),
    "numba logistic": with_numba(True),
    "torch least squares": torch_least_squares,
    "torch logistic": torch_logistic,
}
