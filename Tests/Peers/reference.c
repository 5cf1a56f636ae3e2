/* What the metal gives: distinct comparisons once, as masks of 512 profiles; rules as operations on masks; points added
 * under masks. Input: the program as text (written by compare.py), the columns as 32-bit numbers, column by column; INT_MIN
 * stands for "not answered". Output: the cells of every profile. Usage: reference PROGRAM COLUMNS ANSWERS PASSES */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __AVX512BW__
#include <immintrin.h>
#endif

enum { LANES = 512, WORDS = LANES / 64 };
typedef struct { uint64_t w[WORDS]; } Mask;
typedef struct { int column, word, count; int operands[16]; } Test; /* words: = ! > < i o h n */

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static int number(FILE *file) {
  int value;
  if (fscanf(file, "%d", &value) != 1) exit(2);
  return value;
}

static Mask compare(const int32_t *cells, int word, int operand) {
  Mask mask;
  for (int w = 0; w < WORDS; w++) {
    uint64_t bits = 0;
#ifdef __AVX512BW__
    __m512i other = _mm512_set1_epi32(operand);
    for (int part = 0; part < 4; part++) {
      __m512i v = _mm512_loadu_si512(cells + 64 * w + 16 * part);
      __mmask16 m = word == '=' ? _mm512_cmpeq_epi32_mask(v, other)
                  : word == '>' ? _mm512_cmpge_epi32_mask(v, other) : _mm512_test_epi32_mask(v, other);
      bits |= (uint64_t)m << (16 * part);
    }
#else
    for (int lane = 0; lane < 64; lane++) {
      int32_t v = cells[64 * w + lane];
      int found = word == '=' ? v == operand : word == '>' ? v >= operand : (v & operand) != 0;
      bits |= (uint64_t)found << lane;
    }
#endif
    mask.w[w] = bits;
  }
  return mask;
}

static Mask test(const Test *t, const int32_t *cells) {
  int positive = t->word == '!' || t->word == 'i' || t->word == 'o' ? '='
               : t->word == '<' ? '>' : t->word == 'n' ? 'h' : t->word;
  int negated = t->word == '!' || t->word == 'o' || t->word == '<' || t->word == 'n';
  Mask mask = compare(cells, positive, t->operands[0]);
  for (int i = 1; i < t->count; i++) {
    Mask other = compare(cells, positive, t->operands[i]);
    for (int w = 0; w < WORDS; w++) mask.w[w] |= other.w[w];
  }
  if (negated) {
    Mask absent = compare(cells, '=', INT_MIN);
    for (int w = 0; w < WORDS; w++) mask.w[w] = ~mask.w[w] & ~absent.w[w];
  }
  return mask;
}

static void add(int16_t *sums, const Mask *mask, int points) {
  for (int w = 0; w < WORDS; w++) {
#ifdef __AVX512BW__
    __m512i value = _mm512_set1_epi16(points);
    for (int half = 0; half < 2; half++) {
      int16_t *place = sums + 64 * w + 32 * half;
      __m512i old = _mm512_loadu_si512(place);
      _mm512_storeu_si512(place, _mm512_mask_add_epi16(old, mask->w[w] >> (32 * half), old, value));
    }
#else
    for (int lane = 0; lane < 64; lane++) sums[64 * w + lane] += -(int16_t)(mask->w[w] >> lane & 1) & points;
#endif
  }
}

int main(int count, char **words) {
  if (count != 5) return 2;
  FILE *file = fopen(words[1], "r");
  if (!file) return 2;
  int profiles = number(file), columns = number(file), cells = number(file), tests = number(file);
  Test *table = calloc(tests, sizeof(Test));
  for (int i = 0; i < tests; i++) {
    table[i].column = number(file), table[i].word = number(file), table[i].count = number(file);
    for (int j = 0; j < table[i].count; j++) table[i].operands[j] = number(file);
  }
  /* Rules: length of the code, the code in postfix (test ≥ 0, all of n: -2n, any of n: -2n-1), effects as pairs. */
  int rules = number(file), size = 0, *code = NULL;
  for (int i = 0; i < rules; i++)
    for (int part = 0; part < 2; part++) {
      int length = number(file);
      code = realloc(code, (size + length + 1) * sizeof(int));
      code[size++] = length;
      for (int j = 0; j < length; j++) code[size++] = number(file);
    }
  fclose(file);
  int blocks = (profiles + LANES - 1) / LANES;
  int32_t *data = malloc((size_t)blocks * LANES * columns * 4);
  for (size_t i = 0; i < (size_t)blocks * LANES * columns; i++) data[i] = INT_MIN;
  file = fopen(words[2], "rb");
  if (!file) return 2;
  for (int c = 0; c < columns; c++)
    for (int p = 0; p < profiles; p++)
      if (fread(data + ((size_t)(p / LANES) * columns + c) * LANES + p % LANES, 4, 1, file) != 1) return 2;
  fclose(file);
  int16_t *sums = calloc((size_t)blocks * cells * LANES, 2);
  Mask *truths = malloc(tests * sizeof(Mask)), stack[64];
  double best = 1e9;
  for (int pass = 0; pass < atoi(words[4]); pass++) {
    double start = now();
    for (int block = 0; block < blocks; block++) {
      int16_t *own = sums + (size_t)block * cells * LANES;
      memset(own, 0, (size_t)cells * LANES * 2);
      for (int t = 0; t < tests; t++)
        truths[t] = test(table + t, data + ((size_t)block * columns + table[t].column) * LANES);
      for (const int *place = code; place < code + size;) {
        int top = 0, length = *place++;
        for (const int *end = place + length; place < end; place++) {
          if (*place >= 0) {
            stack[top++] = truths[*place];
            continue;
          }
          int n = -*place / 2, any = -*place % 2;
          top -= n;
          for (int i = 1; i < n; i++)
            for (int w = 0; w < WORDS; w++)
              stack[top].w[w] = any ? stack[top].w[w] | stack[top + i].w[w] : stack[top].w[w] & stack[top + i].w[w];
          top++;
        }
        length = *place++;
        for (const int *end = place + length; place < end; place += 2) add(own + place[0] * LANES, stack, place[1]);
      }
    }
    double seconds = now() - start;
    if (seconds < best) best = seconds;
  }
  printf("%.9f\n", best / profiles);
  file = fopen(words[3], "wb");
  if (!file) return 2;
  for (int p = 0; p < profiles; p++)
    for (int c = 0; c < cells; c++)
      fwrite(sums + ((size_t)(p / LANES) * cells + c) * LANES + p % LANES, 2, 1, file);
  return fclose(file) ? 2 : 0;
}
