/** The pipeline's own run on a text, stage by stage in words: the tool with which a frame is written. */
import type { Extractor } from './extract.ts';
import type { Lexicon } from './lexicon/index.ts';
import type { ExplainedSentence, Explanation } from './types.ts';

export function explain(extractor: Extractor, lexicon: Lexicon, text: string): Explanation {
  const { read, traces, extraction } = extractor.trace({ id: 'text', text });
  const nameOf = (id: string): string => {
    if (id.startsWith('@')) return id === '@I' ? 'the speaker' : 'those the speaker acts for';
    return read.actor(id)?.name ?? id;
  };
  const sentences = read.sentences.map(({ sentence, tree, phrases, ties }, number): ExplainedSentence => {
    const words = (first: number, last: number): string => text.slice(tree.token(first).start, tree.token(last).end);
    const mentions: ExplainedSentence['mentions'] = [];
    for (let at = 1; at <= tree.length; at++)
      for (const { actor, first, last } of phrases.known(at))
        if (!mentions.some((mention) => mention.first === first && mention.last === last && mention.actor === actor))
          mentions.push({
            first,
            last,
            words: words(first, last),
            actor,
            name: nameOf(actor),
            kind: read.actor(actor)?.kind ?? null,
          });
    const trace = traces[number] ?? { matches: [], misses: [] };
    return {
      text: text.slice(sentence.start, sentence.end),
      kind: sentence.kind,
      tokens: sentence.tokens,
      mentions,
      ties: ties.map((tie) => ({
        source: nameOf(tie.source),
        type: tie.type,
        target: nameOf(tie.target),
        words: words(tie.first, tie.last),
        frame: tie.frame,
      })),
      fired: trace.matches.map(({ match, modality, modalityTrigger, speaker, speakerTrigger, dropped }) => ({
        frame: match.frame.id,
        relation: lexicon.relationTypes.get(match.frame.relation)?.label ?? match.frame.relation,
        word: tree.token(match.at).form,
        cue: words(...match.cue),
        sources: match.sources.map(({ actor, first, last }) => ({ name: nameOf(actor), words: words(first, last) })),
        targets: match.targets.map(({ actor, first, last }) => ({ name: nameOf(actor), words: words(first, last) })),
        modality,
        modalityTrigger: modalityTrigger === null ? null : tree.token(modalityTrigger).form,
        speaker: speaker === null ? null : nameOf(speaker),
        speakerTrigger: speakerTrigger === null ? null : tree.token(speakerTrigger).form,
        dropped,
      })),
      tried: trace.misses.map(({ frame, at, why }) => ({ frame: frame.id, word: tree.token(at).form, why })),
    };
  });
  return { sentences, relations: extraction.relations };
}
