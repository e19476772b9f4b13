/**
 * The words of the project as types, and nothing else: no value is exported from here, so that the client may
 * `import type` from it. Offsets are UTF-16 code units into the article's text; days are ISO 8601 dates (YYYY-MM-DD).
 */

export type ActorKind = 'country' | 'person' | 'organisation' | 'group';
export type RelationClass = 'cooperation' | 'conflict' | 'neutral';
export type Modality = 'asserted' | 'planned' | 'hypothetical' | 'negated';
export type Status = 'extracted' | 'confirmed' | 'rejected' | 'added';

/** Half-open span of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** How a relation type reads between two actors. */
export interface VerbForms {
  /** One source: "United States *suspended aid to* Pakistan". */
  singular: string;
  /** Several sources: "China and Iran *support* Russia". */
  plural: string;
  /** After "to" and "may": "*suspend aid to*". */
  base: string;
  /** "*does not attack*", "*did not suspend aid to*". */
  negated: string;
  negatedPlural: string;
  /** Read from the target: "Pakistan *had aid suspended by* United States". */
  inverse: string;
}

export interface RelationType {
  id: string;
  label: string;
  /** PLOVER event type (Halterman et al. 2023), null for standing ties. */
  event: string | null;
  class: RelationClass;
  symmetric: boolean;
  /** Id of the type that "will not" do this is: a refusal is an act of its own, no negation. */
  refused?: string | undefined;
  /** Kinds of actors that may stand at an end, where not all may. */
  ends?: { source?: ActorKind[] | undefined; target?: ActorKind[] | undefined } | undefined;
  forms: VerbForms;
  description: string;
}

/** A resolved actor. `country` is the ISO alpha-3 id of the country it belongs to, `alpha2` a country's two-letter code. */
export interface Actor {
  id: string;
  name: string;
  kind: ActorKind;
  aliases: string[];
  country?: string;
}

/** A span of an article that names an actor. */
export interface ActorMention extends Span {
  actor: string;
}

export interface Article {
  id: string;
  title: string;
  text: string;
  url: string | null;
  publisher: string | null;
  published: string | null;
  /** Says where the date comes from when the article does not print it: "Inferred from …". */
  publishedNote: string | null;
}

/** An article as a file holds it: its text, and what the file says of it. */
export interface ReadArticle {
  title: string;
  text: string;
  url: string | null;
  publisher: string | null;
  /** Day of publication, YYYY-MM-DD. */
  published: string | null;
  /** What a reader should know of the reading, a sentence each. */
  warnings: string[];
}

/** One article of a file, or why it could not be read. `line` is its line in a file of one article a line, else null. */
export type ReadItem = { line: number | null } & ({ article: ReadArticle } | { error: string });

/** One sentence saying one thing. `date` is the day of the act where the text dates it. */
export interface Statement {
  id: string;
  article: string;
  source: string;
  type: string;
  target: string;
  modality: Modality;
  /** Actor id of the person or body that says it; null is the article itself. */
  speaker: string | null;
  evidence: Span & { text: string };
  cue: Span & { text: string };
  frame: string | null;
  status: Status;
  date: string | null;
}

export interface Point {
  x: number;
  y: number;
}

/** Where an actor is drawn: `wide` for a desktop canvas of 804 × 848, `narrow` for a phone's of 390 × 404. */
export interface Placement {
  wide: Point;
  narrow: Point;
}

/** Everything the graph stage needs; what the store hands out. */
export interface GraphSource {
  actors: Actor[];
  articles: Omit<Article, 'text'>[];
  statements: Statement[];
  placements: Map<string, Placement>;
}

/** The keys of a filter that list values; each has a `not-` twin which excludes. */
export type ListKey = 'type' | 'class' | 'kind' | 'modality' | 'speaker' | 'article' | 'status';

/** Values of one key are alternatives, keys are joined by and. */
export interface Filters {
  include: Partial<Record<ListKey, string[]>>;
  exclude: Partial<Record<ListKey, string[]>>;
  from?: string;
  to?: string;
  q?: string;
  /** Relations of at least this many statements, counted under the other filters; 1 is no filter. */
  min?: number;
}

export interface Counted {
  value: string;
  label: string;
  count: number;
}

export interface FacetValue extends Counted {
  /** Relations made of the counted statements. */
  relations: number;
  /** Actors at their ends; for the key `kind` those of the kind. */
  actors: number;
}

export interface NodeData {
  id: string;
  label: string;
  kind: ActorKind;
  /** Relations of the actor among those selected by the filters. */
  degree: number;
  /** Relations of the actor without any filter: the drawn size hangs on it, so that filtering moves nothing. */
  total: number;
  /** ISO alpha-3 of a country (its own id) or of the country an organisation belongs to. */
  country: string | null;
  /** Up to two letters for shapes without a picture. */
  initials: string;
  narrow: Point;
}

export interface GraphNode {
  data: NodeData;
  position: Point;
}

export interface EdgeData {
  /** `SOURCE:type:TARGET`; a symmetric relation has its ends in id order. */
  id: string;
  source: string;
  target: string;
  type: string;
  /** The verb form of the strongest modality: "suspended aid to", "to visit", "may attack", "does not attack". */
  label: string;
  class: RelationClass;
  symmetric: boolean;
  /** Strongest modality among the statements: asserted, planned, hypothetical, negated. */
  modality: Modality;
  /** Number of statements. */
  count: number;
  /** The words of the newest statement in the relation's own modality, which its label stands for. */
  wording: string;
  modalities: Counted[];
  /** value "none" is the article itself. */
  speakers: Counted[];
  statuses: Counted[];
  firstDate: string | null;
  lastDate: string | null;
  /**
   * Offset in px of the curve's middle from the straight line between the ends, measured to the left of the direction
   * from the end with the smaller id to the other; the same with and without filters.
   */
  bend: number;
}

export interface GraphEdge {
  data: EdgeData;
}

export interface Extent {
  nodes: number;
  edges: number;
}

/** Body of GET /api/graph. */
export interface GraphBody {
  elements: { nodes: GraphNode[]; edges: GraphEdge[] };
  facets: Record<ListKey, FacetValue[]>;
  /** Statements per day, earliest first, under all filters but the days'; undated ones are not among them. */
  days: { day: string; count: number }[];
  /** How many relations have exactly so many statements, the fewest first, under all filters but the least number. */
  sizes: { size: number; relations: number }[];
  /** The filters in words, one phrase for each that can be dropped. */
  phrases: FilterPhrase[];
  /** When nothing matches: the filter whose removal brings back most, null when no single one brings back any. */
  blame: Blame | null;
  /** Without any filter. */
  all: Extent;
  /** With the filters. */
  total: Extent;
  /** In `elements`, after `focus`, `limit`, `with` and `expand`. */
  shown: Extent;
  /** The neighbourhood that `focus` asked for, before `limit`; null without it. */
  focus: ({ actor: string; depth: number } & Extent) | null;
  /** Actors that the articles name but that stand in no relation: `quoted` speak, `named` do not. */
  undrawn: { named: { id: string; label: string }[]; quoted: { id: string; label: string }[] };
}

/** One part of the sentence that says what is filtered: "according to Ayaz Wazir". */
export interface FilterPhrase {
  /** Parameter of the filter, `from` for the days. */
  key: string;
  words: string;
  /** The other filters, as the query part of an address. */
  without: string;
}

/** The filter to drop when nothing matches. */
export interface Blame {
  key: Exclude<ListKey, 'class'> | 'days' | 'q' | 'min';
  /** Relations without it. */
  relations: number;
  /** The other filters, as the query part of an address. */
  without: string;
}

/** One row of the table: a relation with its ends. */
export interface TableRow {
  edge: EdgeData;
  source: NodeData;
  target: NodeData;
}

/** Body of GET /api/relations: the table, sorted, up to `limit` rows of `total`. */
export interface RelationsBody {
  rows: TableRow[];
  total: number;
  /** The columns; `next` is the value of `sort` that a press on the head asks for. */
  columns: { id: string; sorted: 'ascending' | 'descending' | null; next: string }[];
}

/** An actor among others: what a list of hits or of neighbours says of it. `degree` counts its relations without any filter. */
export interface ActorRef {
  id: string;
  name: string;
  kind: ActorKind;
  initials: string;
  degree: number;
}

/** Body of GET /api/actors: hits of a type-ahead, the best first. */
export interface ActorsBody {
  /** `matched` is the name or alias that was found. `typo`: found only by forgiving one wrong, missing or swapped letter. */
  actors: (ActorRef & { matched: string; typo: boolean })[];
  /** Hits in all. */
  total: number;
  /** Hits beyond `limit`. */
  more: number;
  /** Where nothing was found, the names that come nearest. */
  nearest: ActorRef[];
}

/** Neighbours of an actor by one type of relation. */
export interface NeighbourGroup {
  type: string;
  label: string;
  class: RelationClass;
  /** Relations of the type, which may be more than actors: a directed one can stand both ways. */
  relations: number;
  /** Ids of the actors at their other ends, best connected first. */
  actors: string[];
}

/**
 * Body of GET /api/actors/:id, under the filters. What is not drawn yet is `neighbours` without the drawn ids; to draw
 * it, ask GET /api/graph for `with=ID` (the actor) and `expand=ID` (all its neighbours) or `expand=ID~TYPE` (those of a type).
 */
export interface ActorBody {
  actor: Actor & ActorRef;
  relations: number;
  statements: number;
  articles: number;
  neighbours: NeighbourGroup[];
  /** The actors that `neighbours` names. */
  actors: ActorRef[];
}

/** Body of GET /api/paths: the shortest chains of relations between two actors, whichever way each relation points. */
export interface PathsBody {
  from: ActorRef;
  to: ActorRef;
  /** Relations on each chain; null when the filters leave no chain of at most `max`. */
  length: number | null;
  /** Chains there are. */
  total: number;
  /** Chains handed out at most. */
  limit: number;
  /** One chain: its actors in order, and for each step the ids of the relations between its ends. */
  chains: { actors: string[]; steps: string[][] }[];
  /** The actors and relations of the chains handed out. */
  elements: { nodes: GraphNode[]; edges: GraphEdge[] };
}

export interface ArticleRef {
  id: string;
  title: string;
  url: string | null;
  publisher: string | null;
  published: string | null;
  publishedNote: string | null;
}

/** A statement as the API shows it: names beside ids, the evidence with its cue. */
export interface StatementView {
  id: string;
  source: { id: string; name: string };
  type: string;
  label: string;
  target: { id: string; name: string };
  class: RelationClass;
  modality: Modality;
  speaker: { id: string; name: string } | null;
  sentence: string;
  cue: string;
  /** Sentence in the article. */
  start: number;
  end: number;
  /** Cue in the article; the cue in the sentence is `sentence.slice(cueStart - start, cueEnd - start)`. */
  cueStart: number;
  cueEnd: number;
  status: Status;
  frame: string | null;
  date: string | null;
  article: ArticleRef;
}

/** Body of GET /api/statements. `next` is the cursor of the following page. */
export interface StatementsBody {
  statements: StatementView[];
  total: number;
  next: string | null;
}

/** Body of GET /api/vocabulary. */
export interface VocabularyBody {
  types: (RelationType & { labels: Record<Modality, string> })[];
  classes: { id: RelationClass; label: string; description: string }[];
  kinds: { id: ActorKind; label: string; description: string }[];
  modalities: { id: Modality; label: string; description: string }[];
  statuses: { id: Status; label: string; description: string }[];
}

/** What a reader can change, and what undoes it; `redo` undoes an undo. */
export type ChangeKind =
  | 'article-added'
  | 'article-changed'
  | 'article-removed'
  | 'article-purged'
  | 'statement-added'
  | 'statement-changed'
  | 'statement-confirmed'
  | 'statement-rejected'
  | 'statement-restored'
  | 'actor-changed'
  | 'actor-merged'
  | 'actor-split'
  | 'undo'
  | 'redo';

/** What a statement says, by the names that its actors had when it was written down. */
export interface SaidStatement {
  source: string;
  type: string;
  target: string;
  modality: Modality;
  speaker: string | null;
}

/** What a change is about, as it was then. */
export interface ChangeSubject {
  article?: { id: string; title: string };
  statement?: { id: string; said: SaidStatement; before?: SaidStatement };
  actor?: { id: string; name: string; before?: string };
  /** The actor that was kept, or that another was split from. */
  other?: { id: string; name: string };
  /** Names of the fields that are different now. */
  fields?: string[];
  /** Of an undo and a redo: the kind of the change that it turns round. */
  of?: ChangeKind;
}

/** One entry of the history. */
export interface Change {
  id: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  kind: ChangeKind;
  subject: ChangeSubject;
  /** Id of the change that this one turned round. */
  undoes: string | null;
  /** Id of the change that turned this one round. */
  undoneBy: string | null;
}

/** Body of GET /api/changes, newest first. `next` is the cursor of the following page. */
export interface ChangesBody {
  changes: Change[];
  total: number;
  next: string | null;
}

/** RFC 9457 problem details. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { field: string; detail: string }[];
}

/** What views/explorer.ejs is rendered with (as `page`): enough for a page that works without JavaScript. */
export interface ExplorerPage {
  /** The graph under the filters of the address. */
  graph: GraphBody;
  filters: Filters;
  vocabulary: VocabularyBody;
  /** The first rows of the table; `statements` are the newest of a relation's evidence. */
  rows: ExplorerRow[];
  /** The heads of the table's columns, each with the address of the table sorted by it. */
  columns: (RelationsBody['columns'][number] & { href: string })[];
  /** Address of the table with more rows; null when all are there. */
  more: string | null;
  /** The switches of the filters, all of which are links or fields of one form. */
  form: FilterForm;
  /** The filters in words, each with the address that leaves it out; `reset` leaves out all. */
  sentence: { words: string; href: string }[];
  reset: string;
  /** When nothing matches: the filter to drop, what that brings back and where. */
  blame: (Blame & { href: string }) | null;
  articles: ArticleRef[];
  /** What the address asked for that does not exist, in words: 'type "nonsense"'. */
  ignored: string[];
  view: 'graph' | 'table';
  /** Address of the same filters as JSON export. */
  exportUrl: string;
}

/** The filters as a form that works without JavaScript. */
export interface FilterForm {
  groups: {
    key: ListKey;
    legend: string;
    values: {
      value: string;
      label: string;
      count: number;
      /** Asked for, or asked to be left out. */
      choice: 'include' | 'exclude' | null;
      /** Addresses that leave this value alone, or leave it out (drop the exclusion where it is left out). */
      only: string;
      without: string;
    }[];
    /** When values are left off a long list: how many there are, and the address of the page with all. */
    more: { count: number; href: string } | null;
  }[];
  /** Most statements that a relation has under the other filters. */
  largest: number;
  /** Parameters that the form does not ask for and that its answer keeps. */
  kept: [name: string, value: string][];
}

export interface ExplorerRow extends TableRow {
  /** The newest of its evidence; its `count` may be larger. */
  statements: StatementView[];
}

/** One word of a parsed sentence, in the columns of CoNLL-U (Universal Dependencies v2). */
export interface Token extends Span {
  form: string;
  lemma: string;
  upos: string;
  /** Penn Treebank tag. */
  xpos: string;
  /** 1-based position of the governor in the sentence; 0 is the root. */
  head: number;
  /** Relation to the governor, with its subtype: "nsubj:pass". */
  deprel: string;
}

/** One sentence with its words; `text.slice(start, end)` is its text without outer white space. */
export interface Sentence extends Span {
  /** A dateline ("ISLAMABAD, Feb 18 (AFP) -") and a heading stand apart from the sentences of the text. */
  kind: 'sentence' | 'dateline' | 'heading';
  tokens: Token[];
}

/** A stretch between quotation marks, which may run over sentences. */
export interface Quotation extends Span {
  /** The words between the marks. */
  inner: Span;
}

export interface ExtractedActor {
  id: string;
  name: string;
  kind: ActorKind;
  /** Other names in the article. */
  aliases?: string[];
  /** ISO alpha-3 of the country that it belongs to. */
  country?: string;
  mentions: Span[];
}

export interface ExtractedEnd {
  id: string;
  name: string;
  kind: ActorKind;
  /** The smallest span that names the actor here, with its title; of a pronoun the pronoun. */
  mention: Span;
}

export interface ExtractedRelation {
  source: ExtractedEnd;
  target: ExtractedEnd;
  type: string;
  event: string | null;
  label: string;
  modality: Modality;
  speaker: { id: string; name: string } | null;
  evidence: Span & { text: string };
  cue: Span;
  /** Id of the frame in data/frames that found it. */
  frame: string;
  /** Day of the act where the text dates it. */
  date?: string;
}

/** What `extract` makes of an article. */
export interface Extraction {
  id: string;
  /** Sentences that could not be read, with the reason; absent where all went well. */
  failed?: (Span & { reason: string })[];
  actors: ExtractedActor[];
  relations: ExtractedRelation[];
}

/** One sentence as each stage of the extraction sees it. Positions count words from 1. */
export interface ExplainedSentence {
  text: string;
  kind: Sentence['kind'];
  tokens: Token[];
  mentions: { first: number; last: number; words: string; actor: string; name: string; kind: ActorKind | null }[];
  /** What titles and appositions say. */
  ties: { source: string; type: string; target: string; words: string; frame: string }[];
  /** Frames that fit, with what fills their slots; `dropped` says why no relation came of one. */
  fired: {
    frame: string;
    relation: string;
    word: string;
    cue: string;
    sources: { name: string; words: string }[];
    targets: { name: string; words: string }[];
    modality: Modality;
    modalityTrigger: string | null;
    speaker: string | null;
    speakerTrigger: string | null;
    dropped: string | null;
  }[];
  /** Frames whose word occurs but that do not fit, each with what it lacks. */
  tried: { frame: string; word: string; why: string }[];
}

/** What views/explain.ejs is rendered with (as `page`). */
export interface ExplainPage {
  text: string;
  /** Null before a sentence is given. */
  explanation: Explanation | null;
  problem: string | null;
}

export interface Explanation {
  sentences: ExplainedSentence[];
  relations: ExtractedRelation[];
}
