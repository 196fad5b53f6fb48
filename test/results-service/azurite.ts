import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../step-runner/action-file.ts';

/** The published account and key of every Azure storage emulator. */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export interface Azurite extends AsyncDisposable {
  /** A URL that permits reading and writing a blob. */
  readonly signedUrl: (blob: string) => string;
}

/** Azurite on a free port, in memory. */
export async function startAzurite(): Promise<Azurite> {
  const port = await freePort();
  const main = join(root, 'node_modules/azurite/dist/src/blob/main.js');
  // The client uses a newer API version than Azurite supports.
  const child = spawn(
    process.execPath,
    [
      main,
      '--blobHost',
      '127.0.0.1',
      '--blobPort',
      String(port),
      '--inMemoryPersistence',
      '--disableTelemetry',
      '--silent',
      '--skipApiVersionCheck',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const base = `http://127.0.0.1:${port}/${account}`;
  process.once('exit', () => child.kill());
  await untilAnswers(base);
  const container = await fetch(`${base}/results?restype=container&${sign()}`, { method: 'PUT' });
  if (container.status !== 201)
    throw new Error(`Azurite made no container: ${container.status} ${await container.text()}`);
  return {
    signedUrl: (blob) => `${base}/results/${blob}?${sign()}`,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await new Promise((resolve) => child.once('close', resolve));
    },
  };
}

/** An account SAS, version 2020-12-06: https://learn.microsoft.com/rest/api/storageservices/create-account-sas */
function sign(): string {
  const [version, expiry, permissions, services, resources] = ['2020-12-06', '2099-01-01T00:00:00Z', 'rwac', 'b', 'co'];
  const text = [account, permissions, services, resources, '', expiry, '', 'http', version, '', ''].join('\n');
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text, 'utf8').digest('base64');
  return new URLSearchParams({
    sv: version,
    ss: services,
    srt: resources,
    se: expiry,
    spr: 'http',
    sp: permissions,
    sig: signature,
  }).toString();
}

async function untilAnswers(url: string): Promise<void> {
  const endMs = performance.now() + 60_000;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (performance.now() > endMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
