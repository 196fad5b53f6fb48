// A model file as a suite names it: its default export is the device.
export { sample as default } from './sample-device.ts';
