# The program of R's workers: `Rscript worker.R WORKLOAD.R`, a request a line, an answer a line.
# A workload's file has `entries`, functions by name: each takes the arrays and the parameters, and gives a
# function that does the work and returns its result, or a function that computes what is compared of it.

path <- commandArgs(TRUE)[1]
if (path == "--versions") {
  version <- tryCatch(as.character(packageVersion("glmnet")), error = function(e) NULL)
  if (!is.null(version) && !suppressPackageStartupMessages(requireNamespace("glmnet", quietly = TRUE)))
    version <- NULL
  cat(if (is.null(version)) "{}" else sprintf('{"glmnet":"%s"}', version), "\n", sep = "")
  quit()
}
source(path)

# Requests have no objects inside and no escapes.
parse <- function(line) {
  fields <- regmatches(line, gregexpr('"[^"]+":("[^"]*"|[^,}]+)', line))[[1]]
  keys <- sub('^"([^"]+)":.*$', "\\1", fields)
  values <- gsub('^"|"$', "", sub('^"[^"]+":', "", fields))
  setNames(as.list(values), keys)
}

jobs <- list()

answer <- function(request) {
  job <- request$job
  if (request$do == "load") {
    named <- function(prefix) {
      keys <- grep(paste0("^", prefix, "\\."), names(request), value = TRUE)
      setNames(request[keys], substring(keys, 3))
    }
    data <- lapply(named("f"), function(at) readBin(at, "double", file.size(at) / 8))
    jobs[[job]] <<- entries[[request$entry]](data, lapply(named("p"), as.numeric))
    return('{"ok":1}')
  }
  if (request$do == "drop") {
    jobs[[job]] <<- NULL
    return('{"ok":1}')
  }
  run <- jobs[[job]]
  if (request$settle == "1") run()
  runs <- 1
  repeat {
    start <- Sys.time() # in microseconds, as system.time is not
    for (i in seq_len(runs)) result <- run()
    seconds <- as.numeric(Sys.time() - start, units = "secs")
    if (seconds * 1000 >= as.numeric(request$minimum)) break
    runs <- 2 * runs
  }
  if (is.function(result)) result <- result()
  sprintf('{"nanoseconds":%.17g,"runs":%d,"sum":%.17g,"size":%.17g,"moment":%.17g}',
    1e9 * seconds / runs, as.integer(runs), sum(result), sum(abs(result)),
    sum(((seq_along(result) - 1) %% 97 - 48) * result))
}

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  reply <- tryCatch(answer(parse(line)), error = function(e)
    sprintf('{"error":"%s"}', gsub('["\\\\\n]', " ", conditionMessage(e))))
  cat(reply, "\n", sep = "")
  flush(stdout())
}
