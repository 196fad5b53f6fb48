// node --import …: what the report's page is made of is imported as text.
import { registerHooks } from 'node:module';
import { bundledTextForNode } from '../bundled-text.mjs';

registerHooks(bundledTextForNode);
