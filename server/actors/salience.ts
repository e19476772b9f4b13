import type { ActorKind } from '../types.ts';

/** A place where actors were named, as later pronouns look back at it. */
interface Trace {
  actors: string[];
  kinds: ActorKind[];
  sentence: number;
  /** 2 for a subject, 1 for an object, 0 for anything else. */
  rank: number;
}

const SENTENCES_BACK = 4;

/** What an article has been speaking of, the latest last: recency and grammatical rank as in Lappin and Leass (1994). */
export class Discourse {
  private readonly traces: Trace[] = [];
  private readonly counts = new Map<string, number>();

  note(trace: Trace): void {
    this.traces.push(trace);
  }

  /** The actors best remembered that pass the test; `number` of them if given, else those of one trace. */
  recall(sentence: number, fits: (actor: string, kind: ActorKind) => boolean, except: string[] = []): string[] {
    let best: string[] = [];
    let bestScore = -1;
    for (const [index, trace] of this.traces.entries()) {
      const distance = sentence - trace.sentence;
      if (distance > SENTENCES_BACK) continue;
      const actors = trace.actors.filter(
        (actor, at) => fits(actor, trace.kinds[at] as ActorKind) && !except.includes(actor),
      );
      if (actors.length === 0) continue;
      const score = 8 / (1 + distance) + trace.rank * 1.6 + index / (this.traces.length * 4);
      if (score >= bestScore) [best, bestScore] = [actors, score];
    }
    return best;
  }

  /**
   * Two different actors of earlier sentences: "both governments" are the two best remembered, "the belligerents" the two that
   * were last named in one breath. `of` gives for an actor whom it stands for here (a minister for a country), or null.
   */
  recallPair(sentence: number, of: (actor: string) => string | null, together: boolean): string[] {
    const found: string[] = [];
    for (const trace of this.traces.toReversed()) {
      const actors = [...new Set(trace.actors.map(of).filter((actor): actor is string => actor !== null))];
      if (actors.length >= 2 && (together || trace.sentence >= sentence - 1)) return actors.slice(0, 2);
      if (together || trace.sentence >= sentence || sentence - trace.sentence > SENTENCES_BACK) continue;
      for (const actor of actors) if (!found.includes(actor)) found.push(actor);
      if (found.length >= 2) return found.slice(0, 2);
    }
    return together ? this.recallPair(sentence, of, false) : [];
  }

  /** Counts a name of the article beforehand, for `mostNamed`. */
  count(actor: string): void {
    this.counts.set(actor, (this.counts.get(actor) ?? 0) + 1);
  }

  /** The country that the article speaks of most, for "the government" without a name; `clearly`: null if two are equal. */
  mostNamed(fits: (actor: string) => boolean, clearly = false): string | null {
    const ranked = [...this.counts].filter(([actor]) => fits(actor)).sort(([, a], [, b]) => b - a);
    const [first, second] = ranked;
    return first === undefined || (clearly && second && second[1] === first[1]) ? null : first[0];
  }
}
