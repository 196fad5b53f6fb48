import { defineSerialDevice, type SerdevIdentity } from 'qemu-driver-test/device';

/** Each line is a text, `*` and its sum. An answer begins with `=`, what comes by itself with `!`. */
export function receiver(serdev: SerdevIdentity) {
  return defineSerialDevice({
    name: 'receiver',
    serdev,
    properties: { 'current-speed': 9600 },
    controls: {
      alarm: { type: 'text', initial: '', about: 'told at once' },
      asked: { type: 'number', initial: 0, readOnly: true, about: 'how many questions were right' },
    },
    state: () => ({ input: '' }),
    received: ({ state, controls, line }, bytes) => {
      const lines = `${state.input}${bytes.toString('latin1')}`.split('\n');
      state.input = lines.pop() ?? '';
      for (const question of lines) {
        if (question !== withSum('model')) continue;
        controls.asked++;
        line.send(`${withSum('=R-1')}\n`);
      }
    },
    changed: { alarm: ({ line }, text) => line.send(`${withSum(`!${text}`)}\n`) },
  });
}

function withSum(text: string): string {
  const sum = [...Buffer.from(text)].reduce((all, byte) => all ^ byte, 0);
  return `${text}*${sum.toString(16).padStart(2, '0')}`;
}
