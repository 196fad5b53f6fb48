import { defineSerialDevice, ms } from 'qemu-driver-test/device';

/** Answers each line in capitals, and can speak by itself. */
export default defineSerialDevice({
  name: 'echo-line',
  controls: {
    alarm: { type: 'text', initial: '', about: 'sent at once as a line' },
    lines: { type: 'number', initial: 0, readOnly: true, about: 'how many lines have come' },
    patience: { type: 'number', initial: 0, unit: 'ms', about: 'how long it thinks before an answer' },
  },
  state: () => ({ input: '' }),
  received: (device, bytes) => {
    const { state, controls, line, clock } = device;
    const lines = `${state.input}${bytes.toString('latin1')}`.split('\n');
    state.input = lines.pop() ?? '';
    for (const text of lines) {
      controls.lines++;
      if (text === 'throw') throw new Error('asked to');
      const answer = (): void => line.send(`${text.toUpperCase()}\n`);
      if (controls.patience === 0) answer();
      else clock.after(controls.patience * ms, answer);
    }
  },
  changed: {
    alarm: ({ line }, text) => line.send(`${text}\n`),
  },
});
