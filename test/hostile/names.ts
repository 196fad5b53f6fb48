import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  defaultArtifactName,
  isLegalPath,
  legalArtifactName,
  legalPath,
  stageArtifact,
} from '../../src/action/stage-artifact.ts';
import { annotated } from '../step-runner/captured.ts';
import { bounds, stepsInside } from '../../src/bounds/bounds.ts';
import { fileLink } from '../../src/report/html/page-place.ts';
import { plainJson, plainLine, plainText } from '../../src/text/escape-text.ts';
import { attackWith } from './family.ts';
import { oddText } from './odd-text.ts';
import { randomOf } from './random.ts';
import { harmTo, scratchPlace } from './scratch.ts';

/** Names of tests, files and artifacts that imitate others. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  await attackWith({
    what: 'names',
    seed,
    parts: Array.from({ length: 1 + random.below(20) }, () => oddText(random)),
    complaintOf,
  });
}

async function complaintOf(names: readonly string[]): Promise<string | undefined> {
  return (
    names.map(wrongWithName).find((wrong) => wrong !== undefined) ??
    wrongTogether([...new Set(names)]) ??
    (await wrongWhenStaged(names))
  );
}

function wrongWithName(name: string): string | undefined {
  const shown = JSON.stringify(name).slice(0, 200);
  if (!isLegalPath(legalPath(name))) return `${shown}: made legal, it is not`;
  const artifact = legalArtifactName(name);
  if (
    artifact === '' ||
    Buffer.byteLength(artifact) > bounds.upload.nameBytes ||
    /["<>:|*?\r\n\\/\x00-\x1f]|^\.+$/.test(artifact)
  )
    return `${shown}: no name for an artifact: ${JSON.stringify(artifact)}`;
  if (defaultArtifactName(name, [name]).length > 255) return `${shown}: too long a default`;
  const text = plainText(name);
  if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u.test(text))
    return `${shown}: shown with what nobody sees`;
  if (/[\n\t]/.test(plainLine(name))) return `${shown}: a line that is two`;
  if (JSON.parse(plainJson(name)) !== name) return `${shown}: not the same as JSON`;
  if (/[\r\n]/.test(annotated([{ level: 'error', file: name, line: 1, title: name, message: name }]).trimEnd()))
    return `${shown}: a command of two lines`;
  return wrongAsPath(name, shown);
}

function wrongAsPath(path: string, shown: string): string | undefined {
  const steps = stepsInside(path);
  const link = fileLink(path, '');
  if (steps === undefined) return link === undefined ? undefined : `${shown}: no path inside, and yet a link`;
  if (resolve('/top', ...steps) !== join('/top', path) || !resolve('/top', path).startsWith('/top/'))
    return `${shown}: it leads out`;
  const back = decodeURIComponent(link ?? '');
  return back === `./${path}` ? undefined : `${shown}: its link leads to ${back.slice(0, 200)}`;
}

function wrongTogether(names: readonly string[]): string | undefined {
  const legal = new Map<string, string>();
  for (const name of names) {
    const other = legal.get(legalPath(name));
    if (other !== undefined)
      return `${JSON.stringify(name)} and ${JSON.stringify(other)} have the same legal name`.slice(0, 500);
    legal.set(legalPath(name), name);
  }
  return undefined;
}

async function wrongWhenStaged(names: readonly string[]): Promise<string | undefined> {
  using scratch = scratchPlace();
  for (const name of names) {
    if (stepsInside(name) === undefined) continue;
    try {
      mkdirSync(dirname(join(scratch.inside, name)), { recursive: true });
      writeFileSync(join(scratch.inside, name), 'x');
    } catch {
      // The name is too long for a file, or another one is in its place.
    }
  }
  const staging = join(scratch.path, 'staging');
  mkdirSync(staging);
  const { root, files } = await stageArtifact(scratch.inside, staging);
  const stray = files.find((file) => !file.startsWith(`${root}/`) || !isLegalPath(file.slice(root.length + 1)));
  return stray === undefined ? harmTo(scratch, ['staging']) : `GitHub would refuse ${JSON.stringify(stray)}`;
}
