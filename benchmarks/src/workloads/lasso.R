# The lasso by glmnet, to a duality gap.

source(file.path(dirname(path), "regression.R"))

entries <- list(
  "glmnet" = function(data, p) {
    x <- matrixOf(data, p)
    y <- data$y
    lambda <- p$ratio * max(abs(crossprod(x, y))) / p$m
    fit <- function(thresh) {
      model <- glmnet(x, y, lambda = lambda, intercept = FALSE, standardize = FALSE,
        thresh = thresh, maxit = 1e8)
      as.vector(model$beta)
    }
    thresh <- largestThreshold(function(thresh) squared(x, y, lambda, 1, fit(thresh))[2], p$gap)
    function() {
      w <- fit(thresh)
      function() c(squared(x, y, lambda, 1, w)[1], 1) # asked for when the clock has stopped
    }
  }
)
