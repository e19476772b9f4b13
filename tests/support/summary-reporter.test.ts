import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const reporter = fileURLToPath(new URL('./summary-reporter.ts', import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs vitest on files (name → text) in a folder of their own; resolves to the last line and the exit code. */
function runTests(files: Record<string, string>): Promise<{ line: string | undefined; code: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-summary-'));
  folders.push(folder);
  symlinkSync(modules, join(folder, 'node_modules'));
  const config = `import { SummaryReporter } from ${JSON.stringify(reporter)};
    export default { server: { host: '127.0.0.1' }, test: { reporters: ['default', new SummaryReporter()] } };`;
  for (const [name, text] of Object.entries({ 'vitest.config.ts': config, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const child = spawn(process.execPath, [join(modules, 'vitest', 'vitest.mjs'), 'run'], { cwd: folder, env });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.resume();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ line: output.trimEnd().split('\n').at(-1), code }));
  });
}

const head = "import { beforeAll, describe, expect, test } from 'vitest';\n";
const passing = `${head}test('a', () => {});`;

describe.concurrent('summary line', { timeout: 60_000 }, () => {
  test('counts what passed and was skipped', async () => {
    const text = `${passing} test('b', () => {}); test.skip('c', () => {});`;
    expect(await runTests({ 'a.test.ts': text })).toEqual({ line: '2 passed, 0 failed, 1 skipped', code: 0 });
  });

  test('leaves out the skipped where there are none', async () => {
    expect(await runTests({ 'a.test.ts': passing })).toEqual({ line: '1 passed, 0 failed', code: 0 });
  });

  test('counts a failed test', async () => {
    const text = `${passing} test('b', () => expect(1).toBe(2));`;
    expect(await runTests({ 'a.test.ts': text })).toEqual({ line: '1 passed, 1 failed', code: 1 });
  });

  test('counts every file that does not load', async () => {
    const broken = "throw new Error('not loaded');";
    const files = { 'a.test.ts': passing, 'b.test.ts': broken, 'c.test.ts': broken };
    expect(await runTests(files)).toEqual({ line: '1 passed, 2 failed', code: 1 });
  });

  test('counts every hook that throws', async () => {
    const suite = "describe('s', () => { beforeAll(() => { throw new Error('hook'); }); test('b', () => {}); });";
    expect(await runTests({ 'a.test.ts': `${passing} ${suite} ${suite}` })).toEqual({
      line: '1 passed, 2 failed, 2 skipped',
      code: 1,
    });
  });

  test('counts every rejection outside of a test', async () => {
    const stray = "void Promise.reject(new Error('stray'));";
    const text = `${passing} ${stray} ${stray}`;
    expect(await runTests({ 'a.test.ts': text })).toEqual({ line: '1 passed, 2 failed', code: 1 });
  });

  test('counts a worker that dies', async () => {
    const files = { 'a.test.ts': `${head}test('a', () => process.kill(process.pid, 'SIGKILL'));` };
    const { line, code } = await runTests(files);
    expect(code).not.toBe(0);
    expect(line).toMatch(/^0 passed, [1-9]\d* failed$/);
  });

  test('fails a run without a test', async () => {
    expect(await runTests({})).toEqual({ line: '0 passed, 1 failed', code: 1 });
  });

  test('fails a run that skips all tests', async () => {
    const files = { 'a.test.ts': `${head}test.skip('a', () => {});` };
    expect(await runTests(files)).toEqual({ line: '0 passed, 1 failed, 1 skipped', code: 1 });
  });

  test('fails when the run ends before its tests', async () => {
    const config = { 'global.ts': "export const setup = () => { throw new Error('setup'); };" };
    const text = `import { SummaryReporter } from ${JSON.stringify(reporter)};
      export default { server: { host: '127.0.0.1' }, test: { globalSetup: './global.ts', reporters: ['default', new SummaryReporter()] } };`;
    const { line, code } = await runTests({ ...config, 'vitest.config.ts': text, 'a.test.ts': passing });
    expect(code).not.toBe(0);
    expect(line).toMatch(/^0 passed, [1-9]\d* failed$/);
  });
});
