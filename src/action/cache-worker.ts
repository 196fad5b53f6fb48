// Entry of a separate process: GitHub's cache client may wait 30 s for a service that is down, and a process can be
// killed. Its libraries print to standard output; our messages use descriptor 3.
import { readWorkerInput, tellParent } from '../host/process/worker-process.ts';
import { AssetStore } from '../provision/store/store.ts';
import { CacheTransfer } from './cache-transfer.ts';
import { type CacheWork, restoreStore, saveStore } from './store-in-job.ts';
import type { CacheTask } from './worker-messages.ts';

const task = (await readWorkerInput()) as CacheTask;
const work: CacheWork = {
  store: new AssetStore(task.storeRoot),
  transfer: new CacheTransfer(task.storeRoot),
  tell: tellParent,
};
switch (task.operation) {
  case 'restore':
    await restoreStore(task, work);
    break;
  case 'save':
    await saveStore(task, work);
    break;
}
tellParent({ kind: 'done' });
// Sockets that the client keeps open must not keep the process alive.
process.exit(0);
