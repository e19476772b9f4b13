/**
 * Fingerprints of texts (Charikar's simhash, 64 bits over runs of three words): the same story re-published with a few words
 * changed differs in few bits, two stories in about half of them. Pure; who keeps fingerprints is not its business.
 */

const WORDS_A_RUN = 3;
const BITS = 64;
/** Bits in which a story re-published may differ. */
const NEAR = 10;
/** Shorter texts have too few runs to be told apart. */
const FEWEST_WORDS = 40;

/** FNV-1a over UTF-16 units, in two halves of 32 bits with a final mixing (of MurmurHash3), since FNV's high bits are poor. */
function hash(text: string): [high: number, low: number] {
  let [high, low] = [0x811c9dc5, 0xcbf29ce4];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193) + index;
  }
  return [mix(high), mix(low)];
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** A text's fingerprint; null where it is too short to have one that means anything. */
export function simhash(text: string): bigint | null {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const weights = new Int32Array(BITS);
  for (let start = 0; start + WORDS_A_RUN <= words.length; start++) {
    const halves = hash(words.slice(start, start + WORDS_A_RUN).join(' '));
    for (const [half, bits] of halves.entries())
      for (let bit = 0; bit < 32; bit++)
        weights[half * 32 + bit] = (weights[half * 32 + bit] as number) + ((bits >>> bit) & 1 ? 1 : -1);
  }
  return weights.reduce((value, weight, bit) => (weight > 0 ? value | (1n << BigInt(bit)) : value), 0n);
}

/** In how many bits two fingerprints differ. */
export function countDifference(one: bigint, other: bigint): number {
  let count = 0;
  for (let rest = one ^ other; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** Whether two fingerprints are those of one story. */
export const isNear = (one: bigint, other: bigint): boolean => countDifference(one, other) <= NEAR;
