// A process that adds articles until it is killed; it prints an article's id once its write is acknowledged.
import { openStore } from '../../dist/server/store/index.js';

const [url, prefix] = process.argv.slice(2);
const store = await openStore(url, { symmetricTypes: new Set(['talks-with']) });
const actors = ['AAA', 'BBB', 'CCC'].map((id) => ({ id, name: id, kind: 'country', aliases: [`${id} land`] }));
const span = (start, end) => ({ start, end });

for (let number = 0; ; number++) {
  const id = `${prefix}-${number}`;
  const statement = (source, type, target) => ({
    source,
    type,
    target,
    modality: 'asserted',
    speaker: null,
    frame: null,
    status: 'extracted',
    date: null,
    evidence: span(0, 10),
    cue: span(2, 8),
  });
  await store.addArticle({
    article: { id, title: id, text: 'The sentence.', url: null, publisher: null, published: null, publishedNote: null },
    actors,
    mentions: [{ actor: 'AAA', start: 0, end: 3 }],
    statements: [statement('AAA', 'supports', 'BBB'), statement('CCC', 'talks-with', 'AAA')],
    provenance: 'test',
  });
  process.stdout.write(`${id}\n`);
}
