// The thread that watches the process of the models. It reports on behalf of that process, which cannot.
import { watchPulse } from './host/process/main-thread-watch.ts';

watchPulse(({ key, afterMs, stack }) => JSON.stringify({ key, event: 'hung', afterMs, stack }));
