/**
 * The command `import`: articles from files into the store that DATABASE_URL names, in the order of the files. What is there
 * already is left alone, and an article counts as done once it is durable: a run that was cut off is resumed by the same command.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { DATA_FOLDER, readConfig } from '../config.ts';
import { startExtractorPool } from '../extract-pool.ts';
import { EXTENSIONS, isReadable, startFileReader } from '../input/index.ts';
import { keepArticle, type Prepared, prepareArticle } from '../intake.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { placeActors } from '../place-actors.ts';
import { openStore } from '../store/index.ts';
import { countArticles, listArticles } from './import-files.ts';
import { createProgress } from './import-progress.ts';
import { runInOrder } from './in-order.ts';

const USAGE = `usage: import -- [--jobs N] [--errors FILE] [--keep-foreign] FILES…  (${EXTENSIONS.join(' ')})\n`;

interface Options {
  files: string[];
  /** Articles that are read at a time. */
  jobs: number;
  /** File for the errors, besides standard error. */
  errors: string | undefined;
  keepForeign: boolean;
}

/** Options of the command line, or what is wrong with them. */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        jobs: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
        errors: { type: 'string' },
        'keep-foreign': { type: 'boolean', default: false },
      },
    });
    const unknown = positionals.filter((file) => !isReadable(file));
    if (unknown.length > 0) return `${unknown.join(', ')}: files of this type are not read\n`;
    if (!/^[1-9]\d?$/.test(values.jobs)) return `--jobs is "${values.jobs}"; give a number from 1 to 99\n`;
    if (positionals.length === 0) return '';
    return {
      files: positionals,
      jobs: Number(values.jobs),
      errors: values.errors,
      keepForeign: values['keep-foreign'],
    };
  } catch (error) {
    return `${(error as Error).message}\n`;
  }
}

/** An article on its way: where it comes from, and what it is to become or why not. */
interface Pending {
  where: string;
  prepared: Prepared | Error;
}

async function run({ files, jobs, errors, keepForeign }: Options): Promise<void> {
  const lexicon = loadLexicon(DATA_FOLDER);
  const symmetric = [...lexicon.relationTypes.values()].filter((type) => type.symmetric);
  const store = await openStore(readConfig().databaseUrl, { symmetricTypes: new Set(symmetric.map(({ id }) => id)) });
  const pool = startExtractorPool(jobs);
  const reader = startFileReader({ threads: jobs });
  const progress = createProgress(await countArticles(files), errors);
  const deps = { store, pool, known: lexicon.actors };

  try {
    await runInOrder(
      listArticles(files, reader, jobs),
      jobs * 2,
      async ({ where, article }): Promise<Pending> => {
        if (article instanceof Error) return { where, prepared: article };
        return { where, prepared: await prepareArticle(deps, { ...article, keepForeign }).catch((error) => error) };
      },
      async ({ where, prepared }) => {
        if (prepared instanceof Error) progress.fail(where, prepared);
        else progress.add(await keepArticle(store, prepared));
      },
    );
    await placeActors(store, lexicon);
  } finally {
    progress.end();
    await Promise.all([reader.close(), pool.close()]);
    await store.close();
  }
  const { added, relations, present, failed } = progress.counts;
  process.stdout.write(`${added} added with ${relations} relations, ${present} already there, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(options + USAGE);
  process.exitCode = 2;
} else {
  await run(options);
}
