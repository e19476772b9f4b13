/** Bytes → text, in whichever encoding they are. */
import chardet from 'chardet';
import { InputError } from '../errors.ts';

/** Marks at the start that name the encoding beyond doubt. */
const MARKS: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How HTML and XML say their encoding, within the first kilobyte. */
const DECLARED = /\b(?:charset|encoding)\s?=\s?["']?([\w-]{2,40})/i;

/** Bytes 0x80 to 0x9f of windows-1252; Node 20 decodes them as the control characters of Latin 1. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Latin letters in UTF-16 leave every second byte zero. */
function guessWide(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length * 0.3) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Decodes under an encoding's name; null where the name is unknown or, with `fatal`, the bytes do not fit. */
function tryDecode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    if (decoder.encoding !== 'windows-1252') return decoder.decode(bytes);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return text.replace(/[\x80-\x9f]/g, (byte) => WESTERN[byte.charCodeAt(0) - 0x80] as string);
  } catch {
    return null;
  }
}

/** Files that are not text at all (pictures, archives) come out as control characters. */
function refuseBinary(text: string): string {
  const sample = text.slice(0, 4000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to count
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (controls > 8 && controls > sample.length * 0.05) throw new InputError('unreadable', 'This file is not text.');
  return text;
}

/**
 * The text of a file: by its mark, else as UTF-8 where it is valid (by chance it hardly ever is), else by what the sender
 * or the file itself declares, else by the frequency of its bytes.
 */
export function decode(bytes: Uint8Array, declared?: string): string {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return refuseBinary(tryDecode(bytes, mark[1], false) as string);
  const wide = guessWide(bytes);
  if (wide) return refuseBinary(tryDecode(bytes, wide, false) as string);
  const unicode = tryDecode(bytes, 'utf-8', true);
  if (unicode !== null) return refuseBinary(unicode);
  const [, inside] = DECLARED.exec(tryDecode(bytes.subarray(0, 1024), 'latin1', false) as string) ?? [];
  const guess = chardet.detect(bytes.subarray(0, 100_000)) ?? 'windows-1252';
  for (const encoding of [declared, inside, guess]) {
    // a file that says UTF-8 and is not says nothing
    if (!encoding || /^utf-?8$/i.test(encoding)) continue;
    const text = tryDecode(bytes, encoding, false);
    if (text !== null) return refuseBinary(text);
  }
  return refuseBinary(tryDecode(bytes, 'windows-1252', false) as string);
}
