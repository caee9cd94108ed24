"""Paths of penalised linear models by scikit-learn, each point to a duality gap."""

import numpy as np

from regression import Solution, largest, logistic, matrix, squared


def grid(largest_lambda, p):
    """lambda_k from the largest down, equally spaced on a log scale: as proxkit's geometricGrid."""
    k = np.arange(int(p["count"]))
    return largest_lambda * p["ratio"] ** (k / (len(k) - 1))


def prepared(path, worst, tolerances, p, result):
    """The job for the largest tolerance with which all points of the path reach the gap."""
    import warnings

    warnings.simplefilter("ignore")  # tolerances that are too large are tried, too
    tol = largest(tolerances, lambda tol: worst(path(tol)), p["gap"])
    return lambda: Solution(path(tol), result)


def quadratic(mix):
    """lasso_path and enet_path. mix: the share of the l1 norm."""

    def entry(data, p):
        from sklearn.linear_model import enet_path

        x, y = matrix(data, p), data["y"]
        lambdas = grid(np.abs(x.T @ y).max() / len(y) / mix, p)

        def path(tol):
            return enet_path(x, y, l1_ratio=mix, alphas=lambdas, tol=tol, max_iter=1_000_000)[1]

        def measures(coefs):
            return np.array([squared(x, y, lam, mix, w) for lam, w in zip(lambdas, coefs.T)])

        tolerances = [10 ** (-exponent / 4) for exponent in range(4, 40)]
        return prepared(path, lambda coefs: measures(coefs)[:, 1].max(), tolerances, p,
                        lambda coefs: 1 + measures(coefs)[:, 0])

    return entry


def logistic_path(solver):
    """LogisticRegression for one lambda after the other; saga starts from the solution before, liblinear cannot."""

    def entry(data, p):
        from sklearn.linear_model import LogisticRegression

        x, y = matrix(data, p), data["y"]
        m = len(y)
        lambdas = grid(np.abs(x.T @ y).max() / (2 * m), p)

        def path(tol):
            model = LogisticRegression(penalty="l1", solver=solver, fit_intercept=False, tol=tol, max_iter=100_000,
                                       warm_start=solver == "saga", random_state=1)
            coefs = []
            for lam in lambdas:
                model.set_params(C=1 / (m * lam))
                coefs.append(model.fit(x, y).coef_[0].copy())
            return coefs

        def measures(coefs):
            return np.array([logistic(x, y, lam, w) for lam, w in zip(lambdas, coefs)])

        tolerances = [10 ** (-exponent / 2) for exponent in range(2, 20)]
        return prepared(path, lambda coefs: measures(coefs)[:, 1].max(), tolerances, p,
                        lambda coefs: 1 + measures(coefs)[:, 0])

    return entry


entries = {
    "lasso": quadratic(1),
    "elastic net": quadratic(0.5),
    "liblinear": logistic_path("liblinear"),
    "saga": logistic_path("saga"),
}
