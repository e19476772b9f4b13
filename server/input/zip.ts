/** The files in a ZIP archive, each inflated within a limit: an archive of some kilobytes can hold gigabytes. */
import { inflateRawSync } from 'node:zlib';
import { InputError } from '../errors.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** Far beyond any article with its pictures. */
const LARGEST_CONTENT = 100_000_000;
const MOST_ENTRIES = 5000;

const broken = (): InputError =>
  new InputError('unreadable', 'This file is damaged or not what its name says: it is no .docx.');

/** Where the list of entries starts and how many there are. */
function findEntries(bytes: Buffer): { offset: number; count: number } {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 66_000); at--)
    if (bytes.readUInt32LE(at) === END)
      return { offset: bytes.readUInt32LE(at + 16), count: bytes.readUInt16LE(at + 10) };
  throw broken();
}

/** Content of every file by its name. Sizes are those measured, not those that the archive claims. */
export function readZip(content: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let { offset, count } = findEntries(bytes);
  if (count > MOST_ENTRIES) throw tooLarge();
  const files = new Map<string, Buffer>();
  let room = LARGEST_CONTENT;
  try {
    for (; count > 0; count--) {
      if (bytes.readUInt32LE(offset) !== ENTRY) throw broken();
      const [method, packed] = [bytes.readUInt16LE(offset + 10), bytes.readUInt32LE(offset + 20)];
      const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(offset + field)) as [
        number,
        number,
        number,
      ];
      const local = bytes.readUInt32LE(offset + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + packed);
      if (method !== STORED && method !== DEFLATED) throw broken();
      if (method === STORED && data.length > room) throw tooLarge();
      const file = method === STORED ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, room) });
      room -= file.length;
      files.set(bytes.toString('utf8', offset + 46, offset + 46 + name), file);
      offset += 46 + name + extra + comment;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken();
  }
  return files;
}

const tooLarge = (): InputError =>
  new InputError(
    'archive-too-large',
    'This file unpacks to more than 100 MB; articles are smaller. Save its text as .txt instead.',
  );
