import type { RunListener } from '../event/event.ts';
import { asPacked, entryFails, rememberPacked } from '../provision/kernel/boot-form.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import type { AssetStore } from '../provision/store/store.ts';

/**
 * The form in which each kernel of a run starts. A kernel that resets before its first line when it is entered directly
 * is started by its bzImage from then on, in this run and in later ones.
 */
export class KernelForms {
  readonly #store: AssetStore;
  readonly #listener: RunListener;
  readonly #packed = new Map<string, KernelImage>();

  constructor(store: AssetStore, listener: RunListener) {
    this.#store = store;
    this.#listener = listener;
  }

  /** The kernel as it is to be started now. */
  known(kernel: KernelImage): KernelImage {
    return this.#packed.get(kernel.bootImage) ?? kernel;
  }

  /** A boot has shown that this kernel starts by its bzImage only. */
  settle(kernel: KernelImage): void {
    const packed = asPacked(kernel);
    if (packed === undefined || this.#packed.has(kernel.bootImage)) return;
    this.#packed.set(kernel.bootImage, packed);
    this.#listener({
      kind: 'warning',
      message:
        `${kernel.spec}: ${entryFails}. It is started by its bzImage, which takes longer` +
        `${rememberPacked(kernel, this.#store) ? ', and later runs do so at once' : ''}.`,
    });
  }
}
