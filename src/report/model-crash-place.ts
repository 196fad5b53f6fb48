import type { TestResult } from './results.ts';

/** Where the first device model that broke did so: an absolute path and a line. Undefined: none broke, or its stack does not say. */
export function modelCrashPlace({ devices = [] }: TestResult): { readonly file: string; readonly line: number } | undefined {
  for (const { crash } of devices) {
    const [, file, line] = /^\s+at (?:.*\()?(?:file:\/\/)?(\/[^)\n]*):(\d+):\d+\)?$/m.exec(crash?.stack ?? '') ?? [];
    if (file !== undefined) return { file, line: Number(line) };
  }
  return undefined;
}
