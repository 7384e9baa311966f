# Weekly counts on standard input, a series a line; prints the seconds it takes to judge their last week.
suppressMessages(library(surveillance))
counts <- t(as.matrix(read.csv(file("stdin"), header = FALSE)))
weeks <- nrow(counts)
each <- lapply(seq_len(ncol(counts)), function(i)
	sts(observed = counts[, i, drop = FALSE], start = c(2021, 1), frequency = 52))
control <- list(range = weeks, b = 3, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26,
	pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.005, limit54 = c(5, 4),
	glmWarnings = FALSE)
took <- system.time(for (one in each) suppressWarnings(farringtonFlexible(one, control)))
cat(took[["elapsed"]])
