import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNotes, markText } from '../../server/pages/marked-text.ts';
import type { ActorMention, Modality, StatementView } from '../../server/types.ts';

const labels = { nameOf: (id: string) => `${id} <&">`, noteLabel: (note: number) => `Note ${note}` };

/** A statement whose words stand at a place of a text. */
function stated(id: string, cueStart: number, cueEnd: number, rest: Partial<StatementView> = {}): StatementView {
  const named = (actor: string) => ({ id: actor, name: actor });
  const article = { id: 'a', title: 'A', url: null, publisher: null, published: null, publishedNote: null };
  return {
    id,
    source: named('x'),
    type: 'supports',
    label: 'supports',
    target: named('y'),
    class: 'cooperation',
    modality: 'asserted' as Modality,
    speaker: null,
    sentence: '',
    cue: '',
    start: 0,
    end: 0,
    cueStart,
    cueEnd,
    status: 'extracted',
    frame: null,
    date: null,
    article,
    ...rest,
  };
}

const mark = (text: string, statements: StatementView[] = [], mentions: ActorMention[] = []) =>
  markText(text, makeNotes(statements), mentions, labels);

/** The words that a browser would show. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_whole, code) => String.fromCharCode(Number(code)));
}

/** The marked words of each note, pieced together. */
function wordsByNote(html: string): Map<number, string> {
  const words = new Map<number, string>();
  for (const [, numbers = '', inside = ''] of html.matchAll(/<mark class="[^"]*" data-notes="([^"]*)">(.*?)<\/mark>/gs))
    for (const number of numbers.split(' ').map(Number)) words.set(number, (words.get(number) ?? '') + textOf(inside));
  return words;
}

describe('the marked text', () => {
  it('marks words with a number, the first mention of an actor as such, later ones as links off the way of Tab', () => {
    expect(
      mark(
        'Aland backs Bland. Aland!',
        [stated('s1', 6, 17)],
        [
          { actor: 'AAA', start: 0, end: 5 },
          { actor: 'BBB', start: 12, end: 17 },
          { actor: 'AAA', start: 19, end: 24 },
        ],
      ),
    ).toBe(
      '<p><a class="mention first-mention" href="/actors/AAA" title="AAA &#60;&#38;&#34;&#62;">Aland</a> ' +
        '<span class="cue-anchor" id="s-s1"></span><mark class="class-cooperation" data-notes="1">backs ' +
        '<a class="mention first-mention" href="/actors/BBB" title="BBB &#60;&#38;&#34;&#62;">Bland</a></mark>' +
        '<a class="note-number class-cooperation" href="#note-1" id="number-1" data-number="1" aria-label="Note 1"></a>. ' +
        '<a class="mention" tabindex="-1" href="/actors/AAA" title="AAA &#60;&#38;&#34;&#62;">Aland</a>!</p>',
    );
  });

  it('gives words that say two things one note, and different words a number each, by their ends', () => {
    const notes = makeNotes([stated('a', 5, 9), stated('b', 0, 9), stated('c', 5, 9), stated('d', 0, 3)]);
    expect(notes.map(({ number, statements }) => [number, statements.map(({ id }) => id).join('')])).toEqual([
      [1, 'd'],
      [2, 'b'],
      [3, 'ac'],
    ]);
  });

  it('colours a piece by the shortest of the words over it, and dashes what is only denied', () => {
    const html = mark('one two three', [
      stated('a', 0, 13, { class: 'conflict' }),
      stated('b', 4, 7, { modality: 'negated' }),
      stated('c', 8, 13, { class: 'neutral' }),
    ]);
    expect(
      [...html.matchAll(/<mark class="([^"]*)" data-notes="([^"]*)">([^<]*)/g)].map((found) => found.slice(1)),
    ).toEqual([
      ['class-conflict', '2', 'one '],
      ['class-cooperation cue-negated', '1 2', 'two'],
      ['class-conflict', '2', ' '],
      ['class-neutral', '2 3', 'three'],
    ]);
  });

  it('carries words over the end of a paragraph', () => {
    const html = mark('one two\n\nthree', [stated('a', 4, 14)]);
    expect(html).toMatch(/<p>one .*<mark [^>]*>two<\/mark><\/p>\n\n<p><mark [^>]*>three<\/mark><a class="note-number/);
  });

  it('shows nothing of a text as markup', () => {
    const text = '</p><script>alert("x")</script> & <b>';
    const html = mark(text, [stated('"><img>', 4, 20)]);
    expect(html).not.toMatch(/<script|<b>|<img/);
    expect(textOf(html)).toBe(text);
  });

  it('holds the text to the letter and marks the words of every statement, however they nest and overlap', () => {
    const unit = fc.constantFrom('a', 'é', '😀', ' ', '\n', '\n\n', '\r\n', '<', '&', '"', '\u202e', 'word');
    const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), spans, spans, (units, cues, names) => {
        const text = units.join('');
        const trim = (start: number, length: number) => {
          const words = text.slice(start, start + length);
          const from = start + (words.length - words.trimStart().length);
          return words.trim() === '' ? [] : [{ start: from, end: from + words.trim().length }];
        };
        const statements = cues
          .flatMap(([start, length]) => trim(start, length))
          .map(({ start, end }, at) => stated(`s${at}`, start, end));
        const mentions = names
          .flatMap(([start, length]) => trim(start, length))
          .map((span, at) => ({ actor: `n${at % 3}`, ...span }));
        const html = mark(text, statements, mentions);
        expect(textOf(html)).toBe(text);
        // a parser of HTML makes a line feed of it
        expect(html).not.toContain('\r');
        const words = wordsByNote(html);
        for (const { number, start, end, statements: said } of makeNotes(statements)) {
          // blank lines between paragraphs stand outside of any mark
          const bare = (part: string) => part.replace(/\s/g, '');
          expect(bare(words.get(number) ?? '')).toBe(bare(text.slice(start, end)));
          expect(html).toContain(`id="number-${number}"`);
          for (const { id } of said) expect(html).toContain(`id="s-${id}"`);
        }
        expect(html.includes('first-mention')).toBe(mentions.length > 0);
        expect(html.match(/<p>/g)?.length ?? 0).toBe(html.match(/<\/p>/g)?.length ?? 0);
      }),
    );
  });
});
