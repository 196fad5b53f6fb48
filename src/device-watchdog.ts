// The thread that watches over the process of the models. It speaks as that process does, for it cannot.
import { watchPulse } from './host/process/main-thread-watch.ts';

watchPulse(({ key, afterMs, stack }) => JSON.stringify({ key, event: 'hung', afterMs, stack }));
