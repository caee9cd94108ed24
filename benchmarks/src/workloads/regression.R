# What the workloads of regression share: reading X, and how far from its minimum a fit is.

suppressPackageStartupMessages(library(glmnet))

# X as its columns lie: dense, or sparse.
matrixOf <- function(data, p) {
  if (is.null(data$starts)) return(matrix(data$X, p$m, p$n))
  sparseMatrix(i = data$rowIndices, p = data$starts, x = data$values, dims = c(p$m, p$n), index1 = FALSE)
}

# The elastic net's objective and duality gap, the lasso's for ratio 1; both relative to the objective at 0.
squared <- function(x, y, lambda, ratio, w) {
  m <- length(y)
  r <- as.vector(y - x %*% w)
  pull <- abs(as.vector(crossprod(x, r))) / m
  objective <- sum(r^2) / (2 * m) + lambda * (ratio * sum(abs(w)) + (1 - ratio) / 2 * sum(w^2))
  shrink <- 1
  conjugate <- 0
  if (ratio == 1) shrink <- min(1, lambda / max(pull))
  else conjugate <- sum(pmax(pull - lambda * ratio, 0)^2) / (2 * lambda * (1 - ratio))
  dual <- (2 * shrink * sum(y * r) - shrink^2 * sum(r^2)) / (2 * m) - conjugate
  c(objective, objective - dual) / (sum(y^2) / (2 * m))
}

entropy <- function(u) ifelse(u > 0, u * log(ifelse(u > 0, u, 1)), 0)

# The same of l1-penalised logistic regression, y = -1 or 1.
logistic <- function(x, y, lambda, w) {
  m <- length(y)
  margin <- y * as.vector(x %*% w)
  objective <- mean(pmax(-margin, 0) + log1p(exp(-abs(margin)))) + lambda * sum(abs(w))
  u <- 1 / (1 + exp(margin))
  u <- u * min(1, lambda * m / max(abs(crossprod(x, y * u))))
  dual <- -mean(entropy(u) + entropy(1 - u))
  c(objective, objective - dual) / log(2)
}

# The same of l1-penalised Poisson regression, both relative to the objective at 0 above the least there is.
poisson <- function(x, y, lambda, w) {
  m <- length(y)
  z <- as.vector(x %*% w)
  objective <- mean(exp(z) - y * z) + lambda * sum(abs(w))
  theta <- exp(z) - y
  theta <- theta * min(1, lambda * m / max(abs(crossprod(x, theta))))
  dual <- -mean(entropy(theta + y) - (theta + y))
  least <- mean(y - entropy(y))
  c(objective - least, objective - dual) / (1 - least)
}

# The largest of glmnet's thresholds, in steps of 10^(1/4), that reaches the gap.
largestThreshold <- function(gapOf, gap) {
  for (exponent in 16:80) {
    thresh <- 10^(-exponent / 4)
    if (gapOf(thresh) <= gap) return(thresh)
  }
  stop("no threshold reaches the gap")
}
