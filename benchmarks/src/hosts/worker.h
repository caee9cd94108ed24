/* What a workload's C file and the worker's program share. */
#ifndef WORKER_H
#define WORKER_H

/* A problem that is ready. What run needs stands in x, p and n, as the workload's prepare put it there. */
typedef struct job {
  void (*run)(struct job *);
  const double *x[6];    /* inputs */
  const float *single;   /* an input of float32 */
  double p[6];           /* parameters */
  long n[6];             /* sizes */
  double *room[4];       /* scratch */
  double *out;           /* the result */
  long length;           /* of out */
} job;

/* Each workload's file defines this: fills in the job, returns 0 if there is no such entry. */
int prepare(job *j, const char *entry, const char *request);

/* The number of a request's field, such as "p.n"; 0 if it is not there. */
double number(const char *request, const char *field);
/* The contents of the file that a field such as "f.v" names. */
void *contents(const char *request, const char *field);
/* Whether the field names a file of float32. */
int is_single(const char *request, const char *field);
/* n doubles, all 0, on large pages where the system has them. */
double *room(long n);

/* Vectors of the compiler's, as wide as any machine's: several sums, as one would wait for itself. */
typedef double wide __attribute__((vector_size(64), aligned(8), may_alias));
typedef float wide_single __attribute__((vector_size(32), aligned(4), may_alias));

static inline double total(wide a) {
  return a[0] + a[1] + a[2] + a[3] + a[4] + a[5] + a[6] + a[7];
}

static inline double dot(const double *a, const double *b, long n) {
  wide s = {0}, t = {0}, u = {0}, v = {0};
  long i = 0;
  for (; i + 32 <= n; i += 32) {
    s += *(const wide *)(a + i) * *(const wide *)(b + i);
    t += *(const wide *)(a + i + 8) * *(const wide *)(b + i + 8);
    u += *(const wide *)(a + i + 16) * *(const wide *)(b + i + 16);
    v += *(const wide *)(a + i + 24) * *(const wide *)(b + i + 24);
  }
  double rest = 0;
  for (; i < n; i++) rest += a[i] * b[i];
  return total(s + t + (u + v)) + rest;
}

static inline double dot_single(const float *a, const double *b, long n) {
  wide s = {0}, t = {0}, u = {0}, v = {0};
  long i = 0;
  for (; i + 32 <= n; i += 32) {
    s += __builtin_convertvector(*(const wide_single *)(a + i), wide) * *(const wide *)(b + i);
    t += __builtin_convertvector(*(const wide_single *)(a + i + 8), wide) * *(const wide *)(b + i + 8);
    u += __builtin_convertvector(*(const wide_single *)(a + i + 16), wide) * *(const wide *)(b + i + 16);
    v += __builtin_convertvector(*(const wide_single *)(a + i + 24), wide) * *(const wide *)(b + i + 24);
  }
  double rest = 0;
  for (; i < n; i++) rest += a[i] * b[i];
  return total(s + t + (u + v)) + rest;
}

/* out += scale * a */
static inline void add(double *restrict out, double scale, const double *restrict a, long n) {
  for (long i = 0; i < n; i++) out[i] += scale * a[i];
}
static inline void add_single(double *restrict out, double scale, const float *restrict a, long n) {
  for (long i = 0; i < n; i++) out[i] += scale * a[i];
}

#endif
