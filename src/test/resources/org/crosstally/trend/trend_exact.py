"""Writes trend_exact.csv: least squares on the series of trend_inputs.csv in 60 digits (needs mpmath)."""

import csv
import pathlib

import mpmath as mp

mp.mp.dps = 60
HERE = pathlib.Path(__file__).parent
LINE = "centred least squares in 60 digits"
HAC = "Bartlett weights in 60 digits, t with n-2"


def p_two(t, df):
    return mp.betainc(mp.mpf(df) / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def rows(points):
    n = len(points)
    mx, my = (sum(p[k] for p in points) / n for k in (0, 1))
    dx, dy = [p[0] - mx for p in points], [p[1] - my for p in points]
    sxx, syy = sum(d * d for d in dx), sum(d * d for d in dy)
    b = sum(p * q for p, q in zip(dx, dy)) / sxx
    e = [q - b * p for p, q in zip(dx, dy)]
    rss = sum(v * v for v in e)
    s2 = rss / (n - 2)
    se = mp.sqrt(s2 / sxx)
    q = mp.findroot(lambda t: p_two(t, n - 2) - mp.mpf("0.05"), 2.1 if n > 4 else 4.3)
    yield "ols", "slope", b, LINE
    yield "ols", "intercept", my - b * mx, LINE
    yield "ols", "se_slope", se, LINE
    yield "ols", "se_intercept", mp.sqrt(s2 * (mp.mpf(1) / n + mx * mx / sxx)), LINE
    yield "ols", "t_slope", b / se, LINE
    yield "ols", "p_slope", p_two(b / se, n - 2), LINE
    yield "ols", "r2", 1 - rss / syy, LINE
    yield "ols", "rss", rss, LINE
    yield "ols", "slope_lo95", b - q * se, LINE
    yield "ols", "slope_hi95", b + q * se, LINE
    differences = sum((e[i] - e[i - 1]) ** 2 for i in range(1, n))
    yield "ols-diag", "DW", differences / rss, "sum of squared differences over rss"
    u = [p * q for p, q in zip(dx, e)]
    for lag in (1, 3):
        if lag >= n:
            continue

        def g(a, c, l):
            return sum(a[t] * c[t - l] for t in range(l, n))

        def meat(a, c):
            weights = ((l, 1 - mp.mpf(l) / (lag + 1)) for l in range(1, lag + 1))
            return g(a, c, 0) + sum(w * (g(a, c, l) + g(c, a, l)) for l, w in weights)

        vb, vab, va = meat(u, u) / sxx**2, meat(e, u) / n / sxx, meat(e, e) / n**2
        yield "ols-hac", f"se_slope_lag{lag}", mp.sqrt(vb), HAC
        yield "ols-hac", f"p_slope_lag{lag}", p_two(b / mp.sqrt(vb), n - 2), HAC
        yield "ols-hac", f"se_intercept_lag{lag}", mp.sqrt(va - 2 * mx * vab + mx * mx * vb), HAC


series = {}
for row in csv.DictReader(open(HERE / "trend_inputs.csv")):
    # The doubles that a program reads, not the decimal text.
    point = tuple(mp.mpf(float(row[k])) for k in "xy")
    series.setdefault(row["dataset"], []).append(point)
with open(HERE / "trend_exact.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow("dataset method quantity value tool version call".split())
    for name, points in series.items():
        for method, quantity, value, call in rows(points):
            writer.writerow([name, method, quantity, mp.nstr(value, 20), "mpmath", "60 digits", call])
