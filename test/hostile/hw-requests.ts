import { bounds } from '../../src/bounds/bounds.ts';
import type { HostAnswers, HostRequest } from '../../src/device-host/control-protocol.ts';
import { parseFault } from '../../src/device/fault/parse-fault.ts';
import { emptyLayout } from '../../src/hardware/attach/attached-device.ts';
import type { AttachedModels } from '../../src/hardware/answerers.ts';
import { hwCommands } from '../../src/hardware/commands.ts';
import { DiskRegistry } from '../../src/hardware/disk/disk-registry.ts';
import { allowedDrivers } from '../../src/hardware/drivers/allowed-drivers.ts';
import type { Hardware } from '../../src/hardware/hardware.ts';
import { monitorEvents } from '../../src/hardware/monitor-events.ts';
import { PluggedDevices } from '../../src/hardware/plugged-devices.ts';
import { answerRequest, parseRequest } from '../../src/hardware/request-dispatcher.ts';
import { RequestLines } from '../../src/hardware/request-lines.ts';
import { formatAnswer } from '../../src/hardware/serve-requests.ts';
import { attackWith } from './family.ts';
import { oddText, spoilt } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';
import { scratchPlace } from './scratch.ts';
import { WatchfulMonitor } from './watchful-monitor.ts';

/** Sends hardware requests of a hostile guest. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  const parts = Array.from({ length: 1 + random.below(30) }, () => lineOf(random));
  await attackWith({ what: 'hw requests', seed, parts, complaintOf });
}

const ids: readonly [string, ...string[]] = ['edu0', 'edu0.5', 'toy0', 'disk0', 'port0', 'net0', 'qdt.serial', 'edu1'];
const properties: readonly [string, ...string[]] = [
  'dma_mask',
  'is_on',
  'mac',
  'romfile',
  'realized',
  'parent',
  'type',
  'level',
  'driver',
  'bus master[0]',
];

function lineOf(random: Random): Buffer {
  const id = random.below(10) === 0 ? oddText(random) : '01234567-89ab-cdef-0123-456789abcdef';
  const words =
    random.below(20) === 0 ? Array.from({ length: random.below(100) }, () => oddText(random, 1)) : wordsOf(random);
  return Buffer.concat([
    spoilt(random, Buffer.from([id, ...words].join('\t'))),
    Buffer.from(random.oneOf(['\n', '\n', '\n\n', ''])),
  ]);
}

function wordsOf(random: Random): readonly string[] {
  const id = random.below(6) === 0 ? oddText(random) : random.oneOf(ids);
  const place = random.oneOf([`${id}.${random.oneOf(properties)}`, `${id}.${oddText(random)}`, oddText(random)]);
  const value = random.oneOf([oddText(random), String(random.below(1e6)), 'on']);
  const fault =
    `${random.oneOf(['read-late', 'irq-drop', 'dma-fail', 'io-error', 'torn', oddText(random)])} ` +
    `${random.oneOf(['nth', 'by', 'register', 'sector', oddText(random)])}=${value}`;
  return random.oneOf<() => readonly string[]>([
    () => ['plug', plugOf(random)],
    () => ['plug', plugOf(random)],
    () => ['plug', plugOf(random)],
    () => ['get', place],
    () => ['set', place, value],
    () => [random.oneOf(['unplug', 'remove']), id],
    () => ['link', id, random.oneOf(['up', 'down', value])],
    () => ['aer', id, random.oneOf(['BAD_TLP', 'UNSUP', oddText(random)])],
    () => ['balloon', value],
    () => ['block', id, ...fault.split(' ')],
    () => ['fault', id, ...fault.split(' ')],
    () => ['clear', id, value],
    () => ['fired', id, value, value],
    () => ['clock', id, random.oneOf(['stop', 'step', value]), random.oneOf(['5ms', value])],
    () => ['list', ...(random.below(3) === 0 ? [value] : [])],
    () => ['nmi'],
    () => ['help', oddText(random)],
    () => [random.oneOf([...hwCommands.keys()] as [string, ...string[]]), oddText(random), oddText(random)],
    () => [oddText(random)],
    () => [],
  ])();
}

function plugOf(random: Random): string {
  const names = [...allowedDrivers.keys()] as [string, ...string[]];
  const name = random.oneOf(names);
  const known = Object.keys(allowedDrivers.get(name)?.properties ?? {});
  const setting = (): string => {
    const property = random.oneOf([
      'id',
      'bus',
      'disk',
      'driver',
      'drive',
      'serial',
      'romfile',
      'addr',
      random.oneOf(['x', ...known]),
      random.oneOf(['x', ...known]),
      oddText(random, 1),
    ]);
    const equals = random.oneOf(['=', '=', '=', '']);
    return `${property}${equals}${random.oneOf(['1', 'on', '64M', '4K', random.oneOf(ids), oddText(random)])}`;
  };
  return [random.below(10) === 0 ? oddText(random) : name, ...Array.from({ length: random.below(5) }, setting)].join(
    ',',
  );
}

async function complaintOf(pieces: readonly Buffer[]): Promise<string | undefined> {
  using scratch = scratchPlace();
  using plugged = new PluggedDevices(new DiskRegistry(scratch.inside));
  const monitor = new WatchfulMonitor(scratch.inside);
  const events = monitorEvents({
    listen: () => ({ [Symbol.dispose]: () => undefined }),
    exited: new Promise(() => undefined),
  });
  const hardware: Promise<Hardware> = Promise.resolve({
    monitor,
    events,
    models,
    plugged,
    hasSlots: false,
    takesFromOthers: () => false,
    limits: { guestMs: 2 },
  });
  const lines = new RequestLines(bounds.hw.requestBytes);
  for (const line of pieces.flatMap((piece) => lines.push(piece))) {
    const request = parseRequest(line);
    if ('problem' in request) continue;
    const answer = await answerRequest(request.words, { hardware });
    const wrong = monitor.complaint ?? wrongWith(request.id, formatAnswer(request.id, answer));
    if (wrong !== undefined) return `${wrong}, asked for ${JSON.stringify(request.words).slice(0, 1000)}`;
  }
  await plugged.disks.settled();
  return undefined;
}

function wrongWith(id: string, answer: string): string | undefined {
  if (answer.includes('Internal error')) return answer.slice(0, 2000);
  if (answer.length > 2 * bounds.hw.answerChars + bounds.hw.answerLines * 50)
    return `an answer of ${answer.length} characters`;
  const lines = answer.split('\n');
  const odd = lines.slice(0, -1).find((line) => !line.startsWith(`${id} `));
  if (odd !== undefined) return `a line of an answer without its id: ${odd.slice(0, 200)}`;
  return /^\S+ end [012]$/.test(lines.at(-2) ?? '') ? undefined : `an answer without its end: ${lines.at(-2) ?? ''}`;
}

/** The process of the models, which is attacked separately. It parses faults. */
const models: AttachedModels = {
  ids: ['toy0'],
  layout: emptyLayout,
  ask: (request) => Promise.resolve().then(() => answerOf(request)),
};

const answers: Partial<Record<HostRequest['do'], object>> = {
  'get-controls': { controls: { level: 1 } },
  faults: { faults: [] },
  'set-fault': { fault: 'f0' },
  clock: { nowUs: 1 },
};

function answerOf<R extends HostRequest>(request: R): HostAnswers[R['do']] {
  if (request.do === 'set-fault') parseFault(request.text);
  return (answers[request.do] ?? {}) as HostAnswers[R['do']];
}
