import { defineSerialDevice } from 'qemu-driver-test/device';

/** Answers `N SUM` by `N 2N SUM`, if the sum is right. A line that is wrong has no answer, so its sender asks again. */
export default defineSerialDevice({
  name: 'doubler',
  state: () => ({ input: '' }),
  received: ({ state, line }, bytes) => {
    const lines = `${state.input}${bytes.toString('latin1')}`.slice(-200).split('\n');
    state.input = lines.pop() ?? '';
    for (const text of lines) {
      const [, number, sum] = /^(\d{1,4}) (\d{1,5})$/.exec(text) ?? [];
      if (number === undefined || Number(sum) !== sumOf([Number(number)])) continue;
      const answer = [Number(number), 2 * Number(number)];
      line.send(`${answer.join(' ')} ${sumOf(answer)}\n`);
    }
  },
});

/** Different factors, so that no single changed digit is overlooked. */
function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number, index) => sum + number * (7 + 4 * index), 5);
}
