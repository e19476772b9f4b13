import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRules, stages } from './support/import-rules.ts';
import { listSourceFiles } from './support/source-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Reads server/ and client/ of a folder laid out like the project, and judges every import. */
async function readImports(folder: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['server', 'client'],
    {
      baseDir: folder,
      ruleSet: { forbidden: importRules },
      validate: true,
      // Types count as imports: a stage that knows another one's types depends on it.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    },
    { conditionNames: ['import', 'node', 'types', 'default'], exportsFields: ['exports'] },
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/** One line a broken rule: "rule: from → to (reason)". */
function describeViolations(result: ICruiseResult): string[] {
  const reasons = new Map(importRules.map(({ name, comment }) => [name, comment]));
  return result.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to} (${reasons.get(rule.name)})`,
  );
}

describe('imports', { timeout: 60_000 }, () => {
  let result: ICruiseResult;
  let own: string[];

  beforeAll(async () => {
    result = await readImports(root);
    own = result.modules.map(({ source }) => source).filter((source) => /^(server|client)\/.*\.ts$/.test(source));
  }, 60_000);

  test('every file of the server and the client is read', () => {
    const present = listSourceFiles(root).filter((path) => /^(server|client)\/.*\.ts$/.test(path));
    expect(present).toContain('server/types.ts');
    expect(own).toEqual(expect.arrayContaining(present));
    const edges = result.modules.flatMap(({ source, dependencies }) => dependencies.map((to) => [source, to.resolved]));
    expect(edges.filter(([, to]) => to === 'server/types.ts')).not.toEqual([]);
  });

  test('every file belongs to one stage', () => {
    const strays = own.filter((path) => stages.filter(({ files }) => new RegExp(files).test(path)).length !== 1);
    expect(strays).toEqual([]);
  });

  test('no rule is broken', () => {
    expect(describeViolations(result)).toEqual([]);
  });
});

describe('import rules', { timeout: 60_000 }, () => {
  /** One import against the rules: the file that makes it, its line, and the rule that must report it. */
  const bad: [from: string, line: string, rule: string][] = [
    ['server/types.ts', "import { a } from './graph/a.ts';", 'types imports no other stage'],
    ['server/errors.ts', "import { a } from './config.ts';", 'errors imports no other stage'],
    ['server/config.ts', "import { a } from './store/a.ts';", 'config imports no other stage'],
    ['server/lexicon/b.ts', "import { a } from '../language/a.ts';", 'lexicon imports no other stage'],
    ['server/language/b.ts', "import { a } from '../lexicon/a.ts';", 'language imports no other stage'],
    ['server/actors/b.ts', "import { a } from '../relations/a.ts';", 'actors imports no other stage'],
    ['server/relations/b.ts', "import { a } from '../extract.ts';", 'relations imports no other stage'],
    ['server/extract.ts', "import { a } from './store/a.ts';", 'extract imports no other stage'],
    ['server/store/b.ts', "import type { a } from '../graph/a.ts';", 'store imports no other stage'],
    ['server/graph/b.ts', "import type { a } from '../store/a.ts';", 'graph imports no other stage'],
    ['server/input/b.ts', "import { a } from '../language/a.ts';", 'input imports no other stage'],
    ['server/export/b.ts', "import { a } from '../store/a.ts';", 'export imports no other stage'],
    ['server/api/b.ts', "import { a } from '../pages/a.ts';", 'api imports no other stage'],
    ['server/pages/b.ts', "import { a } from '../api/a.ts';", 'pages imports no other stage'],
    ['server/samples.ts', "import { a } from './api/a.ts';", 'start imports no other stage'],
    ['server/cli/b.ts', "import { a } from '../app.ts';", 'cli imports no other stage'],
    ['server/app.ts', "import { a } from './main.ts';", 'app imports no other stage'],
    ['server/main.ts', "import { a } from './cli/a.ts';", 'main imports no other stage'],
    ['client/b.ts', "import type { a } from '../server/graph/a.ts';", 'client imports no other stage'],
    ['client/b.ts', "import { a } from '../server/types.ts';", 'client imports only types of the server'],
    [
      'client/b.ts',
      "import types from '../data/relation-types.json' with { type: 'json' };",
      'client imports no other stage',
    ],
    ['client/b.ts', "import { join } from 'node:path';", 'client uses nothing of Node'],
    ['client/b.ts', "import cytoscape from 'cytoscape';", 'cytoscape only in client/graph'],
    ['client/b.ts', "import type { Core } from 'cytoscape';", 'cytoscape only in client/graph'],
    ['server/store/b.ts', "import express from 'express';", 'express only in app, api and pages'],
    ['server/errors.ts', "import type { Request } from 'express';", 'express only in app, api and pages'],
    ['server/graph/b.ts', "import { sql } from 'kysely';", 'SQL only in the store'],
    ['server/api/b.ts', "import Database from 'libsql';", 'SQL only in the store'],
    ['server/graph/b.ts', "import { a } from './missing.ts';", 'every import is found'],
    ['server/graph/a.ts', "export { b } from './b.ts';", 'no cycle'],
  ];
  const good: [from: string, line: string][] = [
    ['server/relations/b.ts', "import { a } from '../actors/a.ts';"],
    ['server/api/b.ts', "import { a } from '../store/a.ts';"],
    ['server/store/b.ts', "import { sql } from 'kysely';"],
    ['client/b.ts', "import type { a } from '../server/types.ts';"],
    ['client/b.ts', "import messages from '../data/messages.json' with { type: 'json' };"],
    ['client/graph/graph-view.ts', "import cytoscape from 'cytoscape';"],
  ];
  const folders: string[] = [];

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** A project of one file a stage, plus the given line in the given file; returns the broken rules. */
  async function judge(from: string, line: string): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'entente-imports-'));
    folders.push(folder);
    const write = (path: string, text: string): void => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const { files } of stages) {
      if (files.endsWith('/')) write(`${files.slice(1)}a.ts`, 'export const a = 1;\n');
    }
    for (const name of ['types', 'errors', 'config', 'extract', 'samples', 'app', 'main']) {
      write(`server/${name}.ts`, 'export const a = 1;\n');
    }
    write('data/messages.json', '{}');
    write('data/relation-types.json', '[]');
    write('server/graph/b.ts', "import { a } from './a.ts';\nexport const b = a;\n");
    for (const name of ['cytoscape', 'express', 'kysely', 'libsql']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'export default 1;\n');
    }
    write(from, `${line}\nexport const a = 1;\n`);
    return (await readImports(folder)).summary.violations.map(({ rule }) => rule.name);
  }

  test.each(bad)('%s: %s is reported', async (from, line, rule) => {
    expect(await judge(from, line)).toContain(rule);
  });

  test.each(good)('%s: %s is allowed', async (from, line) => {
    expect(await judge(from, line)).toEqual([]);
  });
});

describe('source files', () => {
  const files = listSourceFiles(root);

  test('only main and config read the environment', () => {
    const readers = files
      .filter((path) => /^(server|client)\/.*\.ts$/.test(path))
      .filter((path) => /process\s*(\?\.|\.)\s*env|process\s*\[|\benv\b[^;\n]*from 'node:process'/.test(read(path)));
    expect(readers.filter((path) => path !== 'server/main.ts' && path !== 'server/config.ts')).toEqual([]);
  });

  test('none names a folder of the machine it was written on', () => {
    const machinePath = /(?<![\w.:/~*{}-])(?:\/(?:home|Users|root|work|mnt|media|tmp)\/[\w.-]+|[A-Z]:\\\\?[\w.-]+\\)/;
    expect(files).toContain('package.json');
    const named = files.flatMap((path) => {
      const found = machinePath.exec(read(path));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(named).toEqual([]);
  });

  function read(path: string): string {
    return readFileSync(join(root, path), 'utf8');
  }
});
