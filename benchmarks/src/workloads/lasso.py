"""The lasso by scikit-learn, to a duality gap."""

import numpy as np


def objective_and_gap(x, y, lam, w):
    """Both relative to the objective at 0."""
    m = len(y)
    r = y - x @ w
    objective = r @ r / (2 * m) + lam * np.abs(w).sum()
    shrink = min(1, lam / (np.abs(x.T @ r).max() / m))
    dual = (2 * shrink * (y @ r) - shrink**2 * (r @ r)) / (2 * m)
    at_zero = y @ y / (2 * m)
    return objective / at_zero, (objective - dual) / at_zero


def scikit_learn(data, p):
    import warnings

    from sklearn.linear_model import Lasso

    warnings.simplefilter("ignore")  # tolerances that are too large are tried, too
    m, n = int(p["m"]), int(p["n"])
    x, y = np.asfortranarray(data["X"].reshape(m, n)), data["y"]
    lam = p["ratio"] * np.abs(x.T @ y).max() / m

    def fit(tol):
        return Lasso(alpha=lam, fit_intercept=False, tol=tol, max_iter=1_000_000).fit(x, y).coef_

    for exponent in range(4, 40):  # the largest tolerance that reaches the gap
        tol = 10 ** (-exponent / 4)
        if objective_and_gap(x, y, lam, fit(tol))[1] <= p["gap"]:
            break
    else:
        raise ValueError(f"no tolerance reaches a gap of {p['gap']}")

    return lambda: Solution(fit(tol), lambda w: [objective_and_gap(x, y, lam, w)[0], 1])


class Solution:
    """What is compared of a fit is its objective, which is computed when the clock has stopped."""

    def __init__(self, w, result):
        self.w, self.result = w, result

    def __array__(self, dtype=None, copy=None):
        return np.array(self.result(self.w), dtype=dtype)


entries = {"scikit-learn": scikit_learn}
