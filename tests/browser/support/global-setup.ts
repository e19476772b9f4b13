import type { TestProject } from 'vitest/node';
import { startProgram } from '../../support/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** "http://127.0.0.1:PORT" of the program that all browser tests share; none of them changes its data. */
    origin: string;
  }
}

/** Starts the program once: laying out its actors takes seconds. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const program = await startProgram();
  provide('origin', program.origin);
  return () => program.close();
}
