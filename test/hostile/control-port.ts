import { Duplex } from 'node:stream';
import { AgentLost, AgentRefusal } from '../../src/run/agent/agent-message.ts';
import { AgentSession } from '../../src/run/agent/agent-session.ts';
import { attackWith } from './family.ts';
import { oddText, spoilt } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';

const token = 'feedfacefeedfacefeedfacefeedface';

/** Writes to the agent's port what a guest might write, taken over or not. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  const knowsToken = random.below(3) !== 0;
  const parts = Array.from({ length: 1 + random.below(60) }, () => pieceOf(random, knowsToken));
  await attackWith({ what: 'control port', seed, parts, complaintOf });
}

/** A part of what is sent: lines, partial lines, or garbage. */
function pieceOf(random: Random, knowsToken: boolean): Buffer {
  const from = knowsToken
    ? random.oneOf([token, token, token, `${token} `, token.slice(1), token.toUpperCase()])
    : random.oneOf(['', '0'.repeat(32), token.slice(0, 31)]);
  const line = random.oneOf([
    'ready 1 6.12.0',
    'ready 1 6.12.0',
    'ready 2 6.12.0',
    `ready 1 ${oddText(random)}`,
    `${from} ok session`,
    `${from} ok folder`,
    `${from} failed folder ${oddText(random)}`,
    `${from} begin run`,
    `${from} begin shell`,
    `${from} beat 1`,
    `${from} end run ${random.below(300)}`,
    `${from} end run ${oddText(random)}`,
    `${from} end ${oddText(random)} 0`,
    `${from} done`,
    `${from} ${oddText(random)}`,
    from,
    oddText(random),
    'x'.repeat(random.below(10_000)),
    '',
  ]);
  const bytes = spoilt(random, Buffer.from(line));
  return random.below(8) === 0
    ? bytes
    : Buffer.concat([bytes, Buffer.from(random.oneOf(['\n', '\n', '\n', '\r\n', '\n\n', '\0\n']))]);
}

async function complaintOf(pieces: readonly Buffer[]): Promise<string | undefined> {
  const control = new Duplex({ read: () => undefined, write: (_bytes, _encoding, taken) => taken() });
  const session = new AgentSession(control, token);
  const answers = {
    ready: session.ready,
    begin: session.begin(),
    folder: session.ask('folder 9p'),
    run: session.runStage('run', () => undefined),
    finish: session.finish(),
  };
  const ends = Object.entries(answers).map(async ([name, answer]) => {
    try {
      return { name, value: await answer };
    } catch (error) {
      return { name, error };
    }
  });
  // Passed on here instead of by the stream, so that exceptions reach the caller.
  for (const piece of pieces) control.emit('data', piece);
  control.destroy();
  const isTold = Buffer.concat(pieces).includes(`${token} `);
  for (const end of await Promise.all(ends)) {
    const wrong = 'error' in end ? wrongWithError(end.error) : wrongWithValue(end, isTold);
    if (wrong !== undefined) return `${end.name}: ${wrong}`;
  }
  return undefined;
}

function wrongWithError(error: unknown): string | undefined {
  if (!(error instanceof AgentLost || error instanceof AgentRefusal))
    return `expected a loss or a refusal, found ${String(error)}`;
  return /^[\x20-\x7e]{1,1000}$/.test(error.message)
    ? undefined
    : `a message that cannot be shown: ${JSON.stringify(error.message).slice(0, 500)}`;
}

function wrongWithValue(
  { name, value }: { readonly name: string; readonly value: unknown },
  isTold: boolean,
): string | undefined {
  if (name !== 'ready' && !isTold) return 'it was believed without the token';
  if (name === 'run' && !(typeof value === 'number' && value >= 0 && value < 1000))
    return `an exit status of ${String(value)}`;
  return undefined;
}
