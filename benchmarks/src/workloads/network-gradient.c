/* The gradient of eq. (2): a row's active patches are added while it is in the cache. */
#include "worker.h"
#include <string.h>

enum { PATCHES = 64 };

static void network(job *j) {
  const double *x = j->x[0], *y = j->x[1], *w = j->x[2];
  const long m = j->n[0], n = j->n[1], k = j->n[2], d = n / k;
  double *out = j->out;
  int active[PATCHES];
  memset(out, 0, d * sizeof *out);
  for (long i = 0; i < m; i++, x += n) {
    double sum = 0;
    for (long a = 0; a < k; a++) {
      double z = dot(x + a * d, w, d);
      active[a] = z > 0;
      sum += active[a] ? z : 0;
    }
    double scale = 2 * (sum / k - y[i]) / (m * k);
    for (long a = 0; a < k; a++)
      if (active[a]) add(out, scale, x + a * d, d);
  }
}

static void network_single(job *j) {
  const float *x = j->single;
  const double *y = j->x[1], *w = j->x[2];
  const long m = j->n[0], n = j->n[1], k = j->n[2], d = n / k;
  double *out = j->out;
  int active[PATCHES];
  memset(out, 0, d * sizeof *out);
  for (long i = 0; i < m; i++, x += n) {
    double sum = 0;
    for (long a = 0; a < k; a++) {
      double z = dot_single(x + a * d, w, d);
      active[a] = z > 0;
      sum += active[a] ? z : 0;
    }
    double scale = 2 * (sum / k - y[i]) / (m * k);
    for (long a = 0; a < k; a++)
      if (active[a]) add_single(out, scale, x + a * d, d);
  }
}

int prepare(job *j, const char *entry, const char *request) {
  int single = is_single(request, "f.X");
  if (strcmp(entry, "network") != 0) return 0;
  j->n[0] = number(request, "p.m");
  j->n[1] = number(request, "p.n");
  j->n[2] = number(request, "p.k");
  if (j->n[2] > PATCHES) return 0;
  if (single) j->single = contents(request, "f.X");
  else j->x[0] = contents(request, "f.X");
  j->x[1] = contents(request, "f.y");
  j->x[2] = contents(request, "f.w");
  j->out = room(j->length = j->n[1] / j->n[2]);
  j->run = single ? network_single : network;
  return 1;
}
