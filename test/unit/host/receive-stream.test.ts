import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receiveStream } from '../../../src/host/files/byte-streams.ts';
import { isSystemError } from '../../../src/host/system-error.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('receiveStream', () => {
  it('gives what one sender sent', async () => {
    const path = join(temporaryDirectory(), 'state');
    using receiver = await receiveStream(path, 100);
    connect(path).end('the state');
    expect((await receiver.received).toString()).toBe('the state');
  });

  it('takes no more than it may', async () => {
    const path = join(temporaryDirectory(), 'state');
    using receiver = await receiveStream(path, 100);
    connect(path)
      .on('error', () => undefined)
      .end('x'.repeat(200_000));
    const error: unknown = await receiver.received.catch((reason: unknown) => reason);
    expect([isSystemError(error), String(error)]).toEqual([true, 'Error: more than 100 bytes were sent']);
  });
});
