import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Path of the script behind a command of an installed package. */
function findScript(packageName: string, command: string): string {
  const folder = `${root}node_modules/${packageName}/`;
  const manifest = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { bin: Record<string, string> };
  const script = manifest.bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return folder + script;
}

/** Runs a command of the project at its root; resolves to '' on success, else to everything it printed. */
function complaintsOf(packageName: string, command: string, args: string[]): Promise<string> {
  const script = findScript(packageName, command);
  const options = { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}`.trim() || error.message : '');
    });
  });
}

describe('quality', { timeout: 120_000 }, () => {
  test('types of the server and the tests', async () => {
    expect(await complaintsOf('typescript', 'tsc', ['-p', '.'])).toBe('');
  });

  test('types of the client', async () => {
    expect(await complaintsOf('typescript', 'tsc', ['-p', 'client'])).toBe('');
  });

  test('lint and format', async () => {
    expect(await complaintsOf('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.'])).toBe('');
  });

  test('no unused file, export or dependency', async () => {
    expect(await complaintsOf('knip', 'knip', [])).toBe('');
  });
});
