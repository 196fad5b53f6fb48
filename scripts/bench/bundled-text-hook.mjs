// For node --import: makes the parts of the report's page importable as text.
import { registerHooks } from 'node:module';
import { bundledTextForNode } from '../bundled-text.mjs';

registerHooks(bundledTextForNode);
