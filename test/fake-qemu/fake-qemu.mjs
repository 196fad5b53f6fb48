#!/usr/bin/env node
// Stands in for QEMU: takes QEMU's arguments, finds the inherited sockets in them, speaks QMP on one and the agent's
// protocol (guest/PROTOCOL.md) on another, and does what a scenario says. Usage: fake-qemu.mjs SCENARIO.json QEMU-ARGS…
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { channelsIn, sharedFolderIn } from './qemu-arguments.mjs';
import { serveMonitor } from './monitor.mjs';
import { serveCommands, usualAnswer } from './agent.mjs';

const [scenarioPath, ...args] = process.argv.slice(2);
const isClone = args.includes('-incoming');
const isTemplate = !isClone && args.some((argument) => argument.startsWith('memory-backend-file'));
const told = JSON.parse(readFileSync(scenarioPath, 'utf8'));
const isVmlinux = args[args.indexOf('-kernel') + 1]?.endsWith('vmlinux') === true;
const isKvm = args[args.indexOf('-accel') + 1] === 'kvm';
const scenario = {
  ...told,
  ...(isClone ? told.asClone : isTemplate ? told.asTemplate : {}),
  ...(isVmlinux ? told.asVmlinux : {}),
  ...(isKvm ? told.asKvm : {}),
  ...(isKvm && isClone ? told.asKvmClone : {}),
};
const sockets = new Map(
  [...channelsIn(args)].map(([name, fd]) => [name, new Socket({ fd, readable: true, writable: true })]),
);
for (const socket of sockets.values()) socket.on('error', () => process.exit(0));
const folder = sharedFolderIn(args);
const guest = { token: '', restMark: '', transport: '9p', isHung: false };
/** Bytes of output by channel. */
const written = new Map();
// A clone's guest does nothing before it is restored.
let restore = () => undefined;
const running = isClone ? new Promise((resolve) => (restore = resolve)) : Promise.resolve();

const usualBoot = [
  {
    say: 'console',
    text:
      '[    0.000000] Linux version 6.1.0-fake\r\n[    0.900000] qdt: init started\r\n[    1.000000] qdt: ' +
      'agent ready\r\n',
  },
  { say: 'control', text: 'ready 1 6.1.0-fake\n' },
];

await perform(scenario.atStart ?? []);
let isMonitorHung = false;
const monitor = serveMonitor(sockets.get('monitor'), scenario, {
  before: async (command) => {
    const steps = scenario.atMonitor?.[command];
    if (steps !== undefined) {
      await perform(steps);
      isMonitorHung = guest.isHung;
    }
    return isMonitorHung ? 'hung' : 'alive';
  },
  after: performOutside,
  restore: () => restore(),
});
serveCommands(sockets.get('control'), async (line) => {
  await running;
  await obey(line);
});
if (!isClone) await perform(scenario.boot ?? usualBoot);

/** A command of the host: the scenario's steps for it, or what the protocol says. */
async function obey(line) {
  if (guest.isHung) return;
  if (scenario.tellCommands) writeSync(2, `${line}\n`);
  if (line.startsWith('session ')) guest.token = line.slice('session '.length);
  const words = line.split(' ');
  if (words[0] === 'rest') guest.restMark = words[1];
  if (words[0] === 'folder') guest.transport = words.at(-1);
  const key = words
    .map((_, index) => words.slice(0, words.length - index).join(' '))
    .find((start) => scenario.at?.[start] !== undefined);
  await perform(key === undefined ? usualAnswer(line, guest.transport) : scenario.at[key], line);
}

async function perform(steps, line) {
  for (const step of steps) {
    if (guest.isHung) return;
    await performOne(step, line);
  }
}

/** What QEMU does by itself, or at the monitor's word: also with a guest that hangs. */
async function performOutside(steps) {
  for (const step of steps) await performOne(step);
}

async function performOne(step, line) {
  if ('say' in step)
    await send(step.say, step.text === undefined ? Buffer.from(step.base64, 'base64') : fillIn(step.text));
  else if ('agent' in step)
    await send('control', `${guest.token} ${step.agent.replace('$WRITTEN', countsOf(written))}\n`);
  else if ('flood' in step) await flood(step.flood, step.bytes);
  else if ('event' in step) await send('monitor', monitor.event(step.event, step.data ?? {}));
  else if ('beatEveryMs' in step) beat(step.beatEveryMs);
  else if ('sleepMs' in step) await new Promise((resolve) => setTimeout(resolve, step.sleepMs));
  else if ('note' in step) note(step.note);
  else if ('refuseAfter' in step) refuseAfter(step);
  else if ('complain' in step) writeSync(2, step.complain);
  else if ('closeChannel' in step) sockets.get(step.closeChannel).destroy();
  else if ('endChannel' in step) sockets.get(step.endChannel).end();
  else if ('flicker' in step) flicker(join(folder, step.flicker));
  else if ('deepen' in step) deepen(join(folder, step.deepen));
  else if ('writeNamed' in step)
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(step.writeNamed, 'base64')]),
      Buffer.alloc(step.bytes, 'x'),
    );
  else if ('writeOutside' in step) writeFileSync(step.writeOutside, Buffer.alloc(step.bytes, 'x'));
  else if ('readSlowly' in step) await readSlowly(step);
  else if ('exit' in step) process.exit(step.exit);
  else if ('signal' in step) await die(step.signal);
  else if ('killTimes' in step) await dieSometimes(step);
  else if ('resetTimes' in step) await resetSometimes(step);
  else if ('hang' in step) guest.isHung = true;
  else if ('asUsual' in step) await perform(usualAnswer(line, guest.transport), line);
  else if ('readFiles' in step) await readFiles(step.readFiles);
  else if ('write' in step) writeInFolder(step);
  else if ('makeFifo' in step) execFileSync('/usr/bin/mkfifo', [join(folder, step.makeFifo)]);
  else if ('remove' in step) rmSync(join(folder, step.remove), { recursive: true });
  else throw new Error(`fake-qemu: no such step: ${JSON.stringify(step)}`);
}

function fillIn(text) {
  return text
    .replaceAll('$TOKEN', guest.token)
    .replaceAll('$REST', guest.restMark)
    .replaceAll('$MARK', `\n${guest.token} end of artifacts\n`);
}

/** ` run=17` for each stage's output. */
function countsOf(counts) {
  return [...counts].map(([channel, bytes]) => ` ${channel.replace('log.', '')}=${bytes}`).join('');
}

/** Resolves when the other side has received it. */
function send(channel, data) {
  if (channel.startsWith('log.')) written.set(channel, (written.get(channel) ?? 0) + Buffer.byteLength(data));
  return new Promise((resolve) => sockets.get(channel).write(data, () => resolve()));
}

async function flood(channel, bytes) {
  const line = `${'flood '.repeat(15)}\n`;
  const block = Buffer.from(line.repeat(700));
  for (let left = bytes; left > 0; left -= block.length) await send(channel, block.subarray(0, left));
}

function beat(everyMs) {
  let count = 0;
  setInterval(() => guest.isHung || sockets.get('control').write(`${guest.token} beat ${++count}\n`), everyMs);
}

function note(directory) {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, String(process.pid)), '');
}

function flicker(path) {
  const turn = () => {
    for (let count = 0; count < 50; count++) {
      mkdirSync(join(path, 'below'), { recursive: true });
      rmSync(path, { recursive: true });
      writeFileSync(path, '');
      rmSync(path);
    }
    setImmediate(turn);
  };
  turn();
}

function deepen(path) {
  mkdirSync(path, { recursive: true });
  process.chdir(path);
  for (let depth = 0; depth < 40; depth++) {
    mkdirSync('d'.repeat(200));
    process.chdir('d'.repeat(200));
  }
}

/** The directory is the counter: each of its entries is a death. */
async function dieSometimes({ killTimes, counted }) {
  mkdirSync(counted, { recursive: true });
  if (readdirSync(counted).length >= killTimes) return;
  note(counted);
  await die('SIGKILL');
}

/** The directory is the counter: each of its entries is a start that was allowed. */
function refuseAfter({ refuseAfter: starts, counted, complain }) {
  mkdirSync(counted, { recursive: true });
  if (readdirSync(counted).length < starts) return note(counted);
  writeSync(2, complain);
  process.exit(1);
}

async function resetSometimes({ resetTimes, after = 0, counted }) {
  mkdirSync(counted, { recursive: true });
  const before = readdirSync(counted).length;
  note(counted);
  if (before < after || before >= after + resetTimes) return;
  await send('monitor', monitor.event('SHUTDOWN', { guest: true, reason: 'guest-reset' }));
  process.exit(0);
}

function die(signal) {
  process.kill(process.pid, signal);
  return new Promise(() => undefined);
}

/** The test's folder, which the host sends after the command. */
function readFiles(size) {
  const files = sockets.get('files');
  return new Promise((resolve) => {
    let left = size;
    files.on('data', (chunk) => {
      left -= chunk.length;
      if (left <= 0) resolve();
    });
  });
}

function readSlowly({ readSlowly: channel, bytes, everyMs }) {
  const socket = sockets.get(channel);
  return new Promise((resolve) => {
    let left = bytes;
    socket.on('data', (chunk) => {
      left -= chunk.length;
      if (left <= 0) resolve();
      socket.pause();
      setTimeout(() => socket.resume(), everyMs);
    });
  });
}

function writeInFolder({ write, content, bytes }) {
  mkdirSync(dirname(join(folder, write)), { recursive: true });
  writeFileSync(join(folder, write), content ?? Buffer.alloc(bytes ?? 0, 'x'));
}
