import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { AgentLost, AgentRefusal } from '../../../src/run/agent/agent-message.ts';
import { AgentSession } from '../../../src/run/agent/agent-session.ts';
import { duplexPair } from '../duplex-pair.ts';
import { eventually } from '../eventually.ts';

const token = 'feedfacefeedfacefeedfacefeedface';

describe('AgentSession', () => {
  it('is ready when the agent says so, with the kernel release', async () => {
    const { session, guest } = connect();
    guest.say('ready 1 6.1.0-56-amd64');
    await expect(session.ready).resolves.toBe('6.1.0-56-amd64');
  });

  it('answers commands in the order in which they were asked', async () => {
    const { session, guest } = await readySession();
    const answers = Promise.allSettled([session.begin(), session.ask('clock 17'), session.ask('root disk')]);
    guest.say(`${token} ok session`, `${token} ok clock`, `${token} failed root no disk`);
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(guest.heard()).toEqual([`session ${token}`, 'clock 17', 'root disk']);
  });

  it('says what the agent could not do', async () => {
    const { session, guest } = await readySession();
    const asked = session.ask('folder 9p');
    guest.say(`${token} failed folder mount: \x1b[31mno such device`);
    await expect(asked).rejects.toThrow(new AgentRefusal('folder: mount: ?[31mno such device'));
  });

  it('tells when a stage begins and with which status it ended', async () => {
    const { session, guest } = await readySession();
    const began = vi.fn();
    const status = session.runStage('run', began);
    guest.say(`${token} begin run`, `${token} beat 1`, `${token} end run 143`);
    await expect(status).resolves.toBe(143);
    expect(began).toHaveBeenCalledTimes(1);
  });

  it('hears the agent in every line with its token, and in no other', async () => {
    const { session, guest } = await readySession();
    const readyMs = session.lastHeardMs;
    guest.say('beat 1', `${'0'.repeat(32)} beat 1`);
    await eventually(() => expect(session.foreignLines).toBe(2));
    expect(session.lastHeardMs).toBe(readyMs);
    guest.say(`${token} beat 1`);
    await eventually(() => expect(session.lastHeardMs).toBeGreaterThan(readyMs));
  });

  it('counts the lines of others and takes no verdict from them', async () => {
    const { session, guest } = await readySession();
    const status = session.runStage('run', () => undefined);
    guest.say('end run 0', `${token}x end run 0`, 'ready 1 6.1', `${token} begin run`, `${token} end run 1`);
    await expect(status).resolves.toBe(1);
    expect(session.foreignLines).toBe(3);
  });

  it("takes lines before the greeting for somebody else's", async () => {
    const { session, guest } = connect();
    guest.say('', `${token} done`, 'login:', 'ready 1 6.1');
    await expect(session.ready).resolves.toBe('6.1');
    expect([session.foreignLines, session.isDone]).toEqual([3, false]);
  });

  it('is done when the agent was asked to finish and says so; nothing counts after that', async () => {
    const { session, guest } = await readySession();
    const finished = session.finish();
    guest.say(`${token} done`, `${token} dance`, 'noise');
    await finished;
    await guest.end();
    expect([session.isDone, session.foreignLines]).toEqual([true, 0]);
  });

  it('refuses a guest of another protocol', async () => {
    const { session, guest } = connect();
    guest.say('ready 2 6.1');
    await expect(session.ready).rejects.toThrow(new AgentLost('the guest speaks protocol 2, we speak 1'));
  });

  it('is lost, to everybody who waits, when the port closes', async () => {
    const { session, guest } = await readySession();
    const waiting = [
      session.begin(),
      session.ask('clock 17'),
      session.runStage('run', () => undefined),
      session.finish(),
    ];
    await guest.end();
    for (const promise of waiting) await expect(promise).rejects.toThrow(new AgentLost('the control port closed'));
    await expect(session.ask('collect')).rejects.toThrow(new AgentLost('the control port closed'));
  });

  it('is lost before it was ready when the port closes', async () => {
    const { session, guest } = connect();
    await guest.end();
    await expect(session.ready).rejects.toThrow(new AgentLost('the control port closed'));
  });

  const violations: readonly (readonly [title: string, lines: readonly string[], reason: string])[] = [
    ['a line that is not in the protocol', ['dance'], `expected a line of protocol 1, got: ${token} dance`],
    ['control characters in such a line', ['da\x07\xffnce'], `expected a line of protocol 1, got: ${token} da??nce`],
    [
      'an answer to another command than the first that waits',
      ['ok clock'],
      'clock was answered, but session was asked',
    ],
    ['an answer to nothing', ['ok session', 'ok session'], 'session was answered, but nothing was asked'],
    ['a refusal of nothing', ['ok session', 'failed folder no artifacts'], 'folder: no artifacts'],
    ['another stage', ['begin setup'], 'stage setup began, which was not asked for'],
    ['a stage that begins twice', ['begin run', 'begin run'], 'stage run began, which was not asked for'],
    ['the end of another stage', ['begin run', 'end setup 0'], 'stage setup ended, which was not running'],
    ['the end of a stage that has not begun', ['end run 0'], 'stage run ended, which was not running'],
    ['a stage that ends twice', ['begin run', 'end run 0', 'end run 0'], 'stage run ended, which was not running'],
    [
      'a status that no program has',
      ['begin run', 'end run zero'],
      `expected a line of protocol 1, got: ${token} end run zero`,
    ],
    ['an end that was not asked for', ['done'], 'the agent said that it is done, which was not asked for'],
  ];

  it('is lost also to the command that was next when another one is answered, in words that can be shown', async () => {
    const { session, guest } = await readySession();
    const begun = session.begin();
    guest.say(`${token} ok \x1b[2J${'x'.repeat(3000)}`);
    await expect(begun).rejects.toThrow(/^\?\[2Jx{196} was answered, but session was asked$/);
  });

  it.each(violations)('is lost at %s', async (_, lines, reason) => {
    const { session, guest } = await readySession();
    void session.begin().catch(() => undefined);
    void session.runStage('run', () => undefined).catch(() => undefined);
    guest.say(...lines.map((line) => `${token} ${line}`));
    await guest.end();
    await expect(session.ask('collect')).rejects.toThrow(new AgentLost(reason));
  });

  it('keeps the first reason', async () => {
    const { session, guest } = await readySession();
    const asked = session.ask('root builtin');
    guest.say(`${token} dance`, `${token} done`);
    await guest.end();
    await expect(asked).rejects.toThrow(`expected a line of protocol 1, got: ${token} dance`);
  });

  it('reads a line of any length as pieces of at most 4,096 bytes', async () => {
    const { session, guest } = await readySession();
    guest.say('x'.repeat(1_000_000));
    await eventually(() => expect(session.foreignLines).toBe(Math.ceil(1_000_000 / 4096)));
  });

  it('reads no more lines a second than anybody has to say, and goes on later', async () => {
    const [host, guest] = duplexPair();
    const session = new AgentSession(host, token);
    guest.write('x\n'.repeat(50_000));
    guest.write(`ready 1 6.1.0\n`);
    await eventually(() => expect(session.foreignLines).toBeGreaterThan(0));
    expect(host.isPaused()).toBe(true);
    await expect(session.ready).resolves.toBe('6.1.0');
    expect(session.foreignLines).toBe(50_000);
  });

  it('asks for one stage at a time', async () => {
    const { session } = await readySession();
    void session.runStage('setup', () => undefined).catch(() => undefined);
    await expect(session.runStage('run', () => undefined)).rejects.toThrow(
      'Internal error: stage run was asked for while setup runs',
    );
  });
});

interface Guest {
  readonly say: (...lines: readonly string[]) => void;
  readonly heard: () => readonly string[];
  /** Closes the port and waits until the host knows. */
  readonly end: () => Promise<unknown>;
}

function connect(): { readonly session: AgentSession; readonly guest: Guest } {
  const [host, guest] = duplexPair();
  return { session: new AgentSession(host, token), guest: guestOn(guest, host) };
}

async function readySession(): Promise<ReturnType<typeof connect>> {
  const connected = connect();
  connected.guest.say('ready 1 6.1');
  await connected.session.ready;
  return connected;
}

function guestOn(port: Duplex, host: Duplex): Guest {
  let heard = '';
  port.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  return {
    say: (...lines) => void port.write(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1')),
    heard: () => heard.split('\n').slice(0, -1),
    end: () => {
      const ended = once(host, 'end');
      port.end();
      return ended;
    },
  };
}
