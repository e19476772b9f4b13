import { describe, expect, it } from 'vitest';
import { loadConfig } from '../server/config.ts';

describe('the environment', () => {
  it('has defaults, also where a variable is empty', () => {
    expect(loadConfig({ PORT: '', HOST: undefined })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:entente.db',
      samples: true,
      logLevel: 'info',
    });
  });

  it('is read and frozen', () => {
    const config = loadConfig({
      PORT: '0',
      SAMPLES: '0',
      DATABASE_URL: 'sqlite:a.db',
      LOG_LEVEL: 'silent',
      HOST: '::1',
    });
    expect(config).toEqual({ port: 0, host: '::1', databaseUrl: 'sqlite:a.db', samples: false, logLevel: 'silent' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    ['PORT', '80a', 'PORT is "80a"; give a whole number from 0 to 65535.'],
    ['PORT', '65536', 'PORT is "65536"; give a whole number'],
    ['SAMPLES', 'yes', 'SAMPLES is "yes"; give 1 or 0.'],
    ['DATABASE_URL', 'mysql://x', 'give sqlite: and a file, for example sqlite:entente.db.'],
    ['DATABASE_URL', 'sqlite:', 'give sqlite: and a file'],
    ['LOG_LEVEL', 'loud', 'give one of fatal, error, warn'],
  ])('%s=%s is refused with the mend', (name, value, said) => {
    expect(() => loadConfig({ [name]: value })).toThrow(said);
  });
});
