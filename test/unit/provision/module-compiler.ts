import type { ModuleCompiler } from '../../../src/provision/compiler/module-compiler.ts';

/** The gcc on PATH, for tests that are about something else. */
export const hostGcc: ModuleCompiler = {
  family: 'gcc',
  major: 12,
  title: 'gcc (Debian 12.2.0-14) 12.2.0',
  key: 'gcc 12',
  command: 'gcc',
  makeArgs: [],
  flags: [],
  env: {},
  strip: '/usr/bin/strip',
  starter: undefined,
};
