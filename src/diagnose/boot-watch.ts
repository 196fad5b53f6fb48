import type { ReportKind } from './catalogue/report-kind.ts';

const banner = /^Linux version \d/;
/** Somebody asked for the next kernel. */
const announcement =
  /^(?:reboot: |kexec_core: Starting new kernel|Starting new kernel|sysrq: Resetting|Restarting system)/;

export const unexpectedReboot: ReportKind = {
  kind: 'reboot',
  needle: 'Linux version ',
  header: banner,
  title: 'unexpected kernel reboot',
  stackless: true,
};

/** Lines that the watch must see, for those who filter. */
export const bootLines = /Linux version \d|reboot: |tarting new kernel|sysrq: Resetting|Restarting system/;

/** Tells a kernel that starts again, though nothing asked it to, from one that was asked. */
export class BootWatch {
  #booted = false;
  #announced = false;

  /** Whether this message is the begin of a boot that nobody announced. */
  isUnexpectedBoot(text: string): boolean {
    if (announcement.test(text)) this.#announced = true;
    if (!banner.test(text)) return false;
    const unexpected = this.#booted && !this.#announced;
    this.#booted = true;
    this.#announced = false;
    return unexpected;
  }
}
