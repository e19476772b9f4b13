import type { ActorKind } from '../types.ts';

/** A place where actors were named, as later pronouns look back at it. */
interface Trace {
  actors: string[];
  kinds: ActorKind[];
  sentence: number;
  /** Position of the head in its sentence. */
  at: number;
  /** 2 for a subject, 1 for an object, 0 for anything else, -1 for what only describes another. */
  rank: number;
  /** Several, or a plural: what "they" looks back at. */
  plural: boolean;
}

/** Where a pronoun stands: only what was named before it counts. */
export interface Place {
  sentence: number;
  at: number;
}

const SENTENCES_BACK = 4;
/** What number weighs beside recency and rank. */
const PLURAL_FITS = 3;
/** How many places a pair is looked for in: some twelve sentences. */
const TRACES_BACK = 60;
/** A report from Nairobi may be about Congo: the dateline's country is the article's own if it is named this often. */
const TIMES_AT_HOME = 2;

/** What an article has been speaking of, the latest last: recency and grammatical rank as in Lappin and Leass (1994). */
export class Discourse {
  private readonly traces: Trace[] = [];
  private readonly counts = new Map<string, number>();
  /** The country of the dateline: the article's own. */
  home: string | null = null;

  note(trace: Trace): void {
    this.traces.push(trace);
  }

  /** The actors best remembered that pass the test; `number` of them if given, else those of one trace. */
  recall(
    { sentence, at }: Place,
    fits: (actor: string, kind: ActorKind) => boolean,
    { except = [], back = SENTENCES_BACK, plural = false }: { except?: string[]; back?: number; plural?: boolean } = {},
  ): string[] {
    let best: string[] = [];
    let bestScore = -1;
    // backwards, so that the time is the same however long the article is; of two equals the later is kept
    for (let index = this.traces.length - 1; index >= 0; index--) {
      const trace = this.traces[index] as Trace;
      const distance = sentence - trace.sentence;
      if (distance > back) break;
      if (distance === 0 && trace.at >= at) continue;
      const actors = trace.actors.filter(
        (actor, index) => fits(actor, trace.kinds[index] as ActorKind) && !except.includes(actor),
      );
      if (actors.length === 0) continue;
      const score = 8 / (1 + distance) + trace.rank * 1.6 + (plural && trace.plural ? PLURAL_FITS : 0);
      if (score > bestScore) [best, bestScore] = [actors, score];
    }
    return best;
  }

  /**
   * Two different actors of earlier sentences. "The belligerents" (`together`) are the two that were last named in one breath, as
   * subjects before anything else; "both governments" the two that the article speaks of most, those of the last sentences
   * before others. `of` gives for an actor whom it stands for here (a minister for a country), or null.
   */
  recallPair(sentence: number, of: (actor: string) => string | null, together: boolean): string[] {
    const resolve = ({ actors }: Trace): string[] => [
      ...new Set(actors.map(of).filter((actor): actor is string => actor !== null)),
    ];
    const recent = this.traces.slice(-TRACES_BACK);
    if (together) {
      const best = recent
        .filter((trace) => resolve(trace).length === 2)
        .toReversed()
        .sort((a, b) => b.rank - a.rank)[0];
      if (best) return resolve(best);
    }
    const weights = new Map<string, number>();
    const add = (actor: string | null, weight: number): void => {
      if (actor !== null) weights.set(actor, (weights.get(actor) ?? 0) + weight);
    };
    for (const trace of recent) {
      const distance = sentence - trace.sentence;
      if (distance > 0) for (const actor of resolve(trace)) add(actor, distance <= 2 ? 2.5 : 1);
    }
    const ranked = [...weights].sort(([, a], [, b]) => b - a).map(([actor]) => actor);
    return ranked.length < 2 ? [] : ranked.slice(0, 2);
  }

  /** The article's own country if it is meant by no one else's words, for bare titles and "the island nation". */
  ownCountry(fits: (actor: string) => boolean, times = 1): string | null {
    const isOwn = this.home !== null && (this.counts.get(this.home) ?? 0) >= TIMES_AT_HOME && fits(this.home);
    return isOwn ? this.home : this.mostNamed((actor) => fits(actor) && (this.counts.get(actor) ?? 0) >= times);
  }

  /** Counts a name of the article beforehand, for `mostNamed`. */
  count(actor: string): void {
    this.counts.set(actor, (this.counts.get(actor) ?? 0) + 1);
  }

  /** The actors of the latest place where exactly `size` were named together, as subjects before anything else. */
  recallTogether(sentence: number, size: number, of: (actor: string) => string | null): string[] {
    const fitting = this.traces
      .slice(-TRACES_BACK)
      .filter((trace) => trace.sentence <= sentence)
      .map((trace) => ({
        rank: trace.rank,
        actors: [...new Set(trace.actors.map(of).filter((actor) => actor !== null))],
      }))
      .filter(({ actors }) => actors.length === size);
    const [best] = fitting.toReversed().sort((a, b) => b.rank - a.rank);
    return best?.actors ?? [];
  }

  /** The country that the article speaks of most, for "the government" without a name; `clearly`: null if two are equal. */
  mostNamed(fits: (actor: string) => boolean, clearly = false): string | null {
    const ranked = [...this.counts].filter(([actor]) => fits(actor)).sort(([, a], [, b]) => b - a);
    const [first, second] = ranked;
    return first === undefined || (clearly && second && second[1] === first[1]) ? null : first[0];
  }
}
