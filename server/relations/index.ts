/** Actors and trees → who does what to whom, how firmly, and who says so. */
import { isSpeaker, type ReadArticle } from '../actors/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Modality, Span } from '../types.ts';
import { Attribution } from './attribution.ts';
import { Clauses } from './clauses.ts';
import { findDate } from './dates.ts';
import { type DoerBefore, type Filler, FrameMatcher, indexFrames, type Match, type Miss } from './match.ts';
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

export interface Found {
  relations: FoundRelation[];
  /** Sentences that could not be read, each with the reason: one never loses the article. */
  failed: (Span & { reason: string })[];
}

export interface RelationFinder {
  find(text: string, article: ReadArticle, published: string | null, trace?: (sentence: number) => Trace): Found;
}

/** How far back, in characters, an event is looked for that a sentence only points at. */
const LOOK_BACK = 400;
/** What nations do about matches, and not on the field. */
const ALSO_IN_SPORT = ['protests-against', 'sanctions'];

interface Context {
  lexicon: Lexicon;
  index: ReturnType<typeof indexFrames>;
  attribution: Attribution;
  published: string | null;
  /** What was found in the article so far, this sentence's too. */
  found: FoundRelation[];
}

/** Adds what one sentence says to `found`. */
function readSentence(context: Context, number: number, read: ReadArticle['sentences'][number], log?: Trace): void {
  const { lexicon, attribution, found } = context;
  const { sentence, tree, phrases, ties } = read;
  const matches: Match[] = [];
  const isEvent = (type: string): boolean => lexicon.relationTypes.get(type)?.event !== null;
  const doerBefore: DoerBefore = (except, asked) => {
    // "… sentenced him, a verdict that Amnesty denounced": the sentence's own events first
    for (const { frame, sources } of asked ? [] : matches.toReversed()) {
      const doer = sources.find(({ actor }) => !except.includes(actor));
      if (doer && isEvent(frame.relation)) return doer.actor;
    }
    for (let at = found.length - 1; at >= 0; at--) {
      const { source, target, type, evidence } = found[at] as FoundRelation;
      if (sentence.start - evidence.start > LOOK_BACK) break;
      if (!isEvent(type) || except.includes(source.id)) continue;
      if (!asked || (except.includes(target.id) && type === 'asks')) return source.id;
    }
    return null;
  };
  const matcher = new FrameMatcher(context.index, new Clauses(tree, lexicon.cues), phrases, lexicon, doerBefore);
  for (let at = 1; at <= tree.length; at++) {
    const match = matcher.match(at, log?.misses);
    if (match) matches.push(match);
  }

  const evidence = { start: sentence.start, end: sentence.end };
  const span = (first: number, last: number): Span => ({ start: tree.token(first).start, end: tree.token(last).end });
  const end = ({ actor, first, last, at }: Filler): FoundEnd | null => {
    const id = attribution.referent(number, at, actor);
    return id === null ? null : { id, mention: span(first, last) };
  };
  const isSport = tree.tokens.some(
    ({ lemma, upos }) => upos !== 'PROPN' && lexicon.cues.sports.includes(lemma.toLowerCase()),
  );

  for (const match of matches) {
    const { frame, at, sources, targets, cue } = match;
    const judged = judgeModality(tree, at, lexicon.cues, frame.nouns !== undefined);
    const said = attribution.find(number, at);
    const entry: Trace['matches'][number] = {
      match,
      modality: judged.modality,
      modalityTrigger: judged.trigger,
      speaker: said.speaker,
      speakerTrigger: said.trigger,
      dropped: judged.requested
        ? 'somebody is asked to do it'
        : isSport && !ALSO_IN_SPORT.includes(frame.relation)
          ? 'the sentence is about sport'
          : null,
    };
    log?.matches.push(entry);
    if (entry.dropped) continue;
    const type = lexicon.relationTypes.get(frame.relation);
    const refusal = judged.refused ? type?.refused : undefined;
    for (const [from, to] of targets.length > 0 ? cross(sources, targets) : pairUp(sources)) {
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
        date: type?.event ? findDate(tree, at, context.published) : null,
      });
    }
  }
  for (const { source, type, target, first, last, frame } of ties) {
    const mention = span(first, last);
    const ends = { source: { id: source, mention }, target: { id: target, mention } };
    found.push({ ...ends, type, modality: 'asserted', speaker: null, evidence, cue: mention, frame, date: null });
  }
}

export function createRelationFinder(lexicon: Lexicon): RelationFinder {
  const index = indexFrames(lexicon.frames);
  return {
    find(text, article, published, trace) {
      const attribution = new Attribution(text, article, lexicon);
      const context: Context = { lexicon, index, attribution, published, found: [] };
      const failed: Found['failed'] = [...article.failed];
      for (const [number, read] of article.sentences.entries()) {
        try {
          readSentence(context, number, read, trace?.(number));
        } catch (error) {
          const { start, end } = read.sentence;
          failed.push({ start, end, reason: String(error) });
        }
      }
      return { relations: withoutRepeats(context.found, lexicon), failed };
    },
  };
}

const cross = (sources: Filler[], targets: Filler[]): (readonly [Filler, Filler])[] =>
  sources.flatMap((source) => targets.map((target) => [source, target] as const));

/** Each with each of a group that acts together. */
function pairUp(group: Filler[]): (readonly [Filler, Filler])[] {
  const different = group.filter(({ actor }, at) => group.findIndex((other) => other.actor === actor) === at);
  return different.flatMap((first, at) => different.slice(at + 1).map((second) => [first, second] as const));
}

const isPartOf = (
  tree: { isBelow(at: number, ancestor: number): boolean },
  at: number,
  { clauses, objects }: Match,
): boolean => objects.includes(at) || clauses.some((clause) => clause === at || tree.isBelow(at, clause));

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
