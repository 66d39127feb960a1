"""Against published tables (t, chi-square) and closed forms."""

import csv
import math
import subprocess
import sys

import mpmath
import pytest

from components.analysis.build_quantiles import rows
from components.analysis.quantiles import TABLE, binomial_cdf, gamma_cdf, gamma_quantile, t_quantile, t_survival


@pytest.mark.parametrize(
    ("df", "expected"), [(1, 12.706204736), (2, 4.3026527297), (10, 2.2281388520), (30, 2.0422724563)]
)
def test_t_quantile_is_the_table_value(df, expected):
    assert t_quantile(0.975, df) == pytest.approx(expected, abs=1e-9)
    assert t_quantile(0.025, df) == pytest.approx(-expected, abs=1e-9)


def test_t_survival_of_one_degree_is_the_cauchy_tail():
    for x in (-3.0, 0.0, 0.5, 40.0):
        assert t_survival(x, 1) == pytest.approx(0.5 - math.atan(x) / math.pi, abs=1e-12)


@pytest.mark.parametrize(("df", "p", "expected"), [(1, 0.95, 3.841458821), (10, 0.025, 3.246972780)])
def test_gamma_quantile_is_half_of_chi_square(df, p, expected):
    assert 2 * gamma_quantile(p, df / 2) == pytest.approx(expected, abs=1e-8)


def test_gamma_of_shape_one_is_exponential():
    assert gamma_cdf(2.0, 1.0) == pytest.approx(1 - math.exp(-2), abs=1e-12)
    assert gamma_quantile(0.5, 1.0) == pytest.approx(math.log(2), abs=1e-10)


@pytest.mark.parametrize(("k", "n", "p"), [(0, 5, 0.3), (3, 10, 0.5), (7, 9, 0.9), (12, 40, 0.25)])
def test_binomial_cdf_is_the_sum_of_its_terms(k, n, p):
    direct = sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))
    assert binomial_cdf(k, n, p) == pytest.approx(direct, abs=1e-12)
    assert binomial_cdf(-1, n, p) == 0.0
    assert binomial_cdf(n, n, p) == 1.0


@pytest.mark.parametrize("df", [0.7, 1, 3.3, 20, 300.5, 50_000])
def test_t_survival_agrees_with_mpmath_at_full_precision(df):
    for x in (0.0, 0.01, 1.0, 2.2, 12.0):
        exact = mpmath.betainc(df / 2, 0.5, 0, df / (df + x * x), regularized=True) / 2
        assert t_survival(x, df) == pytest.approx(float(exact), abs=1e-10)


@pytest.mark.parametrize("shape", [0.5, 1.5, 20.5, 300.5, 5000.5])
def test_gamma_cdf_agrees_with_mpmath_at_full_precision(shape):
    for share in (0.1, 0.9, 1.0, 1.2, 3.0):
        exact = mpmath.gammainc(shape, 0, shape * share, regularized=True)
        assert gamma_cdf(shape * share, shape) == pytest.approx(float(exact), abs=1e-10)


@pytest.mark.parametrize("n", [1, 40, 300, 5000])
@pytest.mark.parametrize("p", [0.01, 0.5, 0.97])
def test_binomial_cdf_agrees_with_mpmath_at_full_precision(n, p):
    for k in {0, n // 3, n - 1}:
        exact = mpmath.betainc(n - k, k + 1, 0, 1 - p, regularized=True)
        assert binomial_cdf(k, n, p) == pytest.approx(float(exact), abs=1e-10)


def test_the_table_holds_what_is_solved_for():
    with TABLE.open(encoding="utf-8", newline="") as file:
        kept = list(csv.reader(file))[1:]
    made = list(rows())
    assert [(row[0], float(row[1]), float(row[2])) for row in kept] == [row[:3] for row in made]
    assert [float(row[3]) for row in kept] == pytest.approx([row[3] for row in made], rel=1e-12)


@pytest.mark.parametrize("n", [400, 401, 2000])
def test_quantiles_go_on_smoothly_where_the_table_ends(n):
    assert t_quantile(0.975, n - 1) > t_quantile(0.975, n) > t_quantile(0.975, n + 1) > 1.9599
    assert gamma_quantile(0.025, n / 2 + 0.5) < gamma_quantile(0.025, n / 2 + 1) < n / 2 + 1


def test_measuring_an_article_searches_for_no_quantile():
    code = (
        "import sys\n"
        "from components.analysis.measure import all_measures\n"
        "from components.analysis.model import Article, Story\n"
        "text = 'The stunning bridge opened on Monday, and crowds came. ' * 40\n"
        "story = Story(id='', title='', articles=(Article(id='a', source='A', title='A bridge', text=text),))\n"
        "measured = [m for measure in all_measures() if measure.per_article for m in measure.compute(story)]\n"
        "assert any(m.low < m.value < m.high for m in measured)\n"
        "sys.exit('mpmath' in sys.modules)"
    )
    root = TABLE.parents[1]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
