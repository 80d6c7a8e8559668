#include <stdint.h>

// Swift has no word for the instruction that makes a bit of every byte of a vector. Only what every x86-64 has is used;
// on other machines these functions are not there, and the same is done in Swift.
#if defined(__SSE2__)
#include <emmintrin.h>

// A bit for each of sixty-four bytes that is one of four.
static inline uint64_t sieve_four(const void *bytes, uint8_t a, uint8_t b, uint8_t c, uint8_t d) {
  const __m128i va = _mm_set1_epi8((char)a), vb = _mm_set1_epi8((char)b);
  const __m128i vc = _mm_set1_epi8((char)c), vd = _mm_set1_epi8((char)d);
  uint64_t bits = 0;
  for (int lane = 0; lane < 4; lane++) {
    const __m128i v = _mm_loadu_si128((const __m128i *)bytes + lane);
    const __m128i ab = _mm_or_si128(_mm_cmpeq_epi8(v, va), _mm_cmpeq_epi8(v, vb));
    const __m128i cd = _mm_or_si128(_mm_cmpeq_epi8(v, vc), _mm_cmpeq_epi8(v, vd));
    bits |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_or_si128(ab, cd)) << (16 * lane);
  }
  return bits;
}

// The bytes, of sixty-four, that are whole signs of UTF-8, all of them ASCII other than NUL, of two bytes, or of three
// as most letters of Vietnamese are; 0 when that is not so, and has to be looked at more closely.
static inline int sieve_text(const void *bytes) {
  const __m128i *at = (const __m128i *)bytes, zero = _mm_setzero_si128();
  uint64_t high = 0, nul = 0;
  for (int lane = 0; lane < 4; lane++) {
    const __m128i v = _mm_loadu_si128(at + lane);
    high |= (uint64_t)(uint16_t)_mm_movemask_epi8(v) << (16 * lane);
    nul |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, zero)) << (16 * lane);
  }
  if (nul) return 0;
  if (!high) return 64;
  uint64_t later = 0, two = 0, three = 0, rare = 0;
  for (int lane = 0; lane < 4; lane++) {
    const __m128i v = _mm_loadu_si128(at + lane);
#define SIEVE_BITS(mask, value) \
  (uint64_t)(uint16_t)_mm_movemask_epi8( \
      _mm_cmpeq_epi8(_mm_and_si128(v, _mm_set1_epi8((char)(mask))), _mm_set1_epi8((char)(value)))) << (16 * lane)
    later |= SIEVE_BITS(0xC0, 0x80);
    two |= SIEVE_BITS(0xE0, 0xC0);
    three |= SIEVE_BITS(0xF0, 0xE0);
    // C0 and C1 begin no sign; what follows E0 and ED is not free.
    rare |= SIEVE_BITS(0xFE, 0xC0) | SIEVE_BITS(0xFF, 0xE0) | SIEVE_BITS(0xFF, 0xED);
#undef SIEVE_BITS
  }
  if (rare || high != (later | two | three)) return 0;
  // What begins in the last bytes and does not end there is left for the next block.
  const int size = three >> 62 & 1 ? 62 : (two | three) >> 63 ? 63 : 64;
  const uint64_t wanted = (two | three) << 1 | three << 2;
  return (later ^ wanted) & (UINT64_MAX >> (64 - size)) ? 0 : size;
}
#endif
