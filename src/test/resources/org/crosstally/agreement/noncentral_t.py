"""Quantiles of Student's t and of the noncentral t, to 18 digits: python3 noncentral_t.py > noncentral_t.csv

mpmath 1.3.0; scipy 1.17.1 gives the starting points only.
"""
import math

from mpmath import exp, findroot, loggamma, log, mp, mpf, ncdf, quad, sqrt
from scipy.stats import nct, t as student

mp.dps = 40


def cumulative(t, df, delta):
    df = mpf(df)
    constant = (df / 2) * log(df) - loggamma(df / 2) - (df / 2 - 1) * log(2)

    def integrand(u):
        return ncdf(t * u - delta) * exp(constant + (df - 1) * log(u) - df * u * u / 2)

    deviation = 1 / sqrt(2 * df)
    mode = sqrt(max(0, (df - 1) / df))
    low, high = max(mpf(0), mode - 20 * deviation), mode + 25 * deviation
    points = [mode + j * deviation for j in range(-20, 25)]
    points += [(delta + j) / t for j in range(-12, 13) if t != 0]
    return quad(integrand, sorted({low, high} | {u for u in points if low < u < high}))


def quantile(p, df, delta, start):
    bracket = (start * mpf("0.9999"), start * mpf("1.0001"))
    return findroot(lambda t: cumulative(t, df, delta) - p, bracket, solver="secant", tol=1e-28)


print("df,delta,p,t")
for n in (3, 4, 5, 10, 17, 30, 100, 1000):
    for z in (0.0, 0.6744897501960817, 1.959963984540054):
        for p in (0.005, 0.025, 0.5, 0.975, 0.995):
            if z == 0.0 and p == 0.5:
                continue
            delta = z * math.sqrt(n)
            start = nct.ppf(p, n - 1, delta) if z > 0 else student.ppf(p, n - 1)
            t = quantile(mpf(repr(p)), n - 1, mpf(repr(delta)), mpf(float(start)))
            print(f"{n - 1},{delta!r},{p!r},{mp.nstr(t, 18)}")
