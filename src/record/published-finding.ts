import type { Finding } from '../diagnose/finding.ts';

/** What the schema has of a finding; the detector knows more of it than others need to rely on. */
export function published({ kind, title, fingerprint, line, source, report }: Finding): Finding {
  return { kind, title, fingerprint, line, ...(source === undefined ? {} : { source }), report };
}
