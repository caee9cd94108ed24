/* Gradients of least squares and logistic regression: a row is used for both products while it is in the cache. */
#include "worker.h"
#include <math.h>
#include <string.h>

static void least_squares(job *j) {
  const double *x = j->x[0], *y = j->x[1], *w = j->x[2];
  const long m = j->n[0], n = j->n[1];
  memset(j->out, 0, n * sizeof *j->out);
  for (long i = 0; i < m; i++, x += n) add(j->out, (dot(x, w, n) - y[i]) / m, x, n);
}

static void logistic(job *j) {
  const double *x = j->x[0], *y = j->x[1], *w = j->x[2];
  const long m = j->n[0], n = j->n[1];
  memset(j->out, 0, n * sizeof *j->out);
  for (long i = 0; i < m; i++, x += n)
    add(j->out, -y[i] / (1 + exp(y[i] * dot(x, w, n))) / m, x, n);
}

int prepare(job *j, const char *entry, const char *request) {
  j->run = strcmp(entry, "least squares") == 0 ? least_squares : strcmp(entry, "logistic") == 0 ? logistic : NULL;
  if (!j->run) return 0;
  j->n[0] = number(request, "p.m");
  j->n[1] = number(request, "p.n");
  j->x[0] = contents(request, "f.X");
  j->x[1] = contents(request, "f.y");
  j->x[2] = contents(request, "f.w");
  j->out = room(j->length = j->n[1]);
  return 1;
}
