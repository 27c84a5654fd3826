# Makes revision_inputs.csv and revision_golden.csv: Rscript revision_golden.R
# R with sandwich (NeweyWest) and lmtest; F with fractional degrees of freedom is R's own pf.
library(sandwich)
set.seed(20140630)

n <- 28
level <- 1500 + 600 * sin(seq_len(n) / 3)
count <- round(level + rnorm(n, 0, 20))
data <- list(
  eight = data.frame(p = c(412, 388, 455, 501, 470, 563, 540, 618),
                     l = c(410, 391, 455, 512, 468, 570, 552, 611)),
  noise = data.frame(p = round(count + 60 * as.numeric(arima.sim(list(ar = 0.5), n))), l = count),
  trend = data.frame(p = 100 * 1.05^(0:59) + rnorm(60), l = 100 * 1.05^(0:59) * 1.01 + rnorm(60)))

inputs <- do.call(rbind, lapply(names(data), function(d) data.frame(
  dataset = d, i = seq_len(nrow(data[[d]])),
  preliminary = format(data[[d]]$p, digits = 17, trim = TRUE),
  later = format(data[[d]]$l, digits = 17, trim = TRUE))))
write.csv(inputs, "revision_inputs.csv", row.names = FALSE, quote = FALSE)

rows <- NULL
put <- function(d, quantity, value, call) {
  rows <<- rbind(rows, data.frame(dataset = d, quantity = quantity,
    value = format(unname(value), digits = 16, trim = TRUE), call = call))
}

pvalue <- function(wald, q, n) {
  s <- min(n, ceiling(1.3 * sqrt(n)))
  b <- s / n
  z <- b * (1 + (q - 1) * 2 / 3)
  kappa <- (exp(z) + 1 + z) / 2
  k <- max(1 / (b * 2 / 3), q) - q + 1
  pf(wald / q / kappa, q, k, lower.tail = FALSE)
}

for (d in names(data)) {
  # What is written is what is computed with.
  p <- as.numeric(inputs$preliminary[inputs$dataset == d])
  l <- as.numeric(inputs$later[inputs$dataset == d])
  r <- l - p
  n <- length(r)
  lag <- min(n, ceiling(1.3 * sqrt(n))) - 1
  put(d, "mean", mean(r), "mean(r)")
  put(d, "mean_absolute", mean(abs(r)), "mean(abs(r))")
  put(d, "root_mean_square", sqrt(mean(r^2)), "sqrt(mean(r^2))")
  put(d, "standard_deviation", sd(r), "sd(r)")
  put(d, "relative_mean", sum(r) / sum(abs(l)), "sum(r)/sum(abs(l))")
  put(d, "relative_mean_absolute", sum(abs(r)) / sum(abs(l)), "sum(abs(r))/sum(abs(l))")
  for (q in c(0.05, 0.25, 0.5, 0.75, 0.95)) {
    if ((n + 1) * min(q, 1 - q) >= 1) {
      put(d, paste0("quantile_", q), quantile(r, q, type = 6), "quantile(r, q, type = 6)")
    }
  }
  put(d, "u1", sqrt(mean(r^2)) / (sqrt(mean(p^2)) + sqrt(mean(l^2))), "Theil 1966")
  put(d, "u2", sqrt(sum(r[-1]^2) / sum(diff(l)^2)), "Theil 1966")
  sp <- sqrt(mean((p - mean(p))^2)); sl <- sqrt(mean((l - mean(l))^2)); rho <- cor(p, l)
  put(d, "bias_share", (mean(p) - mean(l))^2 / mean(r^2), "Theil 1966")
  put(d, "regression_share", (sp - rho * sl)^2 / mean(r^2), "Theil 1966")
  put(d, "disturbance_share", (1 - rho^2) * sl^2 / mean(r^2), "Theil 1966")
  put(d, "signs_of_change", mean(sign(diff(p)) == sign(diff(l))), "mean(sign(diff(p)) == sign(diff(l)))")
  g <- function(x) x[-1] / x[-length(x)]
  put(d, "signs_of_growth", mean(sign(diff(g(p))) == sign(diff(g(l)))), "mean(sign(diff(g(p))) == sign(diff(g(l))))")
  hac <- "NeweyWest(fit, lag, prewhite = FALSE, adjust = TRUE)"
  fit <- lm(r ~ 1)
  se <- sqrt(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE)[1, 1])
  put(d, "bias_error", se, paste("lm(r ~ 1);", hac))
  put(d, "bias_t", mean(r) / se, paste("lm(r ~ 1);", hac))
  put(d, "bias_p", pvalue((mean(r) / se)^2, 1, n), "pf(t^2/kappa, 1, K)")
  for (which in c("news", "noise")) {
    fit <- if (which == "news") lm(r ~ p) else lm(r ~ l)
    call <- paste(if (which == "news") "lm(r ~ p);" else "lm(r ~ l);", hac)
    v <- NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE)
    wald <- drop(t(coef(fit)) %*% solve(v) %*% coef(fit))
    put(d, paste0(which, "_intercept"), coef(fit)[1], call)
    put(d, paste0(which, "_slope"), coef(fit)[2], call)
    put(d, paste0(which, "_intercept_error"), sqrt(v[1, 1]), call)
    put(d, paste0(which, "_slope_error"), sqrt(v[2, 2]), call)
    put(d, paste0(which, "_r_squared"), summary(fit)$r.squared, call)
    put(d, paste0(which, "_wald"), wald, call)
    put(d, paste0(which, "_p"), pvalue(wald, 2, n), "pf(W/2/kappa, 2, K)")
  }
}
rows$tool <- paste0("R ", getRversion(), ", sandwich ", packageVersion("sandwich"))
write.csv(rows[, c("dataset", "quantity", "value", "tool", "call")], "revision_golden.csv",
  row.names = FALSE, quote = c(4, 5))
