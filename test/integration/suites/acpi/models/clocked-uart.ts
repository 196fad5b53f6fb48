import { designwareUart } from '../../../../../examples/platform-uart/models/uart-16550.ts';

/** Its speed comes from a clock, and no property says it. */
export default designwareUart({ acpi: 'HISI0031' }, 'clock');
