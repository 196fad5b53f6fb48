import type { Writable } from 'node:stream';

/** Writes, and waits where the other side is slow to read: until there is room for more, or nobody reads any longer. */
export async function writeFully(stream: Writable, data: string | Uint8Array): Promise<void> {
  if (stream.destroyed || stream.write(data)) return;
  const events = ['drain', 'close', 'error'];
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve();
    };
    for (const event of events) stream.on(event, settle);
  });
}
