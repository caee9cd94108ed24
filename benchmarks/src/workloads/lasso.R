# The lasso by glmnet, to a duality gap.

suppressPackageStartupMessages(library(glmnet))

# Both relative to the objective at 0.
objectiveAndGap <- function(x, y, lambda, w) {
  m <- length(y)
  r <- as.vector(y - x %*% w)
  objective <- sum(r^2) / (2 * m) + lambda * sum(abs(w))
  shrink <- min(1, lambda / (max(abs(crossprod(x, r))) / m))
  dual <- (2 * shrink * sum(y * r) - shrink^2 * sum(r^2)) / (2 * m)
  atZero <- sum(y^2) / (2 * m)
  c(objective, objective - dual) / atZero
}

entries <- list(
  "glmnet" = function(data, p) {
    x <- matrix(data$X, p$m, p$n, byrow = TRUE)
    y <- data$y
    lambda <- p$ratio * max(abs(crossprod(x, y))) / p$m
    fit <- function(thresh) {
      model <- glmnet(x, y, lambda = lambda, intercept = FALSE, standardize = FALSE,
        thresh = thresh, maxit = 1e8)
      as.vector(model$beta)
    }
    reached <- FALSE
    for (exponent in 16:80) { # the largest threshold that reaches the gap
      thresh <- 10^(-exponent / 4)
      if (objectiveAndGap(x, y, lambda, fit(thresh))[2] <= p$gap) {
        reached <- TRUE
        break
      }
    }
    if (!reached) stop("no threshold reaches the gap")
    function() {
      w <- fit(thresh)
      function() c(objectiveAndGap(x, y, lambda, w)[1], 1) # asked for when the clock has stopped
    }
  }
)
