/* Algorithm 1 on the population loss, an iteration in three passes over vectors that stay in the cache. */
#include "worker.h"
#include <math.h>
#include <string.h>

enum { K, LAMBDA, BETA, ETA, A };
enum { FIRST, LAST, STEP, FROM, COUNT, ITERATIONS };

/* penalty: 0 l0, 1 TL1, 2 l1. TL1's largest root of (u - x)(a + u)^2 + t a (a + 1) by Newton from the right. */
static inline double prox(int penalty, double v, double t, double a, double cut) {
  double x = fabs(v);
  if (penalty == 0) return x > cut ? v : 0;
  if (penalty == 2) return copysign(x > t ? x - t : 0, v);
  double safe = x > cut ? x : cut, u = safe, c = t * a * (a + 1);
  for (int step = 0; step < 6; step++) {
    double s = a + u;
    u -= ((u - safe) * s * s + c) / (s * (s + 2 * (u - safe)));
  }
  return x > cut ? copysign(u, v) : 0;
}

static inline __attribute__((always_inline)) void iterate(int penalty, const double *restrict star, double *restrict w,
                                                          long d, const double *p, long iterations) {
  const double k = p[K], t = p[LAMBDA] / p[BETA], beta = p[BETA], eta = p[ETA], a = p[A];
  const double tl1 = t <= a * a / (2 * (a + 1)) ? t * (a + 1) / a : sqrt(2 * t * (a + 1)) - a / 2;
  const double cut = penalty == 0 ? sqrt(2 * t) : tl1;
  double c = 0;
  for (long i = 0; i < d; i++) c += star[i] * star[i];
  c = sqrt(c);
  double scale = 0; /* w is unit after w *= scale */
  for (long i = 0; i < d; i++) scale += w[i] * w[i];
  scale = 1 / sqrt(scale);
  for (long step = 0; step < iterations; step++) {
    double minus = 0, plus = 0;
#pragma omp simd reduction(+ : minus, plus)
    for (long i = 0; i < d; i++) {
      w[i] *= scale;
      double x = w[i] - star[i] / c, y = w[i] + star[i] / c;
      minus += x * x;
      plus += y * y;
    }
    double theta = 2 * atan2(sqrt(minus), sqrt(plus)), squares = 0;
    /* Lemma 5.4.2 with ||w|| = 1 */
    double along = ((k * k - k) / M_PI * (1 - c) + k - k / M_PI * c * sin(theta)) / (k * k);
    double to_star = (k / M_PI * theta - k) / (k * k);
#pragma omp simd reduction(+ : squares)
    for (long i = 0; i < d; i++) {
      double u = prox(penalty, w[i], t, a, cut);
      w[i] -= eta * (along * w[i] + to_star * star[i] + beta * (w[i] - u));
      squares += w[i] * w[i];
    }
    scale = 1 / sqrt(squares);
  }
  for (long i = 0; i < d; i++) w[i] *= scale;
}

static void rvsm(job *j) {
  double *w = j->out;
  for (long penalty = j->n[FROM]; penalty < j->n[FROM] + j->n[COUNT]; penalty++)
    for (long d = j->n[FIRST], at = 0; d <= j->n[LAST]; at += d, w += d, d += j->n[STEP]) {
      memcpy(w, j->x[1] + at, d * sizeof *w);
      const double *star = j->x[0] + at;
      if (penalty == 0) iterate(0, star, w, d, j->p, j->n[ITERATIONS]);
      else if (penalty == 1) iterate(1, star, w, d, j->p, j->n[ITERATIONS]);
      else iterate(2, star, w, d, j->p, j->n[ITERATIONS]);
    }
}

int prepare(job *j, const char *entry, const char *request) {
  if (strcmp(entry, "rvsm") != 0) return 0;
  const char *numbers[] = {"p.k", "p.lambda", "p.beta", "p.eta", "p.a"};
  const char *sizes[] = {"p.first", "p.last", "p.step", "p.penaltyFrom", "p.penaltyCount", "p.iterations"};
  for (int i = 0; i < 5; i++) j->p[i] = number(request, numbers[i]);
  for (int i = 0; i < 6; i++) j->n[i] = number(request, sizes[i]);
  j->x[0] = contents(request, "f.wStar");
  j->x[1] = contents(request, "f.start");
  j->out = room(j->length = number(request, "p.length"));
  j->run = rvsm;
  return 1;
}
