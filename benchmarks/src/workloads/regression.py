"""What the workloads of regression share: reading X, and how far from its minimum a fit is."""

import numpy as np


def matrix(data, p):
    """X as its columns lie: dense, or sparse (CSC)."""
    m, n = int(p["m"]), int(p["n"])
    if "starts" not in data:
        return data["X"].reshape(n, m).T
    from scipy.sparse import csc_matrix

    parts = (data["values"], data["rowIndices"].astype(np.int32), data["starts"].astype(np.int32))
    return csc_matrix(parts, shape=(m, n))


def squared(x, y, lam, ratio, w):
    """The elastic net's objective and duality gap; the lasso's for ratio 1. Both relative to the objective at 0."""
    m = len(y)
    r = y - x @ w
    pull = np.abs(x.T @ r) / m
    objective = r @ r / (2 * m) + lam * (ratio * np.abs(w).sum() + (1 - ratio) / 2 * (w @ w))
    if ratio == 1:
        shrink, conjugate = min(1, lam / pull.max()), 0
    else:
        over = np.maximum(pull - lam * ratio, 0)
        shrink, conjugate = 1, over @ over / (2 * lam * (1 - ratio))
    dual = (2 * shrink * (y @ r) - shrink**2 * (r @ r)) / (2 * m) - conjugate
    return np.array([objective, objective - dual]) / (y @ y / (2 * m))


def logistic(x, y, lam, w):
    """The objective of l1-penalised logistic regression and its duality gap, both relative to the objective at 0."""
    m = len(y)
    margin = y * (x @ w)
    objective = np.logaddexp(0, -margin).mean() + lam * np.abs(w).sum()
    u = 1 / (1 + np.exp(margin))
    u = u * min(1, lam * m / np.abs(x.T @ (y * u)).max())
    dual = -(entropy(u) + entropy(1 - u)).mean()
    return np.array([objective, objective - dual]) / np.log(2)


def entropy(u):
    return np.where(u > 0, u * np.log(np.where(u > 0, u, 1)), 0)


def largest(tolerances, gap_of, gap):
    """The largest of falling tolerances that reaches the gap."""
    for tol in tolerances:
        if gap_of(tol) <= gap:
            return tol
    raise ValueError(f"no tolerance reaches a gap of {gap}")


class Solution:
    """What is compared of a fit is computed when the clock has stopped."""

    def __init__(self, w, result):
        self.w, self.result = w, result

    def __array__(self, dtype=None, copy=None):
        return np.array(self.result(self.w), dtype=dtype)
