import { readFileSync } from 'node:fs';
import { release } from 'node:os';

/** Changes with every start of this host; whatever was not yet on disk when it went down is lost with it. */
export function hostBoot(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** What a machine under KVM sees of this host: its processor and its kernel. */
export function hostProcessor(): string {
  const [processor = ''] = readFileSync('/proc/cpuinfo', 'utf8').split('\n\n');
  const lasting = processor
    .split('\n')
    .filter((line) => /^(vendor_id|cpu family|model|model name|stepping|microcode|flags)\s*:/.test(line));
  return [release(), ...lasting].join('\n');
}
