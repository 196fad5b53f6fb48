import type { DeviceTreeNode } from '../../binary/flattened-tree.ts';

/** A piece of source for a device tree. */
export interface TreeFragment {
  /** Absolute path, for messages. */
  readonly file: string;
  readonly text: string;
}

/** A tree as source, with fragments behind it. What is wrong with one is said by its own file and line. */
export function treeSource(root: DeviceTreeNode, fragments: readonly TreeFragment[]): string {
  return `/dts-v1/;\n${nodeSource(root, '')}${pieces(fragments)}`;
}

/** The fragments alone, as an overlay. */
export function overlaySource(fragments: readonly TreeFragment[]): string {
  return `/dts-v1/;\n/plugin/;\n${pieces(fragments)}`;
}

function pieces(fragments: readonly TreeFragment[]): string {
  return fragments.map(({ file, text }) => `# 1 ${JSON.stringify(file)}\n${text}\n`).join('');
}

function nodeSource({ name, label, properties, children }: DeviceTreeNode, indent: string): string {
  const title = `${label === undefined ? '' : `${label}: `}${name === '' ? '/' : name}`;
  const inner = `${indent}\t`;
  return [
    `${indent}${title} {\n`,
    ...[...properties].map(([property, value]) => `${inner}${property}${valueSource(value)};\n`),
    ...children.map((child) => nodeSource(child, inner)),
    `${indent}};\n`,
  ].join('');
}

function valueSource(value: Buffer): string {
  return value.length === 0 ? '' : ` = [${value.toString('hex')}]`;
}

/** A complaint of the compiler about a fragment. */
export interface TreeComplaint {
  readonly kind: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * What dtc has said about the fragments, each once. It has three forms: `Error: FILE:LINE.COLUMNS message`,
 * `FILE:LINE.COLUMNS: ERROR (check): message`, and the same with `Warning`. A node that a fragment completes is first
 * said to be where it began; the lines after that name the fragment.
 */
export function readComplaints(output: string, files: ReadonlySet<string>): readonly TreeComplaint[] {
  const found: TreeComplaint[] = [];
  let elsewhere: TreeComplaint | undefined;
  for (const text of output.split('\n')) {
    const [, alsoFile, alsoLine] = /^ {2}also defined at (.+?):(\d+)\./.exec(text) ?? [];
    const complaint = complaintIn(text);
    if (complaint !== undefined) elsewhere = files.has(complaint.file) ? undefined : complaint;
    if (complaint !== undefined && elsewhere === undefined) found.push(complaint);
    else if (alsoFile !== undefined && files.has(alsoFile) && elsewhere?.kind === 'error')
      found.push({ ...elsewhere, file: alsoFile, line: Number(alsoLine) });
  }
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function complaintIn(text: string): TreeComplaint | undefined {
  const [, error, file, line, rest] = /^(Error: )?(\/.+?):(\d+)\.[\d.-]+:? (.+)$/.exec(text) ?? [];
  if (file === undefined || rest === undefined) return undefined;
  const kind = error !== undefined || rest.startsWith('ERROR') ? 'error' : 'warning';
  const message = rest.replace(/^(?:ERROR|Warning) \((.+?)\): (.*)$/, '$2 ($1)');
  return { kind, file, line: Number(line), message };
}
