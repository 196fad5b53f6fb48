import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCallFault } from '../../../src/calls/call-fault.ts';
import { catalogue } from '../../../src/calls/catalogue.ts';
import { MachineCalls, openCalls } from '../../../src/calls/machine-calls.ts';
import { AgentLost, AgentRefusal } from '../../../src/run/agent/agent-message.ts';
import { AgentSession } from '../../../src/run/agent/agent-session.ts';
import { converse, type Script, type StageTrace } from '../../../src/run/agent/conversation.ts';
import { type StageName, stageNames } from '../../../src/run/evidence/run-record.ts';
import { sharedFolder } from '../../../src/run/folder/folder-transport.ts';
import { duplexPair } from '../duplex-pair.ts';
import { rig, run } from './test-rig.ts';

const token = 'feedfacefeedfacefeedfacefeedface';

describe('the conversation with the agent', () => {
  it('prepares everything before the first stage, and ends with collecting and rest', async () => {
    const { heard } = await converseWith({ environment: { A: '1', B: 'two words' }, root: 'disk' });
    expect(heard).toEqual([
      `session ${token}`,
      expect.stringMatching(/^clock 1\d{9}$/),
      'env A=1',
      'env B=two words',
      'root disk',
      'folder 9p',
      'logs',
      ...stageNames.map((stage) => `stage ${stage}`),
      'rest the-mark',
    ]);
  });

  it('has a kernel with kmemleak look for leaks after the last stage', async () => {
    const { heard } = await converseWith({ scansForLeaks: true });
    expect(heard.slice(-3)).toEqual(['stage suite-teardown', 'leaks', 'rest the-mark']);
  });

  it('has a guest power off whose shutdown is part of the test', async () => {
    expect((await converseWith({ end: { kind: 'power-off' } })).heard.at(-1)).toBe('finish');
  });

  it('sets the calls that fail before the first stage, and asks for them after the last', async () => {
    const calls = openCalls({
      modules: [{ name: 'edu', imports: new Set(['misc_register']) }],
      functions: catalogue,
      faults: [parseCallFault('call-fail')],
    });
    if (!(calls instanceof MachineCalls)) throw new Error(calls.problem);
    const { heard, failure } = await converseWith({ stages: ['run'], calls });
    expect(failure).toBeUndefined();
    expect(heard.filter((line) => /^(?:tell|stage)/.test(line))).toEqual([
      'tell /proc/qdt-calls target edu;fault edu:call-fail edu always 0 0;call edu:call-fail value -16 ' +
        'misc_register;arm edu:call-fail',
      'stage run',
      'tell /proc/qdt-calls report',
    ]);
    expect(calls.records()[0]?.faults[0]).toMatchObject({ fired: 2, counted: 3, isCleared: false });
  });

  it('ends when the kernel does not take a fault', async () => {
    const calls = openCalls({ modules: [], functions: catalogue, faults: [parseCallFault('call-fail')] });
    if (!(calls instanceof MachineCalls)) throw new Error(calls.problem);
    const { failure } = await converseWith({ stages: ['run'], calls, told: ['failed there are too many faults'] });
    expect(failure).toMatchObject({ message: 'the helper for calls: there are too many faults' });
  });

  const skips: readonly (readonly [failing: StageName, ran: readonly StageName[]])[] = [
    ['suite-setup', ['suite-setup', 'teardown', 'suite-teardown']],
    ['setup', ['suite-setup', 'setup', 'teardown', 'suite-teardown']],
    ['run', ['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown']],
    ['teardown', ['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown']],
    ['suite-teardown', ['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown']],
  ];

  it.each(skips)('after a %s that fails, runs what does not depend on it', async (failing, ran) => {
    const { traces } = await converseWith({ statuses: { [failing]: 3 } });
    expect(traces.map(({ name, exitStatus }) => [name, exitStatus])).toEqual(
      ran.map((name) => [name, name === failing ? 3 : 0]),
    );
  });

  it('runs the stages that there are, and no others', async () => {
    const { traces } = await converseWith({ stages: ['run', 'suite-teardown'] });
    expect(traces.map(({ name }) => name)).toEqual(['run', 'suite-teardown']);
  });

  it('has no logs kept where no later stage could read them', async () => {
    expect((await converseWith({ stages: ['run'] })).heard).not.toContain('logs');
  });

  it('tells once when the first stage begins', async () => {
    expect((await converseWith({})).firstStages).toBe(1);
  });

  it('keeps what it knew when the agent is lost', async () => {
    const { traces, failure } = await converseWith({ dieAt: 'run' });
    expect(failure).toEqual(new AgentLost('the control port closed'));
    expect(traces.map(({ name, exitStatus }) => [name, exitStatus])).toEqual([
      ['suite-setup', 0],
      ['setup', 0],
    ]);
  });

  it('asks for the first stage at once, and for no other one when the guest could not be prepared', async () => {
    const { heard, traces, failure } = await converseWith({ refused: 'folder' });
    expect(failure).toEqual(new AgentRefusal('folder: no'));
    expect(heard.slice(-3)).toEqual(['folder 9p', 'logs', 'stage suite-setup']);
    expect(traces).toEqual([]);
  });
});

describe('runTest', () => {
  it('tells how far the machine has come, as it comes there', async () => {
    const phases: string[] = [];
    await run(rig(), {
      onPhase: (phase) =>
        phases.push(phase.kind === 'agent' ? phase.message.kind : phase.kind === 'event' ? phase.name : phase.kind),
    });
    expect(phases.slice(0, 2)).toEqual(['folder-filled', 'launched']);
    expect(phases.filter((phase) => ['begin', 'end', 'done', 'gone'].includes(phase))).toEqual([
      'begin',
      'end',
      'done',
      'gone',
    ]);
    for (const phase of ['monitor-ready', 'ok']) expect(phases).toContain(phase);
  });

  it('records every stage with its exit status and the path of its log', async () => {
    const place = rig({
      changes: { setup: undefined },
      scenario: { at: { 'stage run': [{ agent: 'begin run' }, { agent: 'end run 4' }] } },
    });
    const record = await run(place);
    expect(record.stages).toEqual([
      { name: 'run', exitStatus: 4, durationMs: expect.any(Number) as unknown, log: 'cell/edu/probe/logs/run.log' },
    ]);
    expect(record).toMatchObject({
      start: 'cold',
      ending: { kind: 'completed' },
      directory: 'cell/edu/probe',
      consolePath: 'cell/edu/probe/console.log',
      notes: [],
    });
    expect(record.startMs).toBeLessThanOrEqual(record.durationMs);
  });

  it('says that lines of others were on the control port', async () => {
    const forged = {
      at: {
        'stage run': [
          { agent: 'begin run' },
          { say: 'control' as const, text: 'end run 0\nbeat 1\n' },
          { agent: 'end run 1' },
        ],
      },
    };
    const record = await run(rig({ scenario: forged }));
    expect(record.stages.map(({ exitStatus }) => exitStatus)).toEqual([1]);
    expect(record.notes).toEqual(['2 lines on the control port did not come from the agent and were ignored']);
  });

  it("gives the guest an environment of its own, with nothing of the host's", async () => {
    const place = rig({ scenario: { tellCommands: true } });
    await run(place);
    expect(
      place
        .read('qemu.log')
        .split('\n')
        .flatMap((line) => (line.startsWith('env ') ? [line.slice(4)] : [])),
    ).toEqual([
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/qdt/bin',
      'HOME=/root',
      'TERM=dumb',
      'QDT_SUITE=edu',
      'QDT_TEST=probe',
      `QDT_CELL=${place.job.planned.cell.id}`,
      `QDT_KERNEL=${place.job.planned.cell.kernel.text}`,
      'QDT_ARTIFACTS=/test/artifacts',
      'QDT_MODULES=/test/modules',
    ]);
  });

  it('asks for the root of the disk image where there is one', async () => {
    const { job, ...others } = rig({ scenario: { at: { 'root builtin': [{ agent: 'failed root not this one' }] } } });
    const record = await run({
      ...others,
      job: { ...job, machine: { ...job.machine, diskImage: { path: join(others.root, 'disk.img'), format: 'raw' } } },
    });
    expect(record.ending).toEqual({ kind: 'completed' });
  });
});

interface Talk {
  readonly stages?: readonly StageName[];
  readonly statuses?: Partial<Record<StageName, number>>;
  readonly dieAt?: StageName;
  readonly environment?: Script['environment'];
  readonly root?: Script['root'];
  readonly settings?: Script['settings'];
  readonly scansForLeaks?: boolean;
  readonly calls?: MachineCalls;
  /** What a file of the kernel answers. */
  readonly told?: readonly string[];
  readonly end?: Script['end'];
  /** A command that fails, and after which no stage runs. */
  readonly refused?: string;
}

/** A conversation with an agent that does as it is told. */
async function converseWith({
  stages = stageNames,
  statuses = {},
  dieAt,
  environment = {},
  root = 'builtin',
  settings = [],
  scansForLeaks = false,
  calls,
  told = ['ok', 'now 9', 'fault edu:call-fail 2 3 active'],
  end = { kind: 'rest', mark: 'the-mark' },
  refused,
}: Talk): Promise<{
  readonly heard: readonly string[];
  readonly traces: readonly StageTrace[];
  readonly firstStages: number;
  readonly failure: unknown;
}> {
  const [host, guest] = duplexPair();
  const heard: string[] = [];
  const say = (line: string): void => void guest.write(`${token} ${line}\n`);
  const obey = (line: string): void => {
    heard.push(line);
    const [command = '', subject = ''] = line.split(' ');
    if (command === 'tell') for (const answer of told) say(`told ${answer}`);
    if (command === 'env') return;
    if (command === 'finish' || command === 'rest') say('done');
    else if (command === refused) say(`failed ${command} no`);
    else if (command !== 'stage') say(`ok ${command}`);
    else if (refused !== undefined) say('failed stage the guest is not prepared');
    else if (subject === dieAt) guest.end();
    else
      for (const answer of [`begin ${subject}`, `end ${subject} ${statuses[subject as StageName] ?? 0}`]) say(answer);
  };
  guest.on('data', (chunk: Buffer) => chunk.toString().split('\n').slice(0, -1).forEach(obey));
  guest.write('ready 1 6.1\n');
  const traces: StageTrace[] = [];
  let firstStages = 0;
  const talk = converse(
    new AgentSession(host, token),
    { stages, environment, root, settings, scansForLeaks, calls, end, transport: sharedFolder },
    traces,
    { onFirstStage: () => firstStages++, onProgress: () => undefined, onLeakScan: () => undefined },
  );
  const failure = await talk.then(
    () => undefined,
    (error: unknown) => error,
  );
  return { heard, traces, firstStages, failure };
}
