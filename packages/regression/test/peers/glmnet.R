# What glmnet says of the problems on standard input (problems.ts), as JSON. record.ts runs it.
# λ, weights and penalty factors are brought to glmnet's conventions here:
# - penalty.factor is rescaled to add up to the number of features: λ has to make up for it;
# - a gaussian y is divided by its standard deviation s, and so the square in an elastic net counts 1/s as much.
suppressMessages(library(glmnet))
input <- jsonlite::fromJSON(file("stdin"), simplifyVector = TRUE, simplifyDataFrame = FALSE)

# what glmnet has, and no other peer
solved <- function(p) p$loss %in% c("squared", "logistic", "poisson", "multinomial") && p$ratio > 0

families <- c(squared = "gaussian", logistic = "binomial", poisson = "poisson", multinomial = "multinomial")

solve_one <- function(p) {
  X <- p$X
  if (isTRUE(p$sparse)) X <- Matrix::Matrix(X, sparse = TRUE)
  d <- ncol(X)
  weights <- if (is.null(p$weights)) rep(1, nrow(X)) else p$weights
  factors <- if (is.null(p$featureWeights)) rep(1, d) else p$featureWeights
  alpha <- p$ratio
  lambda <- p$lambdas
  if (p$loss == "squared") {
    share <- weights / sum(weights)
    s <- sqrt(sum(share * (p$y - sum(share * p$y))^2))
    lambda <- lambda * (p$ratio + s * (1 - p$ratio))
    alpha <- p$ratio / (p$ratio + s * (1 - p$ratio))
  }
  lambda <- lambda * sum(factors) / d
  arguments <- list(
    x = X, y = p$y, family = families[[p$loss]], alpha = alpha, lambda = lambda, weights = weights,
    penalty.factor = factors, intercept = p$intercept, standardize = p$standardize, thresh = 1e-22, maxit = 1e7
  )
  if (isTRUE(p$grouped)) arguments$type.multinomial <- "grouped"
  fit <- do.call(glmnet, arguments)
  stopifnot(length(fit$lambda) == length(lambda))
  if (p$loss == "multinomial") {
    # feature after feature, the classes of each beside each other
    coefficients <- sapply(seq_along(lambda), function(l) as.vector(do.call(rbind, lapply(fit$beta, function(b) b[, l]))))
    intercept <- fit$a0
  } else {
    coefficients <- as.matrix(fit$beta)
    intercept <- matrix(fit$a0, nrow = 1)
  }
  out <- list(name = p$name, intercept = t(unname(intercept)), coefficients = t(unname(coefficients)))
  if (!is.null(p$folds)) {
    measure <- c(mse = "mse", deviance = "deviance")[[p$measure]]
    cv <- do.call(cv.glmnet, c(arguments, list(foldid = p$folds + 1, type.measure = measure)))
    out$mean <- cv$cvm
    out$standardError <- cv$cvsd
    out$best <- jsonlite::unbox(unname(which(cv$lambda == cv$lambda.min)) - 1)
    out$oneStandardError <- jsonlite::unbox(unname(which(cv$lambda == cv$lambda.1se)) - 1)
  }
  out$name <- jsonlite::unbox(out$name)
  out
}

solutions <- lapply(Filter(solved, input), solve_one)
by <- paste("glmnet", packageVersion("glmnet"), "on", R.version.string)
cat(jsonlite::toJSON(list(by = jsonlite::unbox(by), solutions = solutions), digits = NA))
