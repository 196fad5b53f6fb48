// A process that makes one asset of many files in the store that it is given, slowly, and says what it does.
// Bundled and started by store.test.ts: `node … ROOT KEY FILES PAUSE_MS`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AssetStore } from '../../../src/provision/store/store.ts';

const [root = '', key = '', files = '0', pauseMs = '0'] = process.argv.slice(2);
const path = await new AssetStore(root).provide({
  kind: 'test',
  key,
  signal: new AbortController().signal,
  make: async (staging) => {
    console.log('making');
    for (let index = 0; index < Number(files); index += 1) {
      writeFileSync(join(staging, String(index)), `${process.pid}`);
      await setTimeout(Number(pauseMs));
    }
  },
});
console.log(`provided ${path}`);
