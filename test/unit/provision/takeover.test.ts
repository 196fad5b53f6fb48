import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundleModule } from '../bundled-module.ts';
import { eventually } from '../eventually.ts';
import { pidsMentioning } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/**
 * A run that provisions: under a lock it has a tree of programs write into a directory that all runs share, as apt
 * does, and then makes an asset by another tree. `forever`: the programs do not end.
 */
function startRun(root: string, mark: string, pace: 'forever' | 'quick'): ChildProcess {
  const modules = temporaryDirectory();
  bundleModule('provision/store/store.ts', modules);
  const store = join(modules, 'bundled.mjs');
  const command = bundleModule('host/process/command.ts', temporaryDirectory());
  const work =
    pace === 'forever'
      ? 'while sleep 0.01; do echo half | tee -a shared >>"$1/file"; done'
      : 'echo whole >shared; sleep 0.3; cat shared >"$1/file"';
  const writer = `cd ${root}; echo working; { ${work}; } | cat; : ${mark}`;
  const script = `import { AssetStore } from ${JSON.stringify(store)};
    import { runCommand } from ${JSON.stringify(command)};
    const signal = new AbortController().signal; const store = new AssetStore(${JSON.stringify(root)});
    const onOutput = (text) => process.stdout.write(text);
    const make = async (staging) => {
      await runCommand(['/bin/sh', '-c', ${JSON.stringify(writer)}, 'sh', staging], { onOutput });
    };
    const asset = { kind: 'thing', key: '1', signal, make };
    const path = await store.withLock('apt-1', signal, () => store.provide(asset));
    console.log('provided ' + path);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function outputOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  await once(child, 'close');
  return text;
}

it(
  'of two runs on one store, one takes over when the other is killed in the middle: nothing half is used, ' +
    'nobody disturbs it',
  async () => {
    for (let round = 0; round < 3; round++) {
      const root = temporaryDirectory();
      const mark = `qdt-mark-${process.pid}-${Date.now()}-${round}`;
      const victim = startRun(root, mark, 'forever');
      if (victim.stdout !== null) await once(victim.stdout, 'data');
      const survivor = outputOf(startRun(root, mark, 'quick'));
      await new Promise((resolve) => setTimeout(resolve, 300 + round * 200));
      victim.kill('SIGKILL');
      const path = /^provided (.*)$/m.exec(await survivor)?.[1] ?? '';
      expect(readFileSync(join(path, 'file'), 'utf8')).toBe('whole\n');
      expect([readdirSync(join(root, 'assets')).length, readdirSync(join(root, 'staging'))]).toEqual([1, []]);
      await eventually(() => expect(pidsMentioning(mark)).toEqual([]));
    }
  },
);
