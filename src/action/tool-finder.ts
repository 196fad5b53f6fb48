// Loaded only when something is looked for: the package is not small.
export { find } from '@actions/tool-cache';
