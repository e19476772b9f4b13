import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Not of the project; `.git` is a file where the folder is a second working tree of a repository. */
const skipped = new Set(['node_modules', 'dist', '.git', 'coverage']);
const text = /(\.(c?js|mjs|css|ejs|html|json|jsonl|md|svg|ts|txt|ya?ml)|(^|\/)(LICENSE|run|\.[a-z]+))$/;

/** Text files of the project as paths from its root with `/`, sorted; without what is installed or built. */
export function listSourceFiles(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory()) return [];
    return listSourceFiles(join(root, entry.name)).map((path) => `${entry.name}/${path}`);
  });
  return paths.filter((path) => text.test(path)).sort();
}
