import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { readAs } from '../results/formats/read.ts';
import {
  formatOf,
  listOf,
  matching,
  name,
  object,
  orUndefined,
  type Read,
  wholeNumber,
} from '../results/formats/values.ts';
import type { CacheKnowledge } from './cache-client.ts';
import { cachedAsset } from './cache-index.ts';

export const stateName = 'step';

const { assets, documents, nameChars } = bounds.cacheIndex;
const documentName = matching(new RegExp(`^[^\\0]{1,${nameChars}}$`), 'the name of a document');
const known = formatOf<CacheKnowledge>()(
  object({
    indexKey: orUndefined(name()),
    assets: listOf(cachedAsset, undefined, assets),
    discarded: listOf(name(), undefined, assets),
  }),
);
const cache = object({
  request: matching(/^[0-9a-f]{1,64}$/, 'a request'),
  assets: listOf(name(), undefined, documents),
  documents: listOf(documentName, undefined, documents),
  known,
});
const directory = matching(/^\/[^\0]*$/, 'an absolute path');
const upload = object({
  directory,
  name: name(),
  retentionDays: orUndefined(wholeNumber(undefined, { min: 1, max: 999 })),
});

const stepState = object({
  /** Undefined: nothing to save. */
  cache: orUndefined(cache),
  /** Results that remain to be uploaded. The job was cancelled, and `post` may have more time. */
  upload: orUndefined(upload),
  /** Results directory of a run that `main` began but did not report, because it died. */
  unreported: orUndefined(directory),
});

/** What `main` leaves for `post`. */
export interface StepState extends Read<typeof stepState> {}

/**
 * Parses a state as `main` of this version writes it; undefined when `main` wrote none. Any other state is ignored, and
 * `warn` gets the reason.
 */
export function parseState(text: string | undefined, warn: (message: string) => void): StepState | undefined {
  if (text === undefined || text === '') return undefined;
  const parsed = parseJson(text, bounds.json);
  if (parsed.kind === 'problem') {
    warn(`The state that the step left for its clean-up is ignored: ${parsed.reason}`);
    return undefined;
  }
  const reading = readAs(stepState, parsed.value, 'state');
  if (reading.kind === 'value') return reading.value;
  warn(`The state that the step left for its clean-up is ignored: ${reading.message}`);
  return undefined;
}

export function formatState(state: StepState): string {
  return JSON.stringify(state);
}
