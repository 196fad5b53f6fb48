import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface SecondOpinion extends AsyncDisposable {
  readonly url: string;
}

/** An independent server for artifacts. (Its cache has the older protocol without prefixes.) */
export async function startSecondOpinion(directory: string): Promise<SecondOpinion> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'dtu.mjs'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\S+/.exec(text)?.[0];
      if (found !== undefined) resolve(`${found}/`);
    });
    void ended.then(() => reject(new Error('dtu-github-actions did not start')));
  });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}
