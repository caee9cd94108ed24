# Paths of penalised linear models by glmnet, a whole path in a call, each point to a duality gap.

source(file.path(dirname(path), "regression.R"))

# lambda_k from the largest down, equally spaced on a log scale.
grid <- function(largest, p) largest * p$ratio^(seq(0, p$count - 1) / (p$count - 1))

# The job for the largest threshold with which all points reach the gap. fit gives a matrix, a column a lambda.
prepared <- function(fit, measure, lambdas, p) {
  measures <- function(w) vapply(seq_along(lambdas), function(k) measure(lambdas[k], w[, k]), c(0, 0))
  thresh <- largestThreshold(function(thresh) {
    w <- fit(thresh)
    if (ncol(w) < length(lambdas)) Inf else max(measures(w)[2, ])
  }, p$gap)
  function() {
    w <- fit(thresh)
    function() 1 + measures(w)[1, ] # asked for when the clock has stopped
  }
}

# glmnet stops early by itself; here it must not.
invisible(glmnet.control(fdev = 0, devmax = 1))

pathOf <- function(x, y, lambdas, thresh, ...) {
  model <- glmnet(x, y, lambda = lambdas, intercept = FALSE, standardize = FALSE, thresh = thresh, maxit = 1e9, ...)
  as.matrix(model$beta)
}

# mix: the share of the l1 norm. glmnet divides y by s, its root mean square, which leaves lambda right for the l1 norm
# and makes it s times too small for the l2 norm: another lambda and another mix undo that.
quadratic <- function(mix) function(data, p) {
  x <- matrixOf(data, p)
  y <- data$y
  lambdas <- grid(max(abs(crossprod(x, y))) / p$m / mix, p)
  undo <- mix + sqrt(mean(y^2)) * (1 - mix)
  fit <- function(thresh) pathOf(x, y, lambdas * undo, thresh, alpha = mix / undo)
  prepared(fit, function(lambda, w) squared(x, y, lambda, mix, w), lambdas, p)
}

entries <- list(
  "lasso" = quadratic(1),
  "elastic net" = quadratic(0.5),
  "logistic" = function(data, p) {
    x <- matrixOf(data, p)
    y <- data$y
    classes <- factor(y)
    lambdas <- grid(max(abs(crossprod(x, y))) / (2 * p$m), p)
    fit <- function(thresh) pathOf(x, classes, lambdas, thresh, family = "binomial")
    prepared(fit, function(lambda, w) logistic(x, y, lambda, w), lambdas, p)
  },
  "poisson" = function(data, p) {
    x <- matrixOf(data, p)
    y <- data$y
    lambdas <- grid(max(abs(crossprod(x, 1 - y))) / p$m, p)
    fit <- function(thresh) pathOf(x, y, lambdas, thresh, family = "poisson")
    prepared(fit, function(lambda, w) poisson(x, y, lambda, w), lambdas, p)
  }
)
