/** The command `explain`: a text as its argument → every stage of its extraction, and why frames did or did not fire. */
import { DATA_FOLDER } from '../config.ts';
import { explain } from '../explain.ts';
import { createExtractor } from '../extract.ts';
import { loadLexicon } from '../lexicon/index.ts';
import type { ExplainedSentence } from '../types.ts';
import { drawTree } from './draw-tree.ts';
import { write } from './lines.ts';

const list = (title: string, lines: string[]): string[] =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
const ends = (fillers: { name: string; words: string }[]): string =>
  fillers.map(({ name, words }) => (words === name ? name : `${name} (“${words}”)`)).join(', ') || '(the same)';

function describe({ text, kind, tokens, mentions, ties, fired, tried }: ExplainedSentence): string {
  return [
    kind === 'sentence' ? text : `${text} (${kind})`,
    '',
    drawTree(tokens),
    ...list(
      'Mentions',
      mentions.map(({ words, name, kind: actorKind }) => `${words} → ${name}${actorKind ? `, ${actorKind}` : ''}`),
    ),
    ...list(
      'Titles and appositions',
      ties.map(({ source, type, target, words }) => `${source} ${type} ${target}: “${words}”`),
    ),
    ...list(
      'Frames that fit',
      fired.flatMap((match) => [
        `${match.frame} on “${match.word}”: ${ends(match.sources)} → ${match.relation} → ${ends(match.targets)}`,
        `  cue “${match.cue}”, ${match.modality}${match.modalityTrigger ? ` by “${match.modalityTrigger}”` : ''}, ${
          match.speaker
            ? `says ${match.speaker}${match.speakerTrigger ? ` (“${match.speakerTrigger}”)` : ''}`
            : 'says the text itself'
        }`,
        ...(match.dropped ? [`  no relation: ${match.dropped}`] : []),
      ]),
    ),
    ...list(
      'Frames that do not',
      tried.map(({ frame, word, why }) => `${frame} on “${word}”: ${why}`),
    ),
  ].join('\n');
}

const text = process.argv.slice(2).join(' ');
if (text.trim() === '') {
  process.stderr.write('usage: explain -- "A sentence."\n');
  process.exitCode = 2;
} else {
  const lexicon = loadLexicon(DATA_FOLDER);
  const { sentences, relations } = explain(createExtractor(lexicon), lexicon, text);
  const found = relations.map(
    ({ source, label, target, modality, speaker }) =>
      `${source.name} — ${label} → ${target.name} (${modality}${speaker ? `, says ${speaker.name}` : ''})`,
  );
  await write(
    `${[
      ...sentences.map(describe),
      list('Relations', found.length > 0 ? found : ['none'])
        .join('\n')
        .trimStart(),
    ].join('\n\n')}\n`,
  );
}
