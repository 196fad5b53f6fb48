import { execFileSync } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import { defineDevice } from 'qemu-driver-test/device';

// Does, when a control says so, what a model should not do. Descriptor 3 is the runner's.
let loads = 0;

const deeds = {
  'writes text': () => writeSync(3, 'temperature 20\n'),
  'writes an answer': () => writeSync(3, '{"id":1,"ok":{}}\n'),
  'writes half a line': () => writeSync(3, 'half'),
  'closes it': () => closeSync(3),
  'throws in a timer': () => void setTimeout(() => {
    throw new Error('a timer of Node');
  }, 10),
  spins: () => void setTimeout(() => {
    for (;;);
  }, 10),
  'waits for ever': () => void setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 10),
  'waits for a program': () => void setTimeout(() => execFileSync('sleep', ['60']), 10),
  'prints on and on': () => void setTimeout(() => {
    for (;;) console.log('x'.repeat(99));
  }, 10),
  ends: () => process.exit(3),
  'has much to say': ({ controls }) => {
    controls.said = 'x'.repeat(20_000_000);
  },
  'has nothing for JSON': ({ controls }) => {
    controls.said = 10n;
  },
  prints: () => {
    for (let line = 0; line < 50_000; line++) console.log('x'.repeat(99));
  },
};

export default defineDevice({
  name: 'unruly',
  pci: { vendor: 0x1de5, device: 0x0099, class: 0x118000 },
  bars: { 0: { size: 4096, registers: { ID: { at: 0, access: 'RO', reset: 7 } } } },
  controls: {
    deed: { type: 'text', initial: '' },
    note: { type: 'text', initial: '' },
    said: { type: 'text', initial: '', readOnly: true },
    loads: { type: 'number', initial: 0, readOnly: true },
  },
  reset: ({ controls }) => {
    controls.loads = ++loads;
  },
  changed: { deed: (device, deed) => deeds[deed]?.(device) },
});
