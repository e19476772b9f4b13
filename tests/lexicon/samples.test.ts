import { describe, expect, it } from 'vitest';
import { lexicon } from '../support/sample-index.ts';

/** Every statement of the sample as it was checked by hand: source type target, modality, speaker: cue. */
const STATEMENTS = [
  'khawaja-asif holds-office-in PAK, asserted, the article: Pakistan’s Foreign Minister Khawaja Asif',
  'khawaja-asif visits RUS, planned, the article: will visit Moscow',
  'khawaja-asif talks-with sergey-lavrov, planned, the article: talks with his Russian counterpart, Sergey Lavrov',
  'sergey-lavrov holds-office-in RUS, asserted, the article: his Russian counterpart, Sergey Lavrov',
  'PAK talks-with RUS, planned, the article: Pakistan and Russia plan high-level talks',
  'PAK cooperates-with RUS, hypothetical, the article: both could promote political talks',
  'maria-zakharova holds-office-in RUS, asserted, the article: Russian Foreign Ministry official Maria Zakharova',
  'maria-zakharova holds-office-in russian-foreign-ministry, asserted, the article: Russian Foreign Ministry official Maria Zakharova',
  'russian-foreign-ministry based-in RUS, asserted, the article: Russian Foreign Ministry',
  'RUS talks-with PAK, asserted, maria-zakharova: keeps in close political contact with Islamabad',
  'RUS cooperates-with PAK, asserted, maria-zakharova: works well with it internationally',
  'RUS talks-with PAK, planned, RUS: this will continue',
  'PAK supports RUS, asserted, the article: Besides Pakistan, China, Iran and the Central Asian states back Russia’s regional Afghan peace initiative',
  'CHN supports RUS, asserted, the article: back Russia’s regional Afghan peace initiative',
  'IRN supports RUS, asserted, the article: back Russia’s regional Afghan peace initiative',
  'central-asian-states supports RUS, asserted, the article: back Russia’s regional Afghan peace initiative',
  'USA hostile-to PAK, asserted, ayaz-wazir: worsening Pakistan-US relations',
  'PAK allied-with RUS, asserted, ayaz-wazir: drawing Islamabad and Moscow together',
  'PAK attacks USA, negated, ayaz-wazir: Neither Pakistan nor Russia wants to fight the US',
  'RUS attacks USA, negated, ayaz-wazir: Neither Pakistan nor Russia wants to fight the US',
  'USA hostile-to RUS, asserted, ayaz-wazir: sees Russia as a major threat',
  'USA hostile-to PAK, asserted, ayaz-wazir: is hostile to Pakistan',
  'USA suspends-aid-to PAK, asserted, ayaz-wazir: suspending aid to Pakistan',
  'USA sanctions PAK, asserted, ayaz-wazir: is moving to put Pakistan on a global terrorist-financing watch list',
  'USA attacks PAK, hypothetical, ayaz-wazir: If the US harms Pakistan',
  'PAK allied-with RUS, asserted, ayaz-wazir: has a good understanding with Russia',
  'CHN supports AFG, asserted, ayaz-wazir: support a peaceful Afghan solution',
  'IRN supports AFG, asserted, ayaz-wazir: support a peaceful Afghan solution',
  'TUR supports AFG, asserted, ayaz-wazir: support a peaceful Afghan solution',
  'central-asian-states supports AFG, asserted, ayaz-wazir: support a peaceful Afghan solution',
  'USA threatens RUS, asserted, said-nazir-mohmand: America’s threatening posture towards Russia and Pakistan',
  'USA threatens PAK, asserted, said-nazir-mohmand: America’s threatening posture towards Russia and Pakistan',
  'PAK allied-with RUS, asserted, said-nazir-mohmand: brings the two closer',
  'PAK rejects USA, asserted, said-nazir-mohmand: is strategically defying US policies',
  'PAK allied-with CHN, asserted, said-nazir-mohmand: has a trusted friend in China',
  'PAK allied-with RUS, hypothetical, said-nazir-mohmand: building up relations with Russia',
  'USA suspends-aid-to PAK, hypothetical, said-nazir-mohmand: suspends or ends military cooperation with Pakistan',
  'PAK cooperates-with USA, hypothetical, said-nazir-mohmand: suspends or ends military cooperation with Pakistan',
  'PAK cooperates-with RUS, hypothetical, said-nazir-mohmand: could turn to these countries instead',
  'PAK cooperates-with CHN, hypothetical, said-nazir-mohmand: could turn to these countries instead',
  'PAK cooperates-with IRN, hypothetical, said-nazir-mohmand: could turn to these countries instead',
  'PAK cooperates-with TUR, hypothetical, said-nazir-mohmand: could turn to these countries instead',
  'PAK cooperates-with central-asian-states, hypothetical, said-nazir-mohmand: could turn to these countries instead',
  'RUS supplies-arms-to PAK, asserted, said-nazir-mohmand: has already given Pakistan four advanced Mi-35M attack helicopters',
];

const sample = lexicon.samples.find(({ article }) => article.id === 'moscow-talks-2018');

describe('the sample of the Moscow talks', () => {
  it('says what was checked by hand', () => {
    const found = sample?.statements.map(
      ({ source, type, target, modality, speaker, cue }) =>
        `${source} ${type} ${target}, ${modality}, ${speaker ?? 'the article'}: ${cue.text}`,
    );
    expect(found).toEqual(STATEMENTS);
  });

  it('points at whole sentences and at cues within them', () => {
    const { text = '' } = sample?.article ?? {};
    for (const { evidence, cue } of sample?.statements ?? []) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
      expect(evidence.text).toMatch(/^\p{Lu}[\s\S]*\.$/u);
      expect(text.slice(0, evidence.start)).toMatch(/(^|\. |\n\n)$/);
      expect(text.slice(cue.start, cue.end)).toBe(cue.text);
      expect(cue.start >= evidence.start && cue.end <= evidence.end).toBe(true);
    }
  });

  it('names each of its actors where it says so, and a statement of two ends has both named before its sentence ends', () => {
    const { text = '' } = sample?.article ?? {};
    const mentions = sample?.mentions ?? [];
    for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
    expect(new Set(mentions.map(({ actor }) => actor))).toEqual(new Set(sample?.actors.map(({ id }) => id)));
    for (const { source, target, evidence } of sample?.statements ?? [])
      for (const actor of [source, target])
        expect(mentions.some((mention) => mention.actor === actor && mention.start < evidence.end)).toBe(true);
  });

  it('is a brief of 180 to 280 words whose inferred date is said to be inferred', () => {
    const { text = '', published, publishedNote } = sample?.article ?? {};
    const words = text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(180);
    expect(words).toBeLessThanOrEqual(280);
    expect(published).toBe('2018-02-19');
    expect(publishedNote).toMatch(/inferred/);
  });
});
