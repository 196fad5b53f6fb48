// The thread that watches over the process of the models.
import { watchPulse } from './host/main-thread-watch.ts';

watchPulse();
