import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this host has Intel's compiler of ACPI tables, which Debian has in the package acpica-tools. */
export const hasCompiler = spawnSync('iasl', ['-v']).error === undefined;

/** The bytes of a table behind its header, as Intel's compiler makes them of this source. */
export function compiled(source: string, directory: string): Buffer {
  const file = join(directory, 'table.asl');
  writeFileSync(file, `DefinitionBlock ("", "SSDT", 2, "QDT", "TEST", 1)\n{\n${source}\n}\n`);
  // Without optimizations, which write some paths in another way.
  execFileSync('iasl', ['-oa', '-vs', '-p', join(directory, 'table'), file], { stdio: 'pipe' });
  return readFileSync(join(directory, 'table.aml')).subarray(36);
}

/** A table's source, as Intel's disassembler reads it. */
export function disassembled(table: Buffer, directory: string): string {
  const file = join(directory, 'table.aml');
  writeFileSync(file, table);
  execFileSync('iasl', ['-d', '-p', join(directory, 'table'), file], { stdio: 'pipe' });
  return readFileSync(join(directory, 'table.dsl'), 'utf8');
}
