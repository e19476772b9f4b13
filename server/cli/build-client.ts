/** Bundles the client and its styles into dist/client and puts flags, icons and the favicon beside them. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PROJECT_ROOT } from '../config.ts';

const require = createRequire(import.meta.url);
const output = path.join(PROJECT_ROOT, 'dist/client');
const FLAG_SIDE = 64;

async function bundle(): Promise<void> {
  await build({
    entryPoints: {
      main: path.join(PROJECT_ROOT, 'client/main.ts'),
      pages: path.join(PROJECT_ROOT, 'client/pages.ts'),
      early: path.join(PROJECT_ROOT, 'client/early.ts'),
    },
    outdir: output,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    loader: { '.svg': 'text' },
    legalComments: 'linked',
    logLevel: 'warning',
  });
  await build({
    entryPoints: {
      main: path.join(PROJECT_ROOT, 'client/styles/index.css'),
      cytoscape: path.join(PROJECT_ROOT, 'client/styles/cytoscape.css'),
    },
    outdir: output,
    bundle: true,
    minify: true,
    sourcemap: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    logLevel: 'warning',
  });
}

/** Sets width and height on the outer element: without them a canvas crops the picture. */
function sizeSvg(svg: string): string {
  return svg.replace(/<svg\b([^>]*)>/, (_whole, attributes: string) => {
    const kept = attributes.replace(/\s(?:width|height)="[^"]*"/g, '');
    return `<svg${kept} width="${FLAG_SIDE}" height="${FLAG_SIDE}">`;
  });
}

/** Country records with the two-letter code that names their flag; several files may hold such records. */
async function readCountries(): Promise<{ id: string; alpha2: string }[]> {
  const text = await readFile(path.join(PROJECT_ROOT, 'data/actors/countries.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { id: string; alpha2?: string })
    .flatMap(({ id, alpha2 }) => (alpha2 ? [{ id, alpha2 }] : []));
}

/** States that are no more have no flag here: their code on a plain ground stands for it. */
function drawCode(id: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${FLAG_SIDE}" height="${FLAG_SIDE}" viewBox="0 0 100 100">` +
    '<path fill="#e2ddd1" d="M0 0h100v100H0z"/><text x="50" y="50" dy=".36em" text-anchor="middle" fill="#1d1b18" ' +
    `font-family="Helvetica,Arial,Liberation Sans,sans-serif" font-size="32" font-weight="700">${id}</text></svg>`
  );
}

async function writeFlags(): Promise<void> {
  const folder = path.join(require.resolve('flag-icons/package.json'), '../flags/1x1');
  const known = new Set(await readdir(folder));
  await mkdir(path.join(output, 'flags'), { recursive: true });
  for (const { id, alpha2 } of await readCountries()) {
    const file = `${alpha2.toLowerCase()}.svg`;
    const svg = known.has(file) ? sizeSvg(await readFile(path.join(folder, file), 'utf8')) : drawCode(id);
    await writeFile(path.join(output, 'flags', `${id}.svg`), svg);
  }
}

/** The landmark that marks organisations, in the paper colour of each theme. */
async function writeLandmarks(): Promise<void> {
  const source = await readFile(require.resolve('lucide-static/icons/landmark.svg'), 'utf8');
  const papers = { light: '#FBF9F4', dark: '#171614' };
  for (const [theme, paper] of Object.entries(papers)) {
    const svg = sizeSvg(source).replace('currentColor', paper).replace('stroke-width="2"', 'stroke-width="1.75"');
    await writeFile(path.join(output, `landmark-${theme}.svg`), svg);
  }
}

/** Compressed once, so that no visit waits for it. */
async function compressFiles(): Promise<void> {
  for (const name of await readdir(output))
    if (/\.(?:js|css)$/.test(name)) {
      const file = path.join(output, name);
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
    }
}

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await bundle();
await writeLandmarks();
await compressFiles();
await cp(path.join(PROJECT_ROOT, 'client/favicon.svg'), path.join(output, 'favicon.svg'));
await writeFlags();
