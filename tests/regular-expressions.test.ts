import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../server/config.ts';
import { listSourceFiles } from './support/source-files.ts';

/** Every regular expression that the server's code holds, with its file; commands read what their user gives them. */
function listExpressions(): [where: string, source: string, flags: string][] {
  const found = new Map<string, [string, string, string]>();
  for (const file of listSourceFiles(path.join(PROJECT_ROOT, 'server')).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('cli/'),
  )) {
    const code = ts.createSourceFile(
      file,
      readFileSync(path.join(PROJECT_ROOT, 'server', file), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
        found.set(`${source}/${flags}`, [file, source, flags]);
      }
      ts.forEachChild(node, visit);
    };
    visit(code);
  }
  return [...found.values()];
}

// text comes from anybody: no expression may take more than a time in step with its length, or nearly so
describe('the regular expressions', () => {
  const expressions = listExpressions();

  test('are found', () => {
    expect(expressions.length).toBeGreaterThan(50);
  });

  test('recheck tells a bad one', () => {
    expect(checkSync('^(a+)+$', '').status).toBe('vulnerable');
  });

  test.each(expressions)(
    '%s: /%s/%s',
    (_file, source, flags) => {
      expect(checkSync(source, flags, { timeout: 5000 }).status).not.toBe('vulnerable');
    },
    20_000,
  );
});
