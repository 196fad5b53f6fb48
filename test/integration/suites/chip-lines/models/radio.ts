import { defineSpiDevice, ms, type SpiIdentity } from 'qemu-driver-test/device';

/** Is ready 5 ms after its reset. */
export function radio(spi: SpiIdentity) {
  return defineSpiDevice({
    name: 'radio',
    spi,
    clocks: { crystal: 26_000_000 },
    gpios: { reset: { direction: 'out', activeLow: true }, ready: { direction: 'in' } },
    registers: { ID: { at: 0, access: 'RO', reset: 0x5a }, CHANNEL: { at: 2, reset: 1 } },
    controls: { resets: { type: 'number', initial: 0, readOnly: true } },
    driven: {
      reset: ({ clock, controls, lines, regs }, isOn) => {
        if (isOn) {
          controls.resets++;
          regs.CHANNEL = 1;
          lines.ready = false;
        } else {
          clock.after(5 * ms, () => {
            lines.ready = true;
          });
        }
      },
    },
  });
}
