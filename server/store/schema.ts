import type { ActorKind, ChangeKind, Modality, Status } from '../types.ts';

/** The tables, column by column; migrations.ts makes them. Offsets are UTF-16 units into article.text, days ISO 8601. */
export interface Tables {
  article: {
    id: string;
    title: string;
    text: string;
    url: string | null;
    publisher: string | null;
    published: string | null;
    published_note: string | null;
  };
  sentence: { id: string; article: string; start: number; end: number };
  actor: { id: string; name: string; kind: ActorKind; country: string | null };
  alias: { actor: string; name: string };
  /** Which actors an article names, with or without a relation. */
  article_actor: { article: string; actor: string };
  /** Where an article names an actor, by name or pronoun; several may share a span ("both"). */
  mention: { article: string; actor: string; start: number; end: number };
  statement: {
    id: string;
    article: string;
    sentence: string;
    source: string;
    type: string;
    target: string;
    modality: Modality;
    speaker: string | null;
    cue_start: number;
    cue_end: number;
    frame: string | null;
    /** What made the statement: "sample", the extractor with its version, "reader". */
    provenance: string;
    status: Status;
    /** Day of the act where the text dates it. */
    date: string | null;
    /** date, else the article's day: what the aggregates and the time filter use. */
    day: string | null;
  };
  /** Aggregate: statements that are not rejected, per relation. */
  edge_total: { source: string; target: string; type: string; n: number; first: string | null; last: string | null };
  /** Aggregate: the same per unordered pair of actors, a < b. */
  pair: { a: string; b: string; n: number };
  placement: { actor: string; wide_x: number; wide_y: number; narrow_x: number; narrow_y: number };
  /** Actors that a reader merged into another: what a later article says of `actor` goes to `kept`. */
  actor_merge: { actor: string; kept: string };
  /** The history: append-only but for a purge. Ids are in the order of the changes. */
  change: {
    id: string;
    /** Instant, ISO 8601 in UTC. */
    at: string;
    kind: ChangeKind;
    /** The article that the change is about, if it is about a single one: a purge takes it along. */
    article: string | null;
    /** JSON: what is shown of the change, and the edits of rows that undoing turns round. */
    payload: string;
    undoes: string | null;
    /** The change at the beginning of a chain of undoing and redoing; itself for any other. */
    root: string;
    undone_by: string | null;
  };
  /** Which rows and columns a change touched (see touches.ts): finds the later change that stands in the way. */
  change_touch: { change: string; item: string; part: string };
}
