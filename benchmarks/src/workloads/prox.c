/* Proximal operators as the machine can do them. */
#include "worker.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void soft(job *j) {
  const double *restrict v = j->x[0], t = j->p[0];
  double *restrict out = j->out;
  for (long i = 0; i < j->length; i++) {
    double x = fabs(v[i]) - t;
    out[i] = copysign(x > 0 ? x : 0, v[i]);
  }
}

static void hard(job *j) {
  const double *restrict v = j->x[0], cut = sqrt(2 * j->p[0]);
  double *restrict out = j->out;
  for (long i = 0; i < j->length; i++) out[i] = fabs(v[i]) > cut ? v[i] : 0;
}

/* Lemma 5.2.1. */
static double threshold(double t, double a) {
  return t <= a * a / (2 * (a + 1)) ? t * (a + 1) / a : sqrt(2 * t * (a + 1)) - a / 2;
}

/* As packages/penalties-tl1 does it: u = x - (c/X^2) R(h), with X = a + x, V the cube root of 27c/4, h^2 =
   (x - (V - a))(X^2 + XV + V^2)/X^3, and R = 1 + (1 - h) P/Q. */
static void tl1(job *j) {
  const double *restrict v = j->x[0], t = j->p[0], a = j->p[1];
  const double c = t * a * (a + 1), cut = threshold(t, a);
  const long double exact = cbrtl(6.75L * t * a * (a + 1.0L));
  const double V = exact, high = exact - a, low = exact - a - high;
  double *restrict out = j->out;
#pragma omp simd
  for (long i = 0; i < j->length; i++) {
    double x = fabs(v[i]), X = a + x, XX = X * X, rounding = x - (X - a);
    double gap = x - high - low;
    gap = gap > 0 ? gap : 0;
    double h = sqrt(gap * (XX + X * V + V * V) / (XX * X)), hh = h * h, h4 = hh * hh;
    double P = 1.25 + 2.613695446344024 * h + (1.9353709362974372 + 0.6120702523541403 * h) * hh +
               (0.07835125582090084 + 0.002970468538073853 * h) * h4;
    double Q = 1 + 3.1694173261578746 * h + (3.844850599115936 + 2.2309242963344618 * h) * hh +
               (0.6301888969548495 + 0.0776828568009631 * h + 0.002959506046751109 * hh) * h4;
    double u = x - c * (Q + (1 - h) * P) / (Q * (XX + 2 * X * rounding));
    out[i] = x > cut ? copysign(u, v[i]) : 0;
  }
}

/* As the lemma prints it. */
static void tl1_libm(job *j) {
  const double *v = j->x[0], t = j->p[0], a = j->p[1];
  const double cut = threshold(t, a);
  for (long i = 0; i < j->length; i++) {
    double x = fabs(v[i]), s = a + x;
    if (x <= cut) {
      j->out[i] = 0;
      continue;
    }
    double phi = acos(1 - 27 * t * a * (a + 1) / (2 * s * s * s));
    j->out[i] = copysign(2.0 / 3 * s * cos(phi / 3) - 2 * a / 3 + x / 3, v[i]);
  }
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The k-th least of n numbers, which are moved about (Hoare). */
static double quick_select(double *x, long n, long k) {
  long low = 0, high = n - 1;
  while (low < high) {
    double pivot = x[low + (high - low) / 2];
    long i = low, j = high;
    while (i <= j) {
      while (x[i] < pivot) i++;
      while (x[j] > pivot) j--;
      if (i <= j) {
        double swap = x[i];
        x[i++] = x[j];
        x[j--] = swap;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return x[k];
}

/* H_s: a sample brackets the s-th magnitude, one pass counts and gathers, one masks. Ties keep the lower index. */
static void top(job *j) {
  enum { SAMPLE = 1024 };
  const double *restrict v = j->x[0];
  const long n = j->length, s = j->p[2];
  double sample[SAMPLE], *restrict near = j->room[0];
  for (long i = 0; i < SAMPLE; i++) sample[i] = fabs(v[i * (n / SAMPLE)]);
  qsort(sample, SAMPLE, sizeof *sample, ascending);
  long at = SAMPLE - 1 - s * SAMPLE / n, slack = 12;
  double low = at - slack >= 0 ? sample[at - slack] : 0;
  double high = at + slack < SAMPLE ? sample[at + slack] : INFINITY;
  long above = 0, gathered = 0;
  for (long i = 0; i < n; i++) {
    double x = fabs(v[i]);
    above += x > high;
    near[gathered] = x;
    gathered += (x >= low) & (x <= high);
  }
  if (above >= s || above + gathered < s) { /* the bracket missed: take all */
    above = 0;
    for (gathered = 0; gathered < n; gathered++) near[gathered] = fabs(v[gathered]);
  }
  double cut = quick_select(near, gathered, gathered - (s - above));
  long ties = s;
  for (long i = 0; i < n; i++) ties -= fabs(v[i]) > cut;
  double *restrict out = j->out;
  for (long i = 0; i < n; i++) {
    double x = fabs(v[i]);
    out[i] = x > cut ? v[i] : 0;
    if (x == cut && ties > 0) out[i] = v[i], ties--;
  }
}

int prepare(job *j, const char *entry, const char *request) {
  j->length = number(request, "p.n");
  j->p[0] = number(request, "p.t");
  j->p[1] = number(request, "p.a");
  j->p[2] = number(request, "p.s");
  j->x[0] = contents(request, "f.v");
  j->room[0] = room(j->length + 1);
  j->out = room(j->length);
  j->run = strcmp(entry, "soft") == 0       ? soft
           : strcmp(entry, "hard") == 0     ? hard
           : strcmp(entry, "tl1") == 0      ? tl1
           : strcmp(entry, "tl1 libm") == 0 ? tl1_libm
           : strcmp(entry, "top") == 0      ? top
                                            : NULL;
  return j->run != NULL;
}
