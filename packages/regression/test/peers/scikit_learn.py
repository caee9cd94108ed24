"""What scikit-learn says of the problems on standard input (problems.ts), as JSON. record.ts runs it."""

import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn.linear_model import (
    ElasticNet,
    HuberRegressor,
    Lasso,
    LogisticRegression,
    PoissonRegressor,
    Ridge,
)

warnings.simplefilter("ignore")  # of convergence; what is short of it does not agree


def is_solved(p):
    """What scikit-learn has, with a solver that comes near enough to the optimum to be compared with."""
    if p.get("featureWeights") or p.get("grouped") or p.get("folds") or p.get("sparse"):
        return False
    if p["loss"] in ("logistic", "multinomial"):
        return p["ratio"] == 1
    return p["loss"] == "squared" or p["ratio"] == 0


def estimator(p, lam, m):
    b, ratio = p["intercept"], p["ratio"]
    if p["loss"] == "squared":
        if ratio == 0:
            return Ridge(alpha=lam * m, fit_intercept=b, solver="cholesky")
        if ratio == 1:
            return Lasso(alpha=lam, fit_intercept=b, tol=1e-15, max_iter=10**6)
        return ElasticNet(alpha=lam, l1_ratio=ratio, fit_intercept=b, tol=1e-15, max_iter=10**6)
    if p["loss"] == "poisson":
        return PoissonRegressor(alpha=lam, fit_intercept=b, tol=1e-12, max_iter=10**5)
    if p["loss"] == "huber":
        # α that makes the penalty λ/2 ‖w‖² depends on the σ that it finds: see solve
        return HuberRegressor(alpha=lam, fit_intercept=b, tol=1e-12, max_iter=10**5)
    return LogisticRegression(
        penalty="l1", C=1 / (lam * m), fit_intercept=b, solver="saga", tol=1e-13, max_iter=10**5, random_state=0
    )


def solve(p):
    X, y = np.array(p["X"]), np.array(p["y"], dtype=float)
    m = len(y)
    weights = np.array(p["weights"]) if p.get("weights") else np.ones(m)
    share = weights / weights.sum()
    mean = share @ X
    scale = np.sqrt(share @ (X - mean) ** 2) if p["standardize"] else np.ones(X.shape[1])
    centre = mean if p["intercept"] else np.zeros(X.shape[1])
    out = {"name": p["name"], "intercept": [], "coefficients": []}
    for lam in p["lambdas"]:
        model = estimator(p, lam, m)
        model.fit((X - centre) / scale, y, sample_weight=weights)
        if p["loss"] == "huber":
            # Σσ + H((y − Xw)/σ)σ + α‖w‖² is 2m/σ times the mean of h, δ = εσ, and so λ = ασ/m, δ = εσ
            out["lambda"] = model.alpha * model.scale_ / m
            out["delta"] = model.epsilon * model.scale_
        w = np.atleast_2d(model.coef_) / scale
        b = np.atleast_1d(model.intercept_) - w @ centre
        if len(b) > 1:
            b = b - b.mean()
        out["intercept"].append(b.tolist())
        out["coefficients"].append(w.T.ravel().tolist())
    return out


solutions = [solve(p) for p in json.load(sys.stdin) if is_solved(p)]
json.dump({"by": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}", "solutions": solutions}, sys.stdout)
