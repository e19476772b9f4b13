import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const lexicon = loadLexicon(DATA_FOLDER);
const extractor = createExtractor(lexicon);

/** The relations of a sentence as the frames' examples write them. */
function findIn(text: string) {
  const { relations } = extractor.extract({ id: 'example', text });
  return relations.map(({ source, type, target, modality, frame }) => ({
    source,
    type,
    target,
    modality,
    frame,
  }));
}

/**
 * Whether an actor is the one that an example names: by id, name or alias, or as those of a country who are no country
 * ("Jordanian prisoners" for Jordan).
 */
function isCalled(wanted: string, found: { id: string; name: string }): boolean {
  const { id, name, aliases } = lexicon.actors.get(found.id) ?? { ...found, aliases: [] };
  if ([id, name, found.name, ...aliases].includes(wanted)) return true;
  const demonyms =
    lexicon.countries.find((country) => country.name === wanted || country.id === wanted)?.demonyms ?? [];
  return demonyms.some((demonym) => found.name.startsWith(`${demonym} `));
}

describe('every frame', () => {
  test('there are at least 300, over all 28 types but those that titles make', () => {
    expect(lexicon.frames.length).toBeGreaterThanOrEqual(300);
    expect(new Set(lexicon.frames.map(({ relation }) => relation))).toEqual(new Set(lexicon.relationTypes.keys()));
  });

  describe.each(lexicon.frames.map((frame) => [frame.id, frame] as const))('%s', (id, frame) => {
    const symmetric = lexicon.relationTypes.get(frame.relation)?.symmetric;
    const rightIn = ({ text, source, target, modality = 'asserted' }: (typeof frame.examples)[number]) =>
      findIn(text).filter((found) => {
        if (found.type !== frame.relation || found.modality !== modality) return false;
        const isRight = isCalled(source, found.source) && isCalled(target, found.target);
        return isRight || (symmetric && isCalled(source, found.target) && isCalled(target, found.source));
      });

    // two frames of one relation may both see it
    test.each(frame.examples.map((example) => [example.text, example] as const))('finds: %s', (text, example) => {
      const seen = findIn(text).map(({ source, type, target, modality, frame: by }) =>
        [source.name, type, target.name, modality, by].join(' '),
      );
      expect(rightIn(example), seen.join('; ')).not.toEqual([]);
    });

    test('fires itself on one of its examples', () => {
      expect(frame.examples.flatMap(rightIn).map((found) => found.frame)).toContain(id);
    });

    test.each(frame.misses.map((text) => [text]))('leaves alone: %s', (text) => {
      expect(findIn(text).filter((relation) => relation.frame === id)).toEqual([]);
    });
  });
});
