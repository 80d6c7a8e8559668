#include <stdint.h>

// The same for machines that have vectors of sixty-four bytes, with a bit for each byte in a register of its own. Whether
// this machine is one is asked once, while the program runs; what is done without them is in Swift.
#if defined(__x86_64__)
#include <immintrin.h>
#define SIEVE_WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))

// Whether the functions that follow may be called.
static inline int sieve_is_wide(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

// Up to sixty-four bytes, none of them behind the end; what is not there is nothing that a mask may tell of.
static inline SIEVE_WIDE __m512i sieve_block(const uint8_t *text, int64_t block, int64_t count, uint64_t *there) {
  const int64_t rest = count - block;
  *there = rest >= 64 ? UINT64_MAX : rest <= 0 ? 0 : UINT64_MAX >> (64 - rest);
  return _mm512_maskz_loadu_epi8(*there, text + (rest <= 0 ? 0 : block));
}

// How many bytes from the first on are whole signs of UTF-8 as `sieve_text` knows them; it stops before a block that has
// to be looked at more closely, and before the last bytes, fewer than sixty-four.
static inline SIEVE_WIDE int64_t sieve_texts(const void *bytes, int64_t count) {
  const uint8_t *text = bytes;
  int64_t place = 0;
  while (place + 64 <= count) {
    const __m512i v = _mm512_loadu_si512(text + place);
    const uint64_t high = _mm512_movepi8_mask(v);
    if (_mm512_testn_epi8_mask(v, v)) return place;
    if (!high) {
      place += 64;
      continue;
    }
    // As signed bytes those that go on with a sign are the least.
    const uint64_t later = _mm512_cmplt_epi8_mask(v, _mm512_set1_epi8((char)0xC0));
    const uint64_t most = _mm512_cmpge_epu8_mask(v, _mm512_set1_epi8((char)0xE0));
    const uint64_t four = _mm512_cmpge_epu8_mask(v, _mm512_set1_epi8((char)0xF0));
    // C0 and C1 begin no sign; what follows E0 and ED is not free.
    const uint64_t rare = _mm512_cmpeq_epi8_mask(_mm512_and_si512(v, _mm512_set1_epi8((char)0xFE)),
                                                 _mm512_set1_epi8((char)0xC0)) |
                          _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xE0)) |
                          _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xED));
    if (rare | four) return place;
    const uint64_t two = high & ~later & ~most, three = most;
    // What begins in the last bytes and does not end there is left for the next block.
    const int size = three >> 62 & 1 ? 62 : (two | three) >> 63 ? 63 : 64;
    const uint64_t wanted = (two | three) << 1 | three << 2;
    if ((later ^ wanted) & (UINT64_MAX >> (64 - size))) return place;
    place += size;
  }
  return place;
}

// A bit for each byte of some blocks of sixty-four bytes that is one of four.
static inline SIEVE_WIDE void sieve_fours(const void *bytes, int64_t blocks, uint8_t a, uint8_t b, uint8_t c, uint8_t d,
                                          uint64_t *bits) {
  const __m512i va = _mm512_set1_epi8((char)a), vb = _mm512_set1_epi8((char)b);
  const __m512i vc = _mm512_set1_epi8((char)c), vd = _mm512_set1_epi8((char)d);
  for (int64_t block = 0; block < blocks; block++) {
    const __m512i v = _mm512_loadu_si512((const uint8_t *)bytes + 64 * block);
    bits[block] = _mm512_cmpeq_epi8_mask(v, va) | _mm512_cmpeq_epi8_mask(v, vb) | _mm512_cmpeq_epi8_mask(v, vc) |
                  _mm512_cmpeq_epi8_mask(v, vd);
  }
}

// Where the cutting of a row into fields has come to: the block, its bits that are not looked at yet, the first byte of
// the field that is being cut, and the number of that field.
struct sieve_place {
  int64_t block;
  uint64_t bits;
  int64_t start, column;
};

// Writes eight fields, or as many as there is room for; what is too many is written again by who cuts the fields behind.
static inline SIEVE_WIDE void sieve_store(void *to, int64_t room, __m512i fields) {
  if (room >= 8) {
    _mm512_storeu_si512(to, fields);
  } else {
    _mm512_mask_storeu_epi64(to, (__mmask8)((1 << room) - 1), fields);
  }
}

// Cuts plain fields up to the next quote or line end, and gives the place of that, or -1 at the end of the text.
//
// `row` has room for `width` fields, each two numbers; those behind are counted and not kept.
static inline SIEVE_WIDE int64_t sieve_fields(const void *bytes, int64_t count, uint8_t separator, int64_t width,
                                              void *row, struct sieve_place *at) {
  const uint8_t *text = bytes;
  const __m512i lf = _mm512_set1_epi8(10), cr = _mm512_set1_epi8(13), quote = _mm512_set1_epi8(34);
  const __m512i parts = _mm512_set1_epi8((char)separator), one = _mm512_set1_epi32(1);
  const __m512i lower = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const __m512i upper = _mm512_add_epi32(lower, _mm512_set1_epi32(8));
  const __m512i places = _mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36,
      35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7,
      6, 5, 4, 3, 2, 1, 0);
  int64_t block = at->block, start = at->start, column = at->column, found = -1;
  uint64_t bits = at->bits, others = 0, there;
  if (bits) {
    const __m512i v = sieve_block(text, block, count, &there);
    others = bits & (_mm512_cmpeq_epi8_mask(v, lf) | _mm512_cmpeq_epi8_mask(v, cr) | _mm512_cmpeq_epi8_mask(v, quote));
  }
  while (1) {
    uint64_t plain = others ? bits & (_blsi_u64(others) - 1) : bits;
    if (plain) {
      const int64_t fields = (int64_t)_mm_popcnt_u64(plain);
      const int64_t next = block + 64 - (int64_t)_lzcnt_u64(plain);
      if (column < width) {
        const int64_t room = width - column;
        const int64_t kept = fields < room ? fields : room;
        __m512i packed = _mm512_maskz_compress_epi8(plain, places);
        __m512i before = _mm512_set1_epi32((int)(start - 1));
        for (int64_t done = 0; done < kept; done += 16) {
          const __m512i ends = _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed)),
                                                _mm512_set1_epi32((int)block));
          const __m512i starts = _mm512_add_epi32(_mm512_alignr_epi32(ends, before, 15), one);
          uint32_t *to = (uint32_t *)row + 2 * (column + done);
          sieve_store(to, room - done, _mm512_permutex2var_epi32(starts, lower, ends));
          if (kept - done > 8) sieve_store(to + 16, room - done - 8, _mm512_permutex2var_epi32(starts, upper, ends));
          before = ends;
          packed = _mm512_alignr_epi64(packed, packed, 2);
        }
      }
      column += fields;
      start = next;
      bits ^= plain;
    }
    if (bits) {
      found = block + (int64_t)_tzcnt_u64(bits);
      bits &= bits - 1;
      break;
    }
    if (block + 64 >= count) break;
    block += 64;
    const __m512i v = sieve_block(text, block, count, &there);
    others = there & (_mm512_cmpeq_epi8_mask(v, lf) | _mm512_cmpeq_epi8_mask(v, cr) | _mm512_cmpeq_epi8_mask(v, quote));
    bits = others | (there & _mm512_cmpeq_epi8_mask(v, parts));
  }
  // In one, for it is read at once, and a load of two stores would wait for both.
  _mm256_storeu_si256((__m256i *)at, _mm256_set_epi64x(column, start, (int64_t)bits, block));
  return found;
}
#endif
