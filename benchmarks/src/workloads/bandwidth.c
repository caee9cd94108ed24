/* The sum of an array, several sums at once: nothing but reading it. */
#include "worker.h"
#include <string.h>

static void sum(job *j) {
  const double *x = j->x[0];
  wide s = {0}, t = {0}, u = {0}, v = {0};
  long i = 0;
  for (; i + 32 <= j->n[0]; i += 32) {
    s += *(const wide *)(x + i);
    t += *(const wide *)(x + i + 8);
    u += *(const wide *)(x + i + 16);
    v += *(const wide *)(x + i + 24);
  }
  double rest = 0;
  for (; i < j->n[0]; i++) rest += x[i];
  j->out[0] = total(s + t + (u + v)) + rest;
}

int prepare(job *j, const char *entry, const char *request) {
  if (strcmp(entry, "sum") != 0) return 0;
  j->n[0] = number(request, "p.n");
  j->x[0] = contents(request, "f.X");
  j->out = room(j->length = 1);
  j->run = sum;
  return 1;
}
