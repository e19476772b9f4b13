import type { ReadArticle, ReadSentence } from '../actors/index.ts';
import type { Quotation } from '../types.ts';

/** A verb of saying with its speaker; offsets are those of the verb. */
export interface Saying {
  sentence: number;
  at: number;
  start: number;
  end: number;
  speaker: string | null;
}

/** How far a quotation and its verb of saying may stand apart, in characters: a long sentence. */
const REACH = 600;
/** A verb of saying this near after the marks is the quotation's even if a new sentence was seen between them. */
const NEXT_TO = 60;
/** Fewer quoted words within a sentence of the article's own are no speech. */
const WORDS_OF_SPEECH = 5;
/** Quotations within quotations. */
const DEPTH = 4;

/** Position of the first of spans in order that starts at an offset or after it. */
function firstFrom(spans: { start: number }[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of spans in order those around an offset, the innermost first. */
export function spansAround<T extends { start: number; end: number }>(spans: T[], offset: number): T[] {
  const next = firstFrom(spans, offset + 1);
  return spans
    .slice(Math.max(0, next - DEPTH), next)
    .reverse()
    .filter(({ end }) => offset < end);
}

const hasParagraphBreak = (text: string): boolean => /\n\s*\n/.test(text);

/** The verbs of saying that stand with an article's quotations. Time does not grow with the distance looked over. */
export class QuotedSpeech {
  private readonly text: string;
  private readonly quotations: Quotation[];
  private readonly sayings: Saying[];
  private readonly article: ReadArticle;
  private readonly found = new Map<Quotation, Saying>();

  /** Quotations and sayings in the order of the text. */
  constructor(text: string, quotations: Quotation[], sayings: Saying[], article: ReadArticle) {
    this.text = text;
    this.quotations = quotations;
    this.sayings = sayings;
    this.article = article;
    let last: Saying | null = null;
    for (const quotation of quotations) {
      const saying: Saying | null = this.sayingOf(quotation) ?? this.carryOn(quotation, last);
      if (saying) this.found.set(quotation, saying);
      last = saying ?? last;
    }
  }

  /** The saying of the innermost quotation around a span that has one. */
  sayingAround(start: number, end: number): Saying | undefined {
    for (const quotation of spansAround(this.quotations, start)) {
      const saying = end <= quotation.end ? this.found.get(quotation) : undefined;
      if (saying) return saying;
    }
    return undefined;
  }

  /** The saying in the sentence in which a quotation ends or begins, the nearest one outside the marks. */
  private sayingOf(quotation: Quotation): Saying | null {
    let best: Saying | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let index = firstFrom(this.sayings, quotation.start - REACH); index < this.sayings.length; index++) {
      const saying = this.sayings[index] as Saying;
      if (saying.start > quotation.end + REACH) break;
      const { sentence } = this.article.sentences[saying.sentence] as ReadSentence;
      const touches = sentence.start < quotation.end && quotation.start < sentence.end;
      if (!touches) {
        const between = saying.start >= quotation.end ? this.text.slice(quotation.end, saying.start) : null;
        if (between === null || between.length >= NEXT_TO || /[.!?\n]/.test(between)) continue;
      }
      const distance = saying.start >= quotation.end ? saying.start - quotation.end : quotation.start - saying.end + 20;
      if (distance < bestDistance) [best, bestDistance] = [saying, distance];
    }
    return best;
  }

  /** A quotation without a verb of its own carries on the one before it in the same paragraph, or follows a saying there. */
  private carryOn({ start, end, inner }: Quotation, last: Saying | null): Saying | null {
    const words = this.text.slice(inner.start, inner.end).split(/\s+/).length;
    if (words < WORDS_OF_SPEECH) return null;
    const before = this.sayings[firstFrom(this.sayings, start) - 1] ?? null;
    const near = [before, last].find(
      (saying) =>
        saying !== null &&
        saying.end <= start &&
        start - saying.end < 4 * REACH &&
        !hasParagraphBreak(this.text.slice(saying.end, start)),
    );
    if (near) return near;
    const after = this.sayings[firstFrom(this.sayings, end)];
    if (after && after.start - end < 4 * REACH && !hasParagraphBreak(this.text.slice(end, after.start))) return after;
    return last && start - last.end < REACH ? last : null;
  }
}
