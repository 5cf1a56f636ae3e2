/* The few functions of a C library that Embedded Swift calls for on wasm32: memory, and rounding half away from zero.
 *
 * Blocks have sizes of powers of two, with their class in the 16 bytes before them; freed ones wait in a list for the next
 * one of their size. The heap begins behind the memory that the module is started with. */
#include <stddef.h>
#include <stdint.h>

#define PAGE 65536u
#define HEAD 16u

static uintptr_t next, end;
static void *freed[32];

static void *take(uintptr_t size) {
  if (next == 0) next = end = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE;
  if (size > end - next) {
    uintptr_t pages = (size - (end - next) + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
    end += pages * PAGE;
  }
  void *place = (void *)next;
  next += size;
  return place;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment > HEAD || size > 0x40000000u) return 12;
  unsigned class = 5;
  while (((uintptr_t)1 << class) < size + HEAD) class++;
  char *block = freed[class];
  if (block) {
    freed[class] = *(void **)(block + HEAD);
  } else {
    block = take((uintptr_t)1 << class);
    if (!block) return 12;
    *(unsigned *)block = class;
  }
  *result = block + HEAD;
  return 0;
}

void free(void *place) {
  if (!place) return;
  char *block = (char *)place - HEAD;
  unsigned class = *(unsigned *)block;
  *(void **)place = freed[class];
  freed[class] = block;
}

double round(double number) {
  double whole = __builtin_trunc(number);
  if (__builtin_fabs(number - whole) >= 0.5) whole += __builtin_copysign(1.0, number);
  return whole;
}

/* One instruction each: compiled with bulk memory, unlike the Swift sources, where the instruction stands behind a check of
 * the length every time and so takes more room than a call. */
void *memcpy(void *to, const void *from, size_t count) {
  __builtin_memcpy(to, from, count);
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  __builtin_memmove(to, from, count);
  return to;
}

void *memset(void *to, int byte, size_t count) {
  __builtin_memset(to, byte, count);
  return to;
}
