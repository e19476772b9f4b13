/**
 * How soon the graph of the page can be used, beside Cytoscape alone: one browser, the two in turn, each visit with an
 * empty cache. "Alone" is a page with nothing but Cytoscape, which fetches the same elements and draws them with the
 * default options and a layout of Cytoscape's own: `grid`, its default, or `cose`, which like ours looks at relations.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const VISITS = 11;
const LAYOUTS = ['grid', 'cose'];
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Starts the built program with the sample on a free port. */
async function startProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const env = { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    const port = /http:\/\/[^\s/]+:(\d+)/.exec(output)?.[1];
    if (port === undefined) continue;
    const close = async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    };
    return { origin: `http://127.0.0.1:${port}`, close };
  }
  throw new Error(`The program ended: ${output}`);
}

const bare = (layout) => `<!doctype html><html><head><title>Cytoscape alone</title>
<style>html,body,#canvas{height:100%;margin:0}</style><script src="/bare/cytoscape.js"></script></head>
<body><div id="canvas"></div><script type="module">
const { elements } = await (await fetch('/api/graph')).json();
const cy = cytoscape({ container: document.getElementById('canvas'), elements, layout: { name: '${layout}' } });
</script></body></html>`;

/** Notes when the drawn graph stands still and answers: its layout is done and a frame has been painted. */
function watch() {
  const look = () => {
    const cy = document.getElementById('canvas')?._cyreg?.cy;
    if (!cy || cy.nodes().empty()) return requestAnimationFrame(look);
    const settle = (before) =>
      requestAnimationFrame(() => {
        const now = JSON.stringify(cy.nodes().map((node) => node.position()));
        // The frame in which nothing has moved since the one before is the first that can be used.
        if (now !== before) return settle(now);
        window.interactiveAt = performance.now();
      });
    return settle('');
  };
  requestAnimationFrame(look);
}

async function visit(browser, origin, layout) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  if (layout) {
    const library = readFileSync(join(root, 'node_modules/cytoscape/dist/cytoscape.min.js'), 'utf8');
    await page.route('**/bare/cytoscape.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: library }),
    );
    await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: bare(layout) }));
  }
  await page.goto(layout ? `${origin}/bare` : origin);
  const time = await (await page.waitForFunction(() => window.interactiveAt, null, { timeout: 60_000 })).jsonValue();
  await context.close();
  return time;
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const program = await startProgram();
const executablePath = process.env.CHROMIUM || installed.find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const kinds = [null, ...LAYOUTS];
  const times = new Map(kinds.map((kind) => [kind, []]));
  for (const kind of kinds) await visit(browser, program.origin, kind);
  for (let round = 0; round < VISITS; round += 1)
    for (const kind of kinds) times.get(kind).push(await visit(browser, program.origin, kind));
  const own = median(times.get(null));
  console.log(`the page: ${Math.round(own)} ms`);
  for (const layout of LAYOUTS) {
    const alone = median(times.get(layout));
    console.log(`Cytoscape alone, ${layout}: ${Math.round(alone)} ms, ratio ${(own / alone).toFixed(2)}`);
  }
} finally {
  await browser.close();
  await program.close();
}
