import { defineSerialDevice } from 'qemu-driver-test/device';

/** Says back what it hears. */
export default defineSerialDevice({ name: 'line', received: ({ line }, bytes) => line.send(bytes) });
