import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';

/** Files as DEVICE:INODE. */
export interface Mappings {
  /** Unnamed files that machines have mapped: the memory of their templates. */
  readonly ofMachines: ReadonlySet<string>;
  /** Files that processes of models have mapped or open. */
  readonly ofModels: ReadonlySet<string>;
}

const pollMs = 100;

/** Observes the processes of QEMU and of models repeatedly until it is stopped. */
export function watchMappings(): { readonly end: () => Mappings } {
  const ofMachines = new Set<string>();
  const ofModels = new Set<string>();
  const look = (): void => {
    for (const { pid, command } of processes()) {
      if (command.includes('qemu-system'))
        for (const { file, path } of mappedFiles(pid)) if (path.includes('(deleted)')) ofMachines.add(file);
      if (command.includes('device-host.mjs'))
        for (const file of [...mappedFiles(pid).map((mapped) => mapped.file), ...openFiles(pid)]) ofModels.add(file);
    }
  };
  const timer = setInterval(look, pollMs);
  return {
    end: () => {
      clearInterval(timer);
      return { ofMachines, ofModels };
    },
  };
}

function processes(): readonly { readonly pid: string; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, command: orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '') }));
}

function mappedFiles(pid: string): readonly { readonly file: string; readonly path: string }[] {
  const lines = orNothing(() => readFileSync(`/proc/${pid}/maps`, 'utf8'), '').split('\n');
  return lines
    .map((line) => line.split(/\s+/))
    .flatMap(([, , , device = '', inode = '0', ...path]) =>
      inode === '0' ? [] : [{ file: `${device}:${inode}`, path: path.join(' ') }],
    );
}

function openFiles(pid: string): readonly string[] {
  return orNothing(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((fd) =>
    orNothing(() => [fileOf(statSync(`/proc/${pid}/fd/${fd}`))], []),
  );
}

/** Device numbers in the kernel's format for `maps`. */
function fileOf({ dev, ino }: Stats): string {
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  return `${hex((dev >> 8) & 0xfff)}:${hex((dev & 0xff) | ((dev >> 12) & 0xfff00))}:${ino}`;
}

/** A process may disappear between two reads. */
function orNothing<T>(look: () => T, nothing: T): T {
  try {
    return look();
  } catch {
    return nothing;
  }
}
