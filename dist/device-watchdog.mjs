import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  watchPulse
} from "./chunks/chunk-7LZ4ZDKL.mjs";
import "./chunks/chunk-R2N667XA.mjs";

// src/device-watchdog.ts
watchPulse(({ key, afterMs, stack }) => JSON.stringify({ key, event: "hung", afterMs, stack }));
