import { expect, test } from 'vitest';
import { createExtractor } from '../../server/extract.ts';
import { lexicon } from '../support/sample-index.ts';

/** The relations that were confirmed by hand on the sample's page, and those that the extractor finds there by itself. */
test('most of the relations confirmed by hand in the sample are found by themselves', () => {
  const extractor = createExtractor(lexicon);
  const report = lexicon.samples.map(({ article, statements }) => {
    const { relations } = extractor.extract({ id: article.id, text: article.text, published: article.published });
    const keyOf = (source: string, type: string, target: string): string => {
      const ends = lexicon.relationTypes.get(type)?.symmetric ? [source, target].sort() : [source, target];
      return [ends[0], type, ends[1]].join(' ');
    };
    const found = new Set(relations.map(({ source, type, target }) => keyOf(source.id, type, target.id)));
    const wanted = [...new Set(statements.map(({ source, type, target }) => keyOf(source, type, target)))];
    const missed = wanted.filter((key) => !found.has(key));
    return { article: article.id, wanted: wanted.length, found: wanted.length - missed.length, missed };
  });
  console.log(report.map(({ article, found, wanted }) => `${article}: ${found} of ${wanted} relations`).join('\n'));
  for (const { wanted, found, missed } of report) expect(found / wanted, missed.join('; ')).toBeGreaterThan(0.5);
});
