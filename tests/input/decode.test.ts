import { describe, expect, test } from 'vitest';
import { toDay } from '../../server/input/day.ts';
import { decode } from '../../server/input/decode.ts';

const words = 'Señor Müller zahlte 5 € – „genug“, sagte er. Le président était déjà là, à Genève.';
const latin = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('€', '\x80').replaceAll('–', '\x96').replaceAll('„', '\x84').replaceAll('“', '\x93'),
    'latin1',
  );
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('the encoding of a file is found', () => {
  test.each<[how: string, bytes: Buffer, declared: string | undefined, text: string]>([
    ['UTF-8', Buffer.from(words), undefined, words],
    ['UTF-8 although something else is declared', Buffer.from(words), 'latin1', words],
    ['by its mark: UTF-8', Buffer.from(`\ufeff${words}`), undefined, words],
    ['by its mark: UTF-16LE', wide(`\ufeff${words}`), undefined, words],
    ['by its mark: UTF-16BE', wide(`\ufeff${words}`).swap16(), undefined, words],
    ['by its zeros: UTF-16LE', wide(words), undefined, words],
    ['by its zeros: UTF-16BE', wide(words).swap16(), undefined, words],
    ['by what its sender declares', Buffer.from('\xcf\xf0\xe8\xe2\xe5\xf2', 'latin1'), 'windows-1251', 'Привет'],
    [
      'by its meta tag',
      Buffer.from('<html><meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2', 'latin1'),
      undefined,
      '<html><meta charset="windows-1251"><p>Привет',
    ],
    [
      'by its XML declaration',
      Buffer.from('<?xml version="1.0" encoding="koi8-r"?><a>\xf0\xd2\xc9\xd7\xc5\xd4</a>', 'latin1'),
      undefined,
      '<?xml version="1.0" encoding="koi8-r"?><a>Привет</a>',
    ],
    ['by its bytes: Western', latin(words), undefined, words],
    ['by its bytes although it declares UTF-8', latin(words), 'utf-8', words],
    ['by its bytes where what is declared is no encoding', latin(words), 'klingon', words],
    [
      'by its bytes: Japanese',
      Buffer.from('93fa967b82cc8eee919182cd8ca6936382c591e39dce82c689ef926b82b582bd8142', 'hex'),
      undefined,
      new TextDecoder('shift_jis').decode(
        Buffer.from('93fa967b82cc8eee919182cd8ca6936382c591e39dce82c689ef926b82b582bd8142', 'hex'),
      ),
    ],
  ])('%s', (_how, bytes, declared, text) => {
    expect(decode(bytes, declared)).toBe(text);
  });
});

describe('a day', () => {
  test.each([
    ['2018-02-19', '2018-02-19'],
    ['2018-02-19T23:30:00-05:00', '2018-02-19'],
    ['20180219', '2018-02-19'],
    ['2018/2/9', '2018-02-09'],
    ['Mon, 19 Feb 2018 23:00:00 -0500', '2018-02-19'],
    ['19 February 2018', '2018-02-19'],
    ['1st Sept. 2018', '2018-09-01'],
    ['Monday, February 19, 2018', '2018-02-19'],
    ['Feb. 19, 2018', '2018-02-19'],
    ['2018-02-30', null],
    ['19 Foo 2018', null],
    ['yesterday', null],
    ['', null],
    [undefined, null],
  ])('%j → %j', (written, day) => {
    expect(toDay(written)).toBe(day);
  });
});
