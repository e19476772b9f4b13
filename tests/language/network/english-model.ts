import path from 'node:path';
import { PROJECT_ROOT } from '../../../server/config.ts';
import { readModel } from '../../../server/language/network/model-file.ts';

/** The model that the program ships. */
export const MODEL_FILE = path.join(PROJECT_ROOT, 'data/model/english.model');
export const { lexicon } = readModel(MODEL_FILE);
