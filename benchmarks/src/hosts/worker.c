/* The program of C's workers: a request a line, an answer a line. Compiled together with one workload's file. */
#define _GNU_SOURCE
#include "worker.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { JOBS = 64 };
static job jobs[JOBS];

/* Where the value of "field": begins; requests have no objects inside and no escapes. */
static const char *value(const char *request, const char *field) {
  char key[80];
  snprintf(key, sizeof key, "\"%s\":", field);
  const char *at = strstr(request, key);
  return at ? at + strlen(key) : NULL;
}

double number(const char *request, const char *field) {
  const char *at = value(request, field);
  return at ? strtod(at, NULL) : 0;
}

static void text(const char *request, const char *field, char *out, size_t size) {
  const char *at = value(request, field);
  size_t n = 0;
  if (at && *at == '"')
    for (at++; at[n] && at[n] != '"' && n + 1 < size; n++) out[n] = at[n];
  out[n] = 0;
}

/* Whether the job that is being loaded takes pages as they come, which is all that WebAssembly can do. */
static int plain_pages;

static void *large(size_t bytes) {
  const size_t page = 2 << 20;
  void *p;
  if (posix_memalign(&p, bytes >= page ? page : 64, bytes ? bytes : 1)) exit(3);
#ifdef MADV_HUGEPAGE
  if (bytes >= page && !plain_pages) madvise(p, bytes, MADV_HUGEPAGE);
#endif
  return p;
}

double *room(long n) { return memset(large(n * sizeof(double)), 0, n * sizeof(double)); }

void *contents(const char *request, const char *field) {
  char path[4096];
  text(request, field, path, sizeof path);
  FILE *file = fopen(path, "rb");
  if (!file) exit(4);
  fseek(file, 0, SEEK_END);
  long bytes = ftell(file);
  rewind(file);
  void *data = large(bytes);
  if (fread(data, 1, bytes, file) != (size_t)bytes) exit(5);
  fclose(file);
  return data;
}

int is_single(const char *request, const char *field) {
  char path[4096];
  text(request, field, path, sizeof path);
  size_t n = strlen(path);
  return n > 4 && strcmp(path + n - 4, ".f32") == 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static void timed(job *j, double minimum, int settle) {
  if (settle) j->run(j);
  for (long runs = 1;; runs *= 2) {
    double start = now();
    for (long i = 0; i < runs; i++) j->run(j);
    double nanoseconds = now() - start;
    if (nanoseconds < minimum * 1e6) continue;
    double sum = 0, size = 0, moment = 0;
    for (long i = 0; i < j->length; i++) {
      sum += j->out[i];
      size += fabs(j->out[i]);
      moment += (i % 97 - 48) * j->out[i];
    }
    printf("{\"nanoseconds\":%.17g,\"runs\":%ld,\"sum\":%.17g,\"size\":%.17g,\"moment\":%.17g}\n",
           nanoseconds / runs, runs, sum, size, moment);
    return;
  }
}

static void drop(job *j) {
  for (int i = 0; i < 6; i++) free((void *)j->x[i]);
  for (int i = 0; i < 4; i++) free(j->room[i]);
  free((void *)j->single);
  free(j->out);
  memset(j, 0, sizeof *j);
}

int main(void) {
  char *line = NULL, entry[256], what[16], pages[16];
  size_t size = 0;
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20); /* what is freed is given back: no job inherits the pages of another */
#endif
  while (getline(&line, &size, stdin) > 0) {
    long at = number(line, "job");
    if (at < 0 || at >= JOBS) return 6;
    job *j = &jobs[at];
    text(line, "do", what, sizeof what);
    text(line, "entry", entry, sizeof entry);
    if (strcmp(what, "time") == 0) {
      if (j->run) timed(j, number(line, "minimum"), number(line, "settle") != 0);
      else puts("{\"error\":\"this job is not loaded\"}");
    } else if (strcmp(what, "load") == 0) {
      text(line, "pages", pages, sizeof pages);
      plain_pages = strcmp(pages, "plain") == 0;
      puts(prepare(j, entry, line) ? "{\"ok\":1}" : "{\"error\":\"there is no such entry\"}");
    } else {
      drop(j);
      puts("{\"ok\":1}");
    }
    fflush(stdout);
  }
  return 0;
}
