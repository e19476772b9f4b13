import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of @sparticuz/chromium in package.json: another version unpacks into another folder. */
const version = '147.0.0';

interface UnpackedBrowser {
  executablePath: string;
  /** What the process of the browser needs to find the libraries and the font that came with it. */
  env: Record<string, string>;
}

/**
 * The browser inside the npm package @sparticuz/chromium, unpacked once a machine into the folder of temporary files
 * (190 MB). It brings the libraries and a font that a bare Linux lacks.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const folder = join(tmpdir(), `entente-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder },
  };
}

/** Unpacks beside the folder and renames at the end, so that no other process sees half a browser. */
async function unpackInto(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  const before = { ...process.env };
  // The package reads both while it is imported and unpacks, and writes variables of its own.
  process.env.TMPDIR = draft;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  // The package's own fonts.conf names one fixed folder, wherever it was unpacked.
  await writeFile(join(draft, 'fonts.conf'), describeFonts(folder));
  await mkdir(join(draft, 'font-cache'));
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function describeFonts(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}
