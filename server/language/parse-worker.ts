/** What a thread of the pool runs: the model is loaded once a thread. */
import type { Sentence } from '../types.ts';
import { loadEnglish } from './index.ts';

const english = loadEnglish();

export default (text: string): Sentence[] => english.parse(text);
