import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { arrayOf, matching, name, object, objectWith, type Shape, ShapeMismatch, whole } from '../results/shape.ts';
import type { CacheKnowledge } from './cache-client.ts';
import { cachedAsset } from './cache-index.ts';

/** What `main` leaves for `post`. */
export interface StepState {
  /** Undefined: nothing to save. */
  readonly cache:
    | {
        readonly request: string;
        readonly assets: readonly string[];
        readonly documents: readonly string[];
        readonly known: CacheKnowledge;
      }
    | undefined;
  /** Results that remain to be uploaded. The job was cancelled, and `post` may have more time. */
  readonly upload:
    | { readonly directory: string; readonly name: string; readonly retentionDays: number | undefined }
    | undefined;
  /** Results directory of a run that `main` began but did not report, because it died. */
  readonly unreported: string | undefined;
}

export const stateName = 'step';

const { assets, documents, nameChars } = bounds.cacheIndex;
const documentName = matching(new RegExp(`^[^\\0]{1,${nameChars}}$`), 'the name of a document');
const known: Shape<Omit<CacheKnowledge, 'indexKey'> & { readonly indexKey?: string }> = objectWith(
  { assets: arrayOf(cachedAsset, assets), discarded: arrayOf(name, assets) },
  { indexKey: name },
);
const cache = object({
  request: matching(/^[0-9a-f]{1,64}$/, 'a request'),
  assets: arrayOf(name, documents),
  documents: arrayOf(documentName, documents),
  known,
});
const directory = matching(/^\/[^\0]*$/, 'an absolute path');
const upload = objectWith({ directory, name }, { retentionDays: whole(1, 999) });
const stateShape = objectWith({}, { cache, upload, unreported: directory });

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
  try {
    const state = stateShape(parsed.value, 'state: ');
    return {
      cache: state.cache && { ...state.cache, known: { ...state.cache.known, indexKey: state.cache.known.indexKey } },
      upload: state.upload && { ...state.upload, retentionDays: state.upload.retentionDays },
      unreported: state.unreported,
    };
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    warn(`The state that the step left for its clean-up is ignored: ${error.message}`);
    return undefined;
  }
}

export function formatState(state: StepState): string {
  return JSON.stringify(state);
}
