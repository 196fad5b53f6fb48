import { fieldOf } from '../../../bounds/parse-json.ts';
import type { ProvisionContext } from '../../provision-context.ts';

/** What earlier builds on this host took. */
export interface BuildPace {
  /** Files that are compiled. */
  readonly files: number;
  /** For one file, with all processors at work. */
  readonly msPerFile: number;
}

/** Measured on two processors of a hosted runner's kind; a build of our own replaces it. */
const processorMsPerFile = 520;
/** The small configuration of 6.12. */
const usualFiles = 1400;

const documentName = 'kernel-builds';

/** The pace of the last build of the same kind (`flavours and series`), or of any, or what is usual. */
export function expectedPace(context: ProvisionContext, kind: string, jobs: number): BuildPace {
  const document = context.store.readDocument(documentName);
  const last = readPace(fieldOf(document, kind)) ?? readPace(fieldOf(document, 'last'));
  return last ?? { files: usualFiles, msPerFile: processorMsPerFile / jobs };
}

export function rememberPace(context: ProvisionContext, kind: string, pace: BuildPace): void {
  const document = context.store.readDocument(documentName);
  const others = typeof document === 'object' && document !== null ? document : {};
  context.store.writeDocument(documentName, { ...others, [kind]: pace, last: pace });
}

function readPace(value: unknown): BuildPace | undefined {
  const [files, msPerFile] = [fieldOf(value, 'files'), fieldOf(value, 'msPerFile')];
  return typeof files === 'number' && typeof msPerFile === 'number' ? { files, msPerFile } : undefined;
}

export interface BuildCounter {
  readonly onOutput: (text: string) => void;
  /** How many files were compiled. */
  readonly files: () => number;
  /** `612 of about 1400 files, about 5 min left`. */
  readonly words: () => string;
}

/** Counts kbuild's lines, such as `  CC [M]  drivers/foo.o`, and tells when the build will be done. */
export function countBuild(expected: BuildPace, nowMs: () => number): BuildCounter {
  const startedMs = nowMs();
  let files = 0;
  let rest = '';
  const onOutput = (text: string): void => {
    const lines = `${rest}${text}`.split('\n');
    rest = (lines.pop() ?? '').slice(-1000);
    files += lines.filter((line) => /^ {2}(?:CC|AS)\b/.test(line)).length;
  };
  const words = (): string => {
    const left = expected.files - files;
    if (left <= 0) return `${files} files, linking`;
    // The first files are few and say little about the pace.
    const msPerFile = files < 50 ? expected.msPerFile : (nowMs() - startedMs) / files;
    return `${files} of about ${expected.files} files, ${durationWords(left * msPerFile)} left`;
  };
  return { onOutput, files: () => files, words };
}

/** A rough duration: `about 7 min`. */
export function durationWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'less than a minute' : `about ${minutes} min`;
}
