// Loaded by the process of the models only for a text that no earlier process has stripped: it takes long to load.
export { stripTypes } from './device-host/strip-types.ts';
