/** Which kernel to boot, as the user named it, parsed. */
export type KernelSpec =
  | {
      readonly kind: 'distribution';
      /** As written: `debian:6.12-cloud`. */
      readonly text: string;
      readonly distribution: string;
      /** `6.12`; of Ubuntu the release, `24.04`. */
      readonly series: string;
      readonly flavour: 'generic' | 'cloud' | 'rt' | 'hwe';
    }
  | {
      readonly kind: 'path';
      readonly text: string;
      /** Absolute path of a bzImage or an ELF vmlinux. */
      readonly image: string;
      /** Absolute path of a `lib/modules/RELEASE` directory. */
      readonly modules: string | undefined;
    };
