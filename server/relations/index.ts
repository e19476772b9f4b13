/** Actors and trees → who does what to whom, how firmly, and who says so. */
import { isSpeaker, type ReadArticle } from '../actors/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Modality, Span } from '../types.ts';
import { Attribution } from './attribution.ts';
import { Clauses } from './clauses.ts';
import { findDate } from './dates.ts';
import { type Filler, FrameMatcher, indexFrames, type Match, type Miss } from './match.ts';
import { judgeModality } from './modality.ts';

/** One end of a found relation. */
export interface FoundEnd {
  id: string;
  mention: Span;
}

export interface FoundRelation {
  source: FoundEnd;
  type: string;
  target: FoundEnd;
  modality: Modality;
  speaker: string | null;
  evidence: Span;
  cue: Span;
  frame: string;
  date: string | null;
}

/** What the explanation shows of a sentence. */
export interface Trace {
  matches: {
    match: Match;
    modality: Modality;
    modalityTrigger: number | null;
    speaker: string | null;
    speakerTrigger: number | null;
    dropped: string | null;
  }[];
  misses: Miss[];
}

export interface RelationFinder {
  find(
    text: string,
    article: ReadArticle,
    published: string | null,
    trace?: (sentence: number) => Trace,
  ): FoundRelation[];
}

/** How far back, in characters, an event is looked for that a sentence only points at. */
const LOOK_BACK = 400;

export function createRelationFinder(lexicon: Lexicon): RelationFinder {
  const index = indexFrames(lexicon.frames);
  const types = lexicon.relationTypes;

  return {
    find(text, article, published, trace) {
      const attribution = new Attribution(text, article, lexicon);
      const found: FoundRelation[] = [];
      for (const [number, { sentence, tree, phrases, ties }] of article.sentences.entries()) {
        const clauses = new Clauses(tree, lexicon.cues);
        const doerBefore = (except: string[], asked: boolean): string | null => {
          for (const {
            source,
            target,
            type,
            evidence: { start },
          } of found.toReversed()) {
            if (sentence.start - start > LOOK_BACK || types.get(type)?.event === null || except.includes(source.id))
              continue;
            if (!asked || (except.includes(target.id) && type === 'asks')) return source.id;
          }
          return null;
        };
        const matcher = new FrameMatcher(index, clauses, phrases, lexicon, doerBefore);
        const log = trace?.(number);
        const evidence = { start: sentence.start, end: sentence.end };
        const span = (first: number, last: number): Span => ({
          start: tree.token(first).start,
          end: tree.token(last).end,
        });
        const end = ({ actor, first, last, at }: Filler): FoundEnd | null => {
          const id = attribution.referent(number, at, actor);
          return id === null ? null : { id, mention: span(first, last) };
        };
        const isSport = tree.tokens.some(
          ({ lemma, upos }) => upos !== 'PROPN' && lexicon.cues.sports.includes(lemma.toLowerCase()),
        );
        const matches: Match[] = [];
        for (let at = 1; at <= tree.length; at++) {
          const match = matcher.match(at, log?.misses);
          if (match) matches.push(match);
        }
        for (const match of matches) {
          const { frame, at, sources, targets, cue } = match;
          const judged = judgeModality(tree, at, lexicon.cues, frame.nouns !== undefined);
          const said = attribution.find(number, at);
          const entry = {
            match,
            modality: judged.modality,
            modalityTrigger: judged.trigger,
            speaker: said.speaker,
            speakerTrigger: said.trigger,
            dropped: null as string | null,
          };
          log?.matches.push(entry);
          if (judged.requested) {
            entry.dropped = 'somebody is asked to do it';
            continue;
          }
          if (isSport && !['protests-against', 'sanctions'].includes(frame.relation)) {
            entry.dropped = 'the sentence is about sport';
            continue;
          }
          const refusal = judged.refused ? types.get(frame.relation)?.refused : undefined;
          const pairs =
            targets.length > 0
              ? sources.flatMap((source) => targets.map((target) => [source, target] as const))
              : pairUp(sources);
          for (const [from, to] of pairs) {
            const [source, target] = [end(from), end(to)];
            if (!source || !target || source.id === target.id) continue;
            if (matches.some((other) => other !== match && isPartOf(tree, at, other) && samePair(other, from, to))) {
              entry.dropped = 'it is what the clause around it asks, refuses or threatens';
              continue;
            }
            found.push({
              source,
              type: refusal ?? frame.relation,
              target,
              modality: refusal ? 'asserted' : judged.modality,
              speaker: said.speaker,
              evidence,
              cue: span(...cue),
              frame: frame.id,
              date: types.get(frame.relation)?.event ? findDate(tree, at, published) : null,
            });
          }
        }
        for (const { source, type, target, first, last, frame } of ties)
          found.push({
            source: { id: source, mention: span(first, last) },
            type,
            target: { id: target, mention: span(first, last) },
            modality: 'asserted',
            speaker: null,
            evidence,
            cue: span(first, last),
            frame,
            date: null,
          });
      }
      return withoutRepeats(found, lexicon);
    },
  };
}

/** Each with each of a group that acts together. */
function pairUp(group: Filler[]): (readonly [Filler, Filler])[] {
  const different = group.filter(({ actor }, at) => group.findIndex((other) => other.actor === actor) === at);
  return different.flatMap((first, at) => different.slice(at + 1).map((second) => [first, second] as const));
}

const isPartOf = (tree: { isBelow(at: number, ancestor: number): boolean }, at: number, { clauses }: Match): boolean =>
  clauses.some((clause) => clause === at || tree.isBelow(at, clause));

const samePair = ({ sources, targets }: Match, from: Filler, to: Filler): boolean => {
  const has = (list: Filler[], actor: string): boolean => list.some((filler) => filler.actor === actor);
  return (has(sources, from.actor) && has(targets, to.actor)) || (has(sources, to.actor) && has(targets, from.actor));
};

/** One sentence says a thing once, whichever of two frames saw it. */
function withoutRepeats(found: FoundRelation[], { relationTypes }: Lexicon): FoundRelation[] {
  const seen = new Set<string>();
  return found.filter(({ source, type, target, evidence }) => {
    const ends = relationTypes.get(type)?.symmetric ? [source.id, target.id].sort() : [source.id, target.id];
    const key = [type, ...ends, evidence.start].join(' ');
    if (seen.has(key) || isSpeaker(source.id) || isSpeaker(target.id)) return false;
    seen.add(key);
    return true;
  });
}
