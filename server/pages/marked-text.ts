import type { ActorMention, RelationClass, Span, StatementView } from '../types.ts';
import { actorUrl } from './addresses.ts';
import { escapeHtml } from './shapes.ts';

/** Words of an article that say one or more things: one note in the margin. */
export interface Note extends Span {
  number: number;
  class: RelationClass;
  /** All that the words say is said not to be so. */
  negated: boolean;
  statements: StatementView[];
}

/** The notes of an article: one for each stretch of words, in the order in which they end. */
export function makeNotes(statements: StatementView[]): Note[] {
  const groups = new Map<string, StatementView[]>();
  for (const statement of statements) {
    const key = `${statement.cueStart}-${statement.cueEnd}`;
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()]
    .sort(([a], [b]) => (a?.cueEnd ?? 0) - (b?.cueEnd ?? 0) || (a?.cueStart ?? 0) - (b?.cueStart ?? 0))
    .flatMap((members, at) => {
      const [first] = members;
      if (!first) return [];
      return {
        number: at + 1,
        start: first.cueStart,
        end: first.cueEnd,
        class: first.class,
        negated: members.every(({ modality }) => modality === 'negated'),
        statements: members,
      };
    });
}

interface Labels {
  nameOf: (actor: string) => string;
  /** What a note's number is called aloud. */
  noteLabel: (note: number) => string;
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;
const lengthOf = ({ start, end }: Span): number => end - start;
const shortest = <T extends Span>(spans: T[]): T | undefined => [...spans].sort((a, b) => lengthOf(a) - lengthOf(b))[0];

/** The stretches between blank lines and those lines, alternating; nothing of the text is lost. */
function splitParagraphs(text: string): (Span & { blank: boolean })[] {
  const parts: (Span & { blank: boolean })[] = [];
  let at = 0;
  for (const part of text.split(/(\n[^\S\n]*\n\s*)/)) {
    if (part !== '') parts.push({ start: at, end: at + part.length, blank: part.trim() === '' });
    at += part.length;
  }
  return parts;
}

/** Line ends that an HTML parser would turn into others are written as characters. */
const escapeText = (text: string): string => escapeHtml(text).replaceAll('\r', '&#13;');

function markMention(text: string, active: ActorMention[], firsts: Set<ActorMention>, { nameOf }: Labels): string {
  const mention = shortest(active);
  if (!mention) return escapeText(text);
  const isFirst = active.some((candidate) => firsts.has(candidate));
  // one stop for the keyboard an actor: the later links lead to the same page
  const more = isFirst ? ' class="mention first-mention"' : ' class="mention" tabindex="-1"';
  return `<a${more} href="${actorUrl(mention.actor)}" title="${escapeHtml(nameOf(mention.actor))}">${escapeText(text)}</a>`;
}

/**
 * An article's text as HTML paragraphs with its actors and the words of its statements marked. Marks may nest and
 * overlap: the text is cut wherever one begins or ends, and each piece carries all that stand over it. The words of the
 * result are those of the text, to the letter: numbers are attributes that the style sheet shows.
 */
export function markText(text: string, notes: Note[], mentions: ActorMention[], labels: Labels): string {
  const firsts = findFirsts(mentions);
  return splitParagraphs(text)
    .map(({ start, end, blank }) => {
      if (blank) return escapeText(text.slice(start, end));
      const inside = ({ start: from, end: to }: Span) => from < end && to > start;
      const [here, named] = [notes.filter(inside), mentions.filter(inside)];
      const cuts = [...here, ...named].flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end);
      const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
      let html = '';
      let open = '';
      for (const [index, from] of edges.slice(0, -1).entries()) {
        const piece = { start: from, end: edges[index + 1] as number };
        const over = here.filter((note) => covers(note, piece));
        const mark = openMark(over);
        if (mark !== open) html += `${open && '</mark>'}${anchor(over, from)}${mark}`;
        open = mark;
        const active = named.filter((mention) => covers(mention, piece));
        html += markMention(text.slice(piece.start, piece.end), active, firsts, labels);
        const ending = here.filter((note) => note.end === piece.end);
        if (ending.length > 0) {
          html += `${open && '</mark>'}${ending.map((note) => numberNote(note, labels)).join('')}`;
          open = '';
        }
      }
      return `<p>${html}${open && '</mark>'}</p>`;
    })
    .join('');
}

/** The mention of each actor that stands first. */
function findFirsts(mentions: ActorMention[]): Set<ActorMention> {
  const firsts = new Map<string, ActorMention>();
  for (const mention of mentions) {
    const known = firsts.get(mention.actor);
    if (!known || mention.start < known.start) firsts.set(mention.actor, mention);
  }
  return new Set(firsts.values());
}

/** Where several stand over a piece, the shortest colours it. */
function openMark(over: Note[]): string {
  const note = shortest(over);
  if (!note) return '';
  const numbers = over.map(({ number }) => number).join(' ');
  return `<mark class="class-${note.class}${note.negated ? ' cue-negated' : ''}" data-notes="${numbers}">`;
}

/** What an address with "#s-STATEMENT" leads to: the place where the words begin. */
function anchor(over: Note[], at: number): string {
  return over
    .filter(({ start }) => start === at)
    .flatMap(({ statements }) =>
      statements.map(({ id }) => `<span class="cue-anchor" id="s-${escapeHtml(id)}"></span>`),
    )
    .join('');
}

function numberNote({ number, class: of }: Note, { noteLabel }: Labels): string {
  const label = escapeHtml(noteLabel(number));
  return `<a class="note-number class-${of}" href="#note-${number}" id="number-${number}" data-number="${number}" aria-label="${label}"></a>`;
}
