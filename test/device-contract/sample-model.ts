// As a suite names it: a file whose default export is the device.
export { sample as default } from './sample-device.ts';
