import { defineSpiDevice } from 'qemu-driver-test/device';

/** Rings by its line, and says in one byte how often it has rung since it was asked. */
export default defineSpiDevice({
  name: 'bell',
  spi: { type: 'qdt-bell', interrupt: {} },
  controls: { rings: { type: 'number', initial: 0, min: 0, about: 'it rings once for each that is set' } },
  state: () => ({ since: 0 }),
  changed: {
    rings: ({ state, interrupts }) => {
      state.since++;
      interrupts.raise();
    },
  },
  exchange: ({ state, interrupts }) => {
    const { since } = state;
    state.since = 0;
    interrupts.lower();
    return Buffer.of(since);
  },
});
