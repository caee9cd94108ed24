"""The lasso by scikit-learn, to a duality gap."""

import numpy as np

from regression import Solution, largest, matrix, squared


def scikit_learn(data, p):
    import warnings

    from sklearn.linear_model import Lasso

    warnings.simplefilter("ignore")  # tolerances that are too large are tried, too
    x, y = matrix(data, p), data["y"]
    lam = p["ratio"] * np.abs(x.T @ y).max() / len(y)

    def fit(tol):
        return Lasso(alpha=lam, fit_intercept=False, tol=tol, max_iter=1_000_000).fit(x, y).coef_

    tolerances = [10 ** (-exponent / 4) for exponent in range(4, 40)]
    tol = largest(tolerances, lambda tol: squared(x, y, lam, 1, fit(tol))[1], p["gap"])
    return lambda: Solution(fit(tol), lambda w: [squared(x, y, lam, 1, w)[0], 1])


entries = {"scikit-learn": scikit_learn}
