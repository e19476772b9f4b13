import type { Kysely, Migration, MigrationProvider } from 'kysely';

/** Forward migrations in order; a released one is never edited, a change is a further record. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-articles-and-statements': {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('article')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('url', 'text')
        .addColumn('publisher', 'text')
        .addColumn('published', 'text')
        .addColumn('published_note', 'text')
        .execute();
      await schema
        .createTable('sentence')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
        .addColumn('start', 'integer', (column) => column.notNull())
        .addColumn('end', 'integer', (column) => column.notNull())
        .addUniqueConstraint('sentence_span', ['article', 'start', 'end'])
        .execute();
      await schema
        .createTable('actor')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('country', 'text')
        .execute();
      await schema
        .createTable('alias')
        .addColumn('actor', 'text', (column) => column.notNull().references('actor.id').onDelete('cascade'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('alias_key', ['actor', 'name'])
        .execute();
      await schema
        .createTable('article_actor')
        .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
        .addColumn('actor', 'text', (column) => column.notNull().references('actor.id'))
        .addPrimaryKeyConstraint('article_actor_key', ['article', 'actor'])
        .execute();
      await schema
        .createTable('statement')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
        .addColumn('sentence', 'text', (column) => column.notNull().references('sentence.id'))
        .addColumn('source', 'text', (column) => column.notNull().references('actor.id'))
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull().references('actor.id'))
        .addColumn('modality', 'text', (column) => column.notNull())
        .addColumn('speaker', 'text', (column) => column.references('actor.id'))
        .addColumn('cue_start', 'integer', (column) => column.notNull())
        .addColumn('cue_end', 'integer', (column) => column.notNull())
        .addColumn('frame', 'text')
        .addColumn('provenance', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('date', 'text')
        .addColumn('day', 'text')
        .execute();
      await schema.createIndex('statement_edge').on('statement').columns(['source', 'target', 'type', 'day']).execute();
      await schema.createIndex('statement_article').on('statement').columns(['article', 'cue_start']).execute();
    },
  },
  '0002-aggregates-and-placements': {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('edge_total')
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('n', 'integer', (column) => column.notNull())
        .addColumn('first', 'text')
        .addColumn('last', 'text')
        .addPrimaryKeyConstraint('edge_total_key', ['source', 'target', 'type'])
        .execute();
      await schema
        .createTable('pair')
        .addColumn('a', 'text', (column) => column.notNull())
        .addColumn('b', 'text', (column) => column.notNull())
        .addColumn('n', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('pair_key', ['a', 'b'])
        .execute();
      await schema
        .createTable('placement')
        .addColumn('actor', 'text', (column) => column.primaryKey().references('actor.id').onDelete('cascade'))
        .addColumn('wide_x', 'real', (column) => column.notNull())
        .addColumn('wide_y', 'real', (column) => column.notNull())
        .addColumn('narrow_x', 'real', (column) => column.notNull())
        .addColumn('narrow_y', 'real', (column) => column.notNull())
        .execute();
    },
  },
  '0003-mentions': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('mention')
        .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
        .addColumn('actor', 'text', (column) => column.notNull().references('actor.id'))
        .addColumn('start', 'integer', (column) => column.notNull())
        .addColumn('end', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('mention_key', ['article', 'start', 'end', 'actor'])
        .execute();
    },
  },
  '0004-changes': {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('actor_merge')
        .addColumn('actor', 'text', (column) => column.primaryKey())
        .addColumn('kept', 'text', (column) => column.notNull().references('actor.id'))
        .execute();
      await schema
        .createTable('change')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('article', 'text')
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('undoes', 'text')
        .addColumn('root', 'text', (column) => column.notNull())
        .addColumn('undone_by', 'text')
        .execute();
      await schema.createIndex('change_article').on('change').column('article').execute();
      await schema
        .createTable('change_touch')
        .addColumn('change', 'text', (column) => column.notNull().references('change.id').onDelete('cascade'))
        .addColumn('item', 'text', (column) => column.notNull())
        .addColumn('part', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('change_touch_key', ['item', 'change', 'part'])
        .execute();
      await schema.createIndex('change_touch_change').on('change_touch').column('change').execute();
      // removing an actor asks whether anything still names it
      await schema.createIndex('statement_target').on('statement').column('target').execute();
      await schema.createIndex('statement_speaker').on('statement').column('speaker').execute();
      await schema.createIndex('statement_sentence').on('statement').column('sentence').execute();
      await schema.createIndex('article_actor_actor').on('article_actor').column('actor').execute();
      await schema.createIndex('mention_actor').on('mention').column('actor').execute();
    },
  },
};

export const migrationProvider: MigrationProvider = { getMigrations: async () => MIGRATIONS };
